namespace M365Smtp;

/// <summary>Options of the health check.</summary>
public sealed class GateCheckHealthOptions
{
    /// <summary>What to check. Its test message is not available here: a health check never sends mail.</summary>
    public GateCheckOptions Check { get; set; } = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Whether to sign in, off by default: without it the check only sees that the server is reached and
    /// offers a sign-in over TLS.</summary>
    public bool SignIn { get; set; }

    /// <summary>
    /// Supplies what an administrator set, such as a file that <see cref="GateSettings.FromExport"/> reads or an
    /// <see cref="AppCredentialReader"/>; asked at each check. With it the check warns before a client secret or
    /// certificate ends.
    /// Null, the default, reads nothing.
    /// </summary>
    public Func<CancellationToken, Task<GateSettings>>? Settings { get; set; }

    /// <summary>The least time from one check to the next, 5 minutes by default; until then the last result is
    /// given.</summary>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The options of one check: a copy, without credentials where no sign-in is asked for.</summary>
    internal GateCheckOptions ForProbe()
    {
        var copy = Check.Copy();
        copy.SendTestFrom = null;
        if (!SignIn)
            (copy.Password, copy.Token, copy.TokenProvider) = (null, null, null);
        return copy;
    }
}
