using System.Text;

namespace M365Smtp.Simulator;

/// <summary>
/// The reply of a careless server: everything the client sent, raw, decoded, and in the encodings that logs use.
/// </summary>
internal static class Echo
{
    const int MostLines = 80;
    const int ShortestLine = 70;

    /// <summary>A multiline reply with lines of at most 4,000 bytes.</summary>
    public static string Reply(IReadOnlyList<string> sent)
    {
        // The last line, which is the secret, comes first, so that a client that truncates the reply still sees it.
        var said = sent.Reverse().SelectMany(line => new[] { Decoded(line), line }.OfType<string>()).Distinct();
        var text = string.Join(" ", said.SelectMany(Forms));
        var width = Math.Max(ShortestLine, text.Length / MostLines + 1);
        var lines = Enumerable
            .Range(0, text.Length / width + 1)
            .Select(at => text.Substring(at * width, Math.Min(width, text.Length - at * width)));
        return string.Concat(lines.Select(line => "535-5.7.8 " + line + "\r\n")) + "535 5.7.8 that is what you said";
    }

    static IEnumerable<string> Forms(string said)
    {
        var bytes = Encoding.UTF8.GetBytes(said);
        yield return Printable(said);
        yield return Uri.EscapeDataString(said);
        yield return string.Concat(bytes.Select(one => one.ToString("X2")));
        foreach (var before in new[] { "", "a", "ab" })
            yield return Convert.ToBase64String([.. Encoding.ASCII.GetBytes(before), .. bytes]);
    }

    // Decodes the last word of "AUTH XOAUTH2 dXNlcj…", or the line itself.
    static string? Decoded(string line)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(line.Substring(line.LastIndexOf(' ') + 1)));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    static string Printable(string text) => new([.. text.Select(c => char.IsControl(c) ? '?' : c)]);
}
