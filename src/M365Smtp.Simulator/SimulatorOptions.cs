namespace M365Smtp.Simulator;

/// <summary>How the simulator runs. What it simulates is the <see cref="Tenant"/>.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The TCP port on the loopback addresses; 0, the default, picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The TCP port of the sign-in service on the loopback address; 0, the default, picks a free one.
    /// </summary>
    public int TokenPort { get; init; }

    /// <summary>The clock for limits, lockout, delays and timestamps; the system clock by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long a client may be idle before the server replies <c>421 4.4.2</c> and closes the connection: 5 minutes by
    /// default, as RFC 5321 recommends (Exchange Online's own limit is not documented).
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The network fault at the start; none by default.</summary>
    public NetworkFault Fault { get; init; } = NetworkFault.None;

    /// <summary>
    /// Called for every line of every session, with secrets masked, possibly from several threads at once.
    /// </summary>
    public Action<string>? Log { get; init; }

    /// <summary>Called for every line like <see cref="Log"/>, with the session it belongs to.</summary>
    public Action<SmtpSession, string>? LineHeard { get; init; }

    /// <summary>Called when a session begins.</summary>
    public Action<SmtpSession>? SessionStarted { get; init; }

    /// <summary>Called for every accepted message, including one above the rate limit.</summary>
    public Action<DeliveredMessage>? MessageAccepted { get; init; }

    /// <summary>Called when a session has ended.</summary>
    public Action<SmtpSession>? SessionEnded { get; init; }
}
