namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>
/// Code before and after, written as a diff: a line that begins with <c>-</c> is removed, one with <c>+</c> is added,
/// every other stays.
/// </summary>
internal static class Difference
{
    /// <summary>Marks <c>[|…|]</c> belong to the code before.</summary>
    public static (string Before, string After) Parse(string story)
    {
        var lines = story.ReplaceLineEndings("\n").Split('\n');
        return (Text(lines, without: '+'), Text(lines, without: '-').Replace("[|", "").Replace("|]", ""));
    }

    static string Text(IEnumerable<string> lines, char without) =>
        string.Join(
            "\n",
            lines.Where(line => line.Length == 0 || line[0] != without).Select(line => line.Length > 2 ? line[2..] : "")
        );
}
