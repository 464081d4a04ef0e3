namespace M365Smtp.Probe;

/// <summary>Stops waiting at the deadline, even for work that ignores it.</summary>
internal static class GivingUp
{
    public static async Task<T> OrGiveUp<T>(this Task<T> work, CancellationToken deadline)
    {
#if NET8_0_OR_GREATER
        return await work.WaitAsync(deadline).ConfigureAwait(false);
#else
        var end = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (deadline.Register(() => end.TrySetCanceled(deadline)))
            return await (await Task.WhenAny(work, end.Task).ConfigureAwait(false)).ConfigureAwait(false);
#endif
    }
}
