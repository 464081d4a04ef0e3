using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace M365Smtp.Telemetry;

/// <summary>
/// Traces and metrics under the name <c>M365Smtp.GateCheck</c>: verdict, gate and cause, never an address or a secret.
/// </summary>
internal static class GateCheckTelemetry
{
    public const string Name = "M365Smtp.GateCheck";

    static readonly ActivitySource Source = new(Name);
    static readonly Meter Meter = new(Name);
    static readonly Counter<long> Checks = Meter.CreateCounter<long>(
        "m365smtp.gatecheck.checks",
        "{check}",
        "Checks by verdict, gate and cause."
    );
    static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "m365smtp.gatecheck.duration",
        "s",
        "How long a check took."
    );

    public static Activity? Start(GateCheckOptions options)
    {
        var activity = Source.StartActivity("gatecheck", ActivityKind.Client);
        activity?.SetTag("server.address", options.Host);
        activity?.SetTag("server.port", options.Port);
        return activity;
    }

    public static void Finish(Activity? activity, GateReport report)
    {
        var tags = new TagList
        {
            { "verdict", report.Verdict.ToString() },
            { "gate", report.ClosedGate.ToString() },
            { "cause", (report.Refusal?.Cause ?? ReplyCause.Unknown).ToString() },
        };
        Checks.Add(1, tags);
        Duration.Record(report.Elapsed.TotalSeconds, tags);
        foreach (var tag in tags)
            activity?.SetTag("m365smtp." + tag.Key, tag.Value);
        if (report.Verdict == GateVerdict.Closed)
            activity?.SetStatus(ActivityStatusCode.Error);
    }
}
