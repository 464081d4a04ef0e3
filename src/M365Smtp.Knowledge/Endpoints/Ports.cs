namespace M365Smtp.Knowledge;

/// <summary>The ports of client submission.</summary>
internal static class Ports
{
    /// <summary>The recommended port. Source: OD-Ex how-to-set-up-a-multifunction-device.</summary>
    public const int Submission = 587;

    /// <summary>Also documented, but often blocked by networks. Source: OD-Ex, SA fix-issues-with-printers.</summary>
    public const int Relay = 25;

    /// <summary>Implicit TLS: never supported. Source: OD-Ex; measured closed on 2026-08-05.</summary>
    public const int ImplicitTls = 465;

    /// <summary>Other providers' alternative to 587; Microsoft does not use it.</summary>
    public const int Alternative = 2525;

    /// <summary>Whether a port, right or wrong, is used for sending mail and nothing else.</summary>
    public static bool IsForMail(int port) => port is Submission or Relay or ImplicitTls or Alternative;
}
