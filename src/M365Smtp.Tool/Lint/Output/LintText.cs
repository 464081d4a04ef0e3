namespace M365Smtp.Tool.Lint.Output;

/// <summary>Findings as lines that editors and build logs understand.</summary>
internal static class LintText
{
    /// <summary>"1 file", "2 files".</summary>
    public static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    public static void Write(
        Terminal terminal,
        IEnumerable<FindingJson> findings,
        IEnumerable<FileProblem> problems,
        string summary
    )
    {
        foreach (var found in findings)
            terminal.Out.WriteLine(found);
        foreach (var problem in problems)
            terminal.Error.WriteLine(problem);
        terminal.Error.WriteLine(summary);
    }
}
