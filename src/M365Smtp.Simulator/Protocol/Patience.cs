namespace M365Smtp.Simulator;

/// <summary>How long the server waits for an idle client.</summary>
internal sealed class Patience(TimeSpan idle, TimeProvider time)
{
    /// <exception cref="TimeoutException">It took longer. The work continues until its connection is
    /// closed.</exception>
    public async Task<T> WaitAsync<T>(Task<T> work)
    {
        if (work.IsCompleted || idle == Timeout.InfiniteTimeSpan)
            return await work.ConfigureAwait(false);
        using var done = new CancellationTokenSource();
        var first = await Task.WhenAny(work, time.Delay(idle, done.Token)).ConfigureAwait(false);
        if (first != work)
            throw new TimeoutException("The client was silent for too long.");
        done.Cancel();
        return await work.ConfigureAwait(false);
    }
}
