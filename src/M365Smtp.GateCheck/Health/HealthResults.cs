using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace M365Smtp.Health;

/// <summary>Converts a report to a health check result.</summary>
internal static class HealthResults
{
    public static HealthCheckResult From(
        GateReport report,
        DateTimeOffset checkedAt,
        bool signInStopped,
        HealthStatus failureStatus
    )
    {
        var description = signInStopped
            ? report.Summary + " No further sign-in until the options change."
            : report.Summary;
        if (report.EndingSoon.FirstOrDefault() is { } ending)
            description += $" The {ending.What} ends at {ending.Ends:u}.";
        return new(Status(report, failureStatus), description, data: Data(report, checkedAt, signInStopped));
    }

    static HealthStatus Status(GateReport report, HealthStatus failureStatus) =>
        report.Verdict switch
        {
            GateVerdict.Open => Unless(report.EndingSoon.Count > 0),
            GateVerdict.Unknown when report is { IsReachable: true, SignInTried: false } => Unless(
                report.EndingSoon.Count > 0
            ),
            GateVerdict.Unknown => HealthStatus.Degraded,
            _ => failureStatus,
        };

    // Mail is still sent, but not for long.
    static HealthStatus Unless(bool isEnding) => isEnding ? HealthStatus.Degraded : HealthStatus.Healthy;

    static Dictionary<string, object> Data(GateReport report, DateTimeOffset checkedAt, bool signInStopped)
    {
        var data = new Dictionary<string, object>
        {
            ["host"] = report.Host,
            ["port"] = report.Port,
            ["verdict"] = report.Verdict.ToString(),
            ["gate"] = report.ClosedGate.ToString(),
            ["cause"] = (report.Refusal?.Cause ?? ReplyCause.Unknown).ToString(),
            ["signIn"] =
                signInStopped ? "stopped"
                : report.SignInTried ? "tried"
                : "not tried",
            ["checkedAt"] = checkedAt,
            ["elapsedMilliseconds"] = report.Elapsed.TotalMilliseconds,
        };
        if (report.Remedies.Count > 0)
            data["remedy"] = report.Remedies[0].Text;
        if (report.Remedies.FirstOrDefault(remedy => remedy.PowerShell is not null)?.PowerShell is { } command)
            data["command"] = command;
        if (report.EndingSoon.FirstOrDefault() is { } ending)
            (data["ending"], data["endsAt"]) = (ending.What, ending.Ends);
        if (report.Refusal?.Time is { } time)
            data["refusedAt"] = time;
        return data;
    }
}
