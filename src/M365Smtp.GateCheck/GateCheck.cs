using M365Smtp.Probe;
using M365Smtp.Telemetry;

namespace M365Smtp;

/// <summary>Checks the way of a mail into Microsoft 365 step by step and tells which gate is closed.</summary>
public static class GateCheck
{
    /// <summary>Connects, secures, and, where a password or a token is given, signs in once. Sends a message only where
    /// one is asked for.</summary>
    /// <param name="options">What to check. Read once at the start.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>What was found; failures of network, TLS and server are findings, not exceptions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options cannot be used; the message says why.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<GateReport> RunAsync(GateCheckOptions options, CancellationToken cancellationToken = default)
    {
        var copy = (options ?? throw new ArgumentNullException(nameof(options))).Copy();
        var problems = OptionsCheck.Problems(copy).ToList();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        return RunAsync(copy, new NetworkTransport(), cancellationToken);
    }

    internal static async Task<GateReport> RunAsync(
        GateCheckOptions options,
        ITransport transport,
        CancellationToken cancellationToken
    )
    {
        using var activity = GateCheckTelemetry.Start(options);
        using var timeout = Timeout(options);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using (transport)
        using (deadline.Token.Register(transport.Dispose))
        {
            var report = await new ProbeRun(options, transport, deadline.Token).RunAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            GateCheckTelemetry.Finish(activity, report);
            return report;
        }
    }

    static CancellationTokenSource Timeout(GateCheckOptions options) =>
#if NET8_0_OR_GREATER
        new(options.Timeout, options.TimeProvider);
#else
        options.TimeProvider.CreateCancellationTokenSource(options.Timeout);
#endif
}
