namespace M365Smtp.Simulator;

/// <summary>How the simulator runs; what it simulates is the <see cref="Tenant"/>.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The TCP port on the loopback addresses; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The TCP port of the sign-in service on the loopback address; 0, the default, takes a free one.
    /// </summary>
    public int TokenPort { get; init; }

    /// <summary>The clock of limits, lockout, delays and time stamps; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long a client may be silent before the server says <c>421 4.4.2</c> and hangs up: 5 minutes by default, as
    /// RFC 5321 asks
    /// (Exchange Online's own time is not documented). <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no
    /// limit.
    /// </summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with the network at first; nothing by default.</summary>
    public NetworkFault Fault { get; init; } = NetworkFault.None;

    /// <summary>Hears every line of every session as it happens, secrets masked, from several threads at
    /// once.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Hears every line as <see cref="Log"/> does, with the session it belongs to.</summary>
    public Action<SmtpSession, string>? LineHeard { get; init; }

    /// <summary>Hears of every session that begins.</summary>
    public Action<SmtpSession>? SessionStarted { get; init; }

    /// <summary>Hears of every message that was accepted, also of one above the rate limit.</summary>
    public Action<DeliveredMessage>? MessageAccepted { get; init; }

    /// <summary>Hears of every session that has ended.</summary>
    public Action<SmtpSession>? SessionEnded { get; init; }
}
