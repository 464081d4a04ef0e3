namespace M365Smtp;

/// <summary>Options of the health check.</summary>
public sealed class GateCheckHealthOptions
{
    /// <summary>What to check. The test message settings are not supported: a health check never sends mail.</summary>
    public GateCheckOptions Check { get; set; } = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>
    /// Whether to sign in; false by default. Without a sign-in, the check only shows that the server is reachable and
    /// offers a sign-in over TLS.
    /// </summary>
    public bool SignIn { get; set; }

    /// <summary>
    /// Reads the administrator's settings at each check, for example with <see cref="GateSettings.FromExport"/> or an
    /// <see cref="AppCredentialReader"/>, so that the check warns before a client secret or certificate expires. Null
    /// by default: no settings are read.
    /// </summary>
    public Func<CancellationToken, Task<GateSettings>>? Settings { get; set; }

    /// <summary>
    /// The minimum time between checks, 5 minutes by default; until then the last result is returned.
    /// </summary>
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A copy of the options for one check, without credentials if no sign-in is requested.</summary>
    internal GateCheckOptions ForProbe()
    {
        var copy = Check.Copy();
        copy.SendTestFrom = null;
        if (!SignIn)
            (copy.Password, copy.Token, copy.TokenProvider) = (null, null, null);
        return copy;
    }
}
