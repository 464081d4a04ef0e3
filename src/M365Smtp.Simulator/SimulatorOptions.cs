namespace M365Smtp.Simulator;

/// <summary>How the simulator runs; what it simulates is the <see cref="Tenant"/>.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The TCP port on the loopback addresses; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock of limits, lockout, delays and time stamps; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What is wrong with the network; nothing by default.</summary>
    public NetworkFault Fault { get; init; } = NetworkFault.None;

    /// <summary>Hears every line of every session as it happens, secrets masked, from several threads at once.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Hears of every session that has ended.</summary>
    public Action<SmtpSession>? SessionEnded { get; init; }
}
