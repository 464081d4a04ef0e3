namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What a try statement does with a refused sign-in.</summary>
internal enum AfterRefusal
{
    /// <summary>It does not catch the refusal, or throws: the code around it decides.</summary>
    ThrownOn,

    /// <summary>The next iteration signs in again.</summary>
    TriedAgain,

    /// <summary>The refusal ends the loop.</summary>
    LoopEnds,

    /// <summary>It depends on the exception, or on code that is not shown.</summary>
    Unknown,
}
