namespace M365Smtp;

/// <summary>What is known of one gate.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="State">Whether it is open.</param>
/// <param name="Evidence">Why that is known, in one sentence.</param>
public sealed record GateResult(Gate Gate, GateState State, string Evidence);

/// <summary>Whether a gate is open.</summary>
public enum GateState
{
    /// <summary>It was reached, and nothing tells.</summary>
    Unknown,

    /// <summary>Mail passes it.</summary>
    Open,

    /// <summary>It stops the mail.</summary>
    Closed,

    /// <summary>The check ended before it.</summary>
    NotReached,
}
