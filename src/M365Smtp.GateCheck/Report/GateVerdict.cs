namespace M365Smtp;

/// <summary>Whether mail can pass.</summary>
public enum GateVerdict
{
    /// <summary>Nothing proves either: no sign-in was tried, or what came could not be understood.</summary>
    Unknown,

    /// <summary>The sign-in worked, and so did the test message where one was asked for.</summary>
    Open,

    /// <summary>A gate is closed.</summary>
    Closed,
}
