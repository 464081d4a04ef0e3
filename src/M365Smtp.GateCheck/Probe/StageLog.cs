using System.Net.Sockets;
using System.Security.Authentication;

namespace M365Smtp.Probe;

/// <summary>Runs the stages and records how each ended.</summary>
internal sealed class StageLog(TimeProvider time, Secrets secrets, CancellationToken deadline)
{
    readonly List<StageResult> results = [];

    /// <summary>All stages; those not reached are skipped.</summary>
    public IReadOnlyList<StageResult> All =>
        [
            .. Enumerable
                .Range(0, (int)ProbeStage.Quit + 1)
                .Select(at =>
                    results.Find(result => (int)result.Stage == at)
                    ?? new((ProbeStage)at, StageOutcome.Skipped, TimeSpan.Zero, "")
                ),
        ];

    /// <summary>Runs a stage; <paramref name="work"/> returns the detail to record.</summary>
    /// <exception cref="StageFailure">The stage failed.</exception>
    public async Task RunAsync(ProbeStage stage, Gate gate, Func<Task<string>> work)
    {
        var start = time.GetTimestamp();
        try
        {
            deadline.ThrowIfCancellationRequested();
            Add(stage, StageOutcome.Passed, start, await work().ConfigureAwait(false));
        }
        catch (Exception e) when (Expected(e) || deadline.IsCancellationRequested)
        {
            var failure =
                e as StageFailure
                ?? new(gate, deadline.IsCancellationRequested ? "The deadline passed." : secrets.Strike(Words(e)));
            Add(stage, StageOutcome.Failed, start, failure.Message);
            throw failure;
        }
    }

    void Add(ProbeStage stage, StageOutcome outcome, long start, string detail) =>
        results.Add(new(stage, outcome, time.GetElapsedTime(start), secrets.Strike(detail)));

    // Failures that a network, TLS stack or server can cause; anything else is a bug and propagates.
    static bool Expected(Exception e) =>
        e
            is StageFailure
                or IOException
                or InvalidDataException
                or SocketException
                or AuthenticationException
                or ObjectDisposedException
                or OperationCanceledException;

    /// <summary>The innermost message: outer ones only say that something failed.</summary>
    public static string Words(Exception e) =>
        e switch
        {
            AuthenticationException => "The TLS handshake failed: " + e.GetBaseException().Message,
            OperationCanceledException or ObjectDisposedException => "The connection was given up.",
            IOException { InnerException: SocketException inner } => inner.Message,
            _ => e.Message,
        };
}
