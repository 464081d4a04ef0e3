namespace M365Smtp;

/// <summary>Whether mail can be sent.</summary>
public enum GateVerdict
{
    /// <summary>There is no proof either way: no sign-in was attempted, or the reply was not understood.</summary>
    Unknown,

    /// <summary>The sign-in succeeded, as did the test message if one was requested.</summary>
    Open,

    /// <summary>A gate is closed.</summary>
    Closed,
}
