namespace M365Smtp;

/// <summary>The state of one gate.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="State">Whether it is open.</param>
/// <param name="Evidence">The evidence, in one sentence.</param>
public sealed record GateResult(Gate Gate, GateState State, string Evidence);

/// <summary>Whether a gate is open.</summary>
public enum GateState
{
    /// <summary>It was reached, but there is no evidence.</summary>
    Unknown,

    /// <summary>Mail passes it.</summary>
    Open,

    /// <summary>It blocks the mail.</summary>
    Closed,

    /// <summary>The check ended before reaching it.</summary>
    NotReached,
}
