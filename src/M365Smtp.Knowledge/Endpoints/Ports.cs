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
}
