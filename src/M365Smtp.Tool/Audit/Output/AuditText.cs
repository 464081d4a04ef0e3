using M365Smtp.Tool.Output;
using Spectre.Console;

namespace M365Smtp.Tool.Audit.Output;

/// <summary>The report for the terminal: the verdict, a table, then the details of each row.</summary>
internal static class AuditText
{
    public static void Write(Terminal terminal, AuditReport report)
    {
        var console = terminal.Pretty();
        console.MarkupLineInterpolated($"[bold]{report.Verdict.Text}[/]");
        if (report.Rows.Any(row => row.IsNew is not null))
            terminal.Out.WriteLine($"Not in the baseline: {Count(report.Rows.Count(IsNewSender), "row")}.");
        var senders = report.Rows.Where(row => row.Kind != RowKind.Mention).ToList();
        if (senders.Count > 0)
        {
            terminal.Out.WriteLine();
            AlignedRows.Write(
                console,
                ["After the switch", "Where", "Mailbox", "Host", "Signs in with", "Findings"],
                [.. senders.Select(Cells)]
            );
        }
        foreach (var row in report.Rows)
            Details(console, terminal, row);
        if (report.Tenant is { } tenant)
            TenantText.Write(terminal, console, tenant);
        foreach (var problem in report.Problems)
            terminal.Error.WriteLine($"{problem.Path}: {problem.Message}");
        terminal.Error.WriteLine(Summary(report));
    }

    public static string Summary(AuditReport report)
    {
        var read = report.Read;
        var lost = report.Problems.Count(problem => problem.IsLost);
        return $"Read {Count(read.Projects, "project")} ({read.LooseProjects} loosely), "
            + $"{Count(read.SourceFiles, "source file")} and {Count(read.SettingsFiles, "settings file")}"
            + (lost > 0 ? $"; {lost} could not be read." : ".");
    }

    static string Count(int number, string what) => Lint.Output.LintText.Count(number, what);

    static string[] Cells(AuditRow row) =>
        [
            RowWords.Of(row.AfterSwitch) + (row.IsTest ? " (test)" : "") + (row.IsNew == true ? " (new)" : ""),
            RowWords.Where(row),
            RowWords.Mailbox(row),
            RowWords.Host(row),
            RowWords.Of(row.SignIn),
            string.Join(" ", row.Findings.Select(finding => finding.Rule).Distinct()),
        ];

    static void Details(IAnsiConsole console, Terminal terminal, AuditRow row)
    {
        terminal.Out.WriteLine();
        console.MarkupLineInterpolated($"[bold]{RowWords.Where(row)}[/]{Behind(row.Member)}{Behind(KindOf(row))}");
        terminal.Out.WriteLine($"  {row.Why}");
        if (row.StartUp is not null)
            terminal.Out.WriteLine($"  With the settings of {row.StartUp}.");
        foreach (var finding in row.Findings)
        {
            var source = finding.Source == FindingSource.Build ? "" : $" [{RowWords.Of(finding.Source)}]";
            terminal.Out.WriteLine(
                $"  {finding.Place.Path}({finding.Place.Line},{finding.Place.Column}): "
                    + $"{finding.Severity} {finding.Rule}: {finding.Message}{source}"
            );
        }
        foreach (var way in row.WaysOut)
            terminal.Out.WriteLine($"  > {way}");
    }

    static string? KindOf(AuditRow row) => row.Kind == RowKind.Sender ? null : $"({RowWords.Of(row.Kind)})";

    static bool IsNewSender(AuditRow row) => row is { IsNew: true, Kind: not RowKind.Mention };

    static string Behind(string? word) => word is null ? "" : "  " + word;
}
