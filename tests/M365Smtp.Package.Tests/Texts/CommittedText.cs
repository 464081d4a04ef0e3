namespace M365Smtp.Package.Tests.Texts;

/// <summary>A text in the repo that is generated from the code and must not drift from it.</summary>
static class CommittedText
{
    /// <summary>If the environment variable M365SMTP_WRITE=1 is set, tests write the text instead of comparing
    /// it.</summary>
    static readonly bool Writes = Environment.GetEnvironmentVariable("M365SMTP_WRITE") == "1";

    public static void MustBe(string expected, string path)
    {
        if (Writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repo.Path(path))!);
            File.WriteAllText(Repo.Path(path), expected);
        }
        var generated = expected.ReplaceLineEndings("\n");
        var committed = File.ReadAllText(Repo.Path(path)).ReplaceLineEndings("\n");
        Assert.True(
            committed == generated,
            $"{path} is out of date. Run the test once with M365SMTP_WRITE=1, which writes it. The first difference:\n"
                + FirstDifference(committed, generated)
        );
    }

    static string FirstDifference(string committed, string generated)
    {
        var (old, now) = (committed.Split('\n'), generated.Split('\n'));
        var at = 0;
        while (at < old.Length && at < now.Length && old[at] == now[at])
            at++;
        return $"line {at + 1}\n- {old.ElementAtOrDefault(at)}\n+ {now.ElementAtOrDefault(at)}";
    }

    /// <summary>The part of the file from the line <paramref name="from"/> up to the next line that starts with
    /// <paramref name="upTo"/>.</summary>
    public static void PartMustBe(string expected, string path, string from, string upTo)
    {
        var text = File.ReadAllText(Repo.Path(path)).ReplaceLineEndings("\n");
        var start = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{path} has no '{from}'");
        var end = text.IndexOf("\n" + upTo, start + from.Length, StringComparison.Ordinal) is var next and >= 0
            ? next
            : text.Length;
        MustBe(text[..start] + expected + text[end..], path);
    }
}
