namespace M365Smtp.Knowledge;

/// <summary>The ports of client submission.</summary>
internal static class Ports
{
    /// <summary>The recommended one. Source: OD-Ex how-to-set-up-a-multifunction-device.</summary>
    public const int Submission = 587;

    /// <summary>Documented too, often blocked on the way. Source: OD-Ex, SA fix-issues-with-printers.</summary>
    public const int Relay = 25;

    /// <summary>Implicit TLS: never supported. Source: OD-Ex; measured closed on 2026-08-05.</summary>
    public const int ImplicitTls = 465;

    /// <summary>Other providers' second door beside 587; Microsoft has none there.</summary>
    public const int Alternative = 2525;

    /// <summary>A port that people write for sending mail, right or wrong, and for nothing else.</summary>
    public static bool IsForMail(int port) => port is Submission or Relay or ImplicitTls or Alternative;
}
