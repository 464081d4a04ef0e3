namespace M365Smtp.Simulator.Tests;

/// <summary>Waits for another task without sleeping.</summary>
static class Signal
{
    /// <summary>True as soon as the condition holds, false if it does not within ten seconds.</summary>
    public static async Task<bool> UntilAsync(Func<bool> condition)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            if (started.Elapsed > TimeSpan.FromSeconds(10))
                return false;
            await Task.Yield();
        }
        return true;
    }
}
