using System.Globalization;
using M365Smtp.Tool.Output;
using Spectre.Console;

namespace M365Smtp.Tool.Check;

/// <summary>A report for the terminal: stages, gates, the verdict, what to do.</summary>
internal static class ReportText
{
    public static void Write(IAnsiConsole console, GateReport report, IReadOnlyList<string> notes)
    {
        AlignedRows.Write(
            console,
            ["Stage", "Outcome", "Time", "Seen"],
            [
                .. report
                    .Stages.Where(stage => stage.Outcome != StageOutcome.Skipped)
                    .Select(stage => new[] { $"{stage.Stage}", $"{stage.Outcome}", Time(stage.Elapsed), stage.Detail }),
            ]
        );
        console.WriteLine();
        var judged = report
            .Gates.Where(gate => gate.State is GateState.Open or GateState.Closed)
            .Select(gate => new[] { $"{gate.Gate}", $"{gate.State}", Why(gate, report) })
            .ToList();
        if (judged.Count > 0)
            AlignedRows.Write(console, ["Gate", "State", "Why"], judged);
        foreach (
            var silent in report
                .Gates.Where(gate => gate.State is GateState.Unknown or GateState.NotReached)
                .GroupBy(gate => (gate.State, gate.Evidence))
        )
            console.MarkupLineInterpolated(
                $"[grey]{silent.Key.State}: {string.Join(", ", silent.Select(gate => gate.Gate))}. {silent.Key.Evidence}[/]"
            );
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Headline(report)}[/] {report.Summary}");
        foreach (var note in report.Notes.Concat(notes))
            console.MarkupLineInterpolated($"  [yellow]{note}[/]");
        RemedyText.Write(console, report.Remedies);
    }

    // Do not repeat what a stage above shows in full.
    static string Why(GateResult gate, GateReport report) =>
        report.Stages.FirstOrDefault(stage =>
            stage.Detail.Length > 0 && gate.Evidence.StartsWith(stage.Detail, StringComparison.Ordinal)
        )
            is { } stage
            ? $"see {stage.Stage}.{gate.Evidence[stage.Detail.Length..]}"
            : gate.Evidence;

    static string Headline(GateReport report) =>
        report.Verdict == GateVerdict.Closed && report.ClosedGate != Gate.Unknown
            ? $"Closed: {report.ClosedGate}."
            : $"{report.Verdict}.";

    static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F1} ms");
}
