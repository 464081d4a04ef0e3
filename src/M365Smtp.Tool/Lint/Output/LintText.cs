namespace M365Smtp.Tool.Lint.Output;

/// <summary>Findings as lines that editors and build logs understand.</summary>
internal static class LintText
{
    public static void Write(Terminal terminal, IEnumerable<FindingJson> findings, IEnumerable<FileProblem> problems, string summary)
    {
        foreach (var found in findings) terminal.Out.WriteLine(found);
        foreach (var problem in problems) terminal.Error.WriteLine(problem);
        terminal.Error.WriteLine(summary);
    }
}
