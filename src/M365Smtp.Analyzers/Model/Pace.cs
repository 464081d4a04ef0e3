namespace M365Smtp.Analyzers.Model;

/// <summary>How often, and how many at a time, messages are sent, as far as the surrounding code shows.</summary>
internal enum Pace
{
    /// <summary>One message per iteration of a loop, without any delay.</summary>
    LoopWithoutPause,

    /// <summary>An unbounded number of sends at once: Task.WhenAll, Parallel.ForEach.</summary>
    Parallel,

    /// <summary>A loop that signs in again after a refused sign-in.</summary>
    RetryAfterRefusal,
}
