using M365Smtp.Tool.Explain;

namespace M365Smtp.Tool.Check;

/// <summary>A report in the form printed by <c>--json</c>.</summary>
internal sealed record ReportJson(
    GateVerdict Verdict,
    string Summary,
    ReplyCause? Cause,
    Gate ClosedGate,
    string Host,
    int Port,
    string? Mailbox,
    IEnumerable<StageJson> Stages,
    IReadOnlyList<GateResult> Gates,
    ExplanationJson? Refusal,
    IReadOnlyList<Remedy> Remedies,
    IReadOnlyList<string> Notes,
    IReadOnlyList<Expiry>? Expiries,
    int RoundTrips,
    double ElapsedMilliseconds
)
{
    public static ReportJson Of(GateReport report, IReadOnlyList<string> notes) =>
        new(
            report.Verdict,
            report.Summary,
            report.Refusal?.Cause,
            report.ClosedGate,
            report.Host,
            report.Port,
            report.Mailbox,
            report.Stages.Select(stage => new StageJson(
                stage.Stage,
                stage.Outcome,
                Milliseconds(stage.Elapsed),
                stage.Detail
            )),
            report.Gates,
            report.Refusal is { } refusal ? ExplanationJson.Of(refusal) : null,
            report.Remedies,
            [.. report.Notes, .. notes],
            report.Expiries.Count > 0 ? report.Expiries : null,
            report.RoundTrips,
            Milliseconds(report.Elapsed)
        );

    static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}

internal sealed record StageJson(ProbeStage Stage, StageOutcome Outcome, double ElapsedMilliseconds, string Detail);
