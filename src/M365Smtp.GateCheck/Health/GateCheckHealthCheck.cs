using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace M365Smtp.Health;

/// <summary>
/// One cached result for all callers, one check at a time, and no further sign-in after one that could lock the
/// account.
/// </summary>
internal sealed class GateCheckHealthCheck(
    string name,
    IOptionsMonitor<GateCheckHealthOptions> monitor,
    ILogger logger,
    Func<GateCheckOptions, CancellationToken, Task<GateReport>> run
) : IHealthCheck
{
    readonly object gate = new();
    Task<Outcome>? inFlight;
    Outcome? last;

    sealed record Outcome(GateReport Report, GateCheckOptions Options, DateTimeOffset At, bool SignInStopped);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var outcome = await Probe
            .GivingUp.OrGiveUp(Current(monitor.Get(name)), cancellationToken)
            .ConfigureAwait(false);
        return HealthResults.From(
            outcome.Report,
            outcome.At,
            outcome.SignInStopped,
            context.Registration.FailureStatus
        );
    }

    Task<Outcome> Current(GateCheckHealthOptions options)
    {
        var probe = options.ForProbe();
        lock (gate)
        {
            if (inFlight is { IsCompleted: false })
                return inFlight;
            if (last is not null && StillHolds(last, probe, options.MinimumInterval))
                return Task.FromResult(last);
            return inFlight = RunAsync(probe, options.Settings);
        }
    }

    static bool StillHolds(Outcome last, GateCheckOptions now, TimeSpan interval)
    {
        if (!IsSame(last.Options, now))
            return false;
        return last.SignInStopped || now.TimeProvider.GetUtcNow() - last.At < interval;
    }

    // Not the caller's token: one caller's cancellation must not end the check for the others. The check has its own
    // deadline.
    async Task<Outcome> RunAsync(GateCheckOptions options, Func<CancellationToken, Task<GateSettings>>? settings)
    {
        await Task.Yield();
        var report = await run(options, CancellationToken.None).ConfigureAwait(false);
        if (settings is not null)
            report = await ComparedAsync(report, settings, options).ConfigureAwait(false);
        var outcome = new Outcome(
            report,
            options,
            options.TimeProvider.GetUtcNow(),
            MayLockTheAccount(report, options)
        );
        Log(outcome);
        lock (gate)
            last = outcome;
        return outcome;
    }

    // Settings only add notes: if reading them fails, the check itself must not.
    async Task<GateReport> ComparedAsync(
        GateReport report,
        Func<CancellationToken, Task<GateSettings>> settings,
        GateCheckOptions options
    )
    {
        using var deadline = new CancellationTokenSource(options.Timeout);
        try
        {
            return report.ComparedWith(
                await Probe.GivingUp.OrGiveUp(settings(deadline.Token), deadline.Token).ConfigureAwait(false)
            );
        }
#pragma warning disable CA1031 // An application delegate may throw anything; its message may contain a secret.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            HealthLog.SettingsNotRead(logger, failed.GetType().Name);
            return report;
        }
    }

    // A closed switch may be opened at any time, so it is checked again; a wrong password is not retried.
    static bool MayLockTheAccount(GateReport report, GateCheckOptions options) =>
        report.SignInTried
        && report.Refusal?.Cause switch
        {
            ReplyCause.BadCredentials or ReplyCause.AccountLocked or ReplyCause.AccountState => true,
            ReplyCause.AuthGeneric or ReplyCause.Unknown => !options.UsesToken
                && report.Refusal.Retry == RetryAdvice.Never,
            _ => false,
        };

    static bool IsSame(GateCheckOptions a, GateCheckOptions b) =>
        (a.Host, a.Port, a.Mailbox, a.Password, a.Token, a.TokenProvider, a.TenantId)
        == (b.Host, b.Port, b.Mailbox, b.Password, b.Token, b.TokenProvider, b.TenantId);

    void Log(Outcome outcome)
    {
        var report = outcome.Report;
        if (report.Verdict == GateVerdict.Closed)
            HealthLog.Closed(
                logger,
                report.Host,
                report.Port,
                report.ClosedGate,
                report.Refusal?.Cause ?? ReplyCause.Unknown,
                report.Summary
            );
        else if (report.Verdict == GateVerdict.Open || report.IsReachable)
            HealthLog.Open(logger, report.Host, report.Port, report.Summary);
        else
            HealthLog.NotJudged(logger, report.Host, report.Port, report.Summary);
        foreach (var ending in report.EndingSoon)
            HealthLog.EndingSoon(logger, ending.What, ending.Ends);
        if (outcome.SignInStopped)
            HealthLog.SignInStopped(logger);
    }
}
