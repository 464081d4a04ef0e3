using M365Smtp.Probe;
using M365Smtp.Telemetry;

namespace M365Smtp;

/// <summary>
/// Checks step by step whether mail can be sent through Microsoft 365, and reports which gate is closed.
/// </summary>
public static class GateCheck
{
    /// <summary>
    /// Connects, starts TLS and, if a password or token is given, signs in once. Sends a message only if one is
    /// requested.
    /// </summary>
    /// <param name="options">What to check. Read once, at the start.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The findings. Network, TLS and server failures are findings, not exceptions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">The options are invalid; the message says why.</exception>
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
