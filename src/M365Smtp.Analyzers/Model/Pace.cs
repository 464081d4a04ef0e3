namespace M365Smtp.Analyzers.Model;

/// <summary>How often and how many at once a send runs, as far as the code around it shows.</summary>
internal enum Pace
{
    /// <summary>A mail a turn of a loop, with nothing that waits.</summary>
    LoopWithoutPause,

    /// <summary>An unbounded number of sends at once: Task.WhenAll, Parallel.ForEach.</summary>
    Parallel,

    /// <summary>A loop that signs in again after a refused sign-in.</summary>
    RetryAfterRefusal,
}
