using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The TLS behavior that a value of a library's TLS switch selects.</summary>
internal enum TlsMeaning
{
    /// <summary>The settings do not show it.</summary>
    Unknown,
    None,
    StartTls,
    Implicit,

    /// <summary>STARTTLS if the server offers it, otherwise plain text.</summary>
    WhenAvailable,

    /// <summary>MailKit's Auto: implicit on 465, when available elsewhere.</summary>
    Auto,

    /// <summary>Implicit on 465, STARTTLS elsewhere.</summary>
    ImplicitOn465ElseStartTls,

    /// <summary>Implicit on 465, STARTTLS on 587 and 2525, plain text elsewhere.</summary>
    FollowsPort,
    ImplicitBut587StartTls,
    ImplicitBut587WhenAvailable,
}

internal static class TlsMeanings
{
    /// <summary>The mode on this port; null if it depends on an unknown port.</summary>
    public static TlsMode? On(this TlsMeaning meaning, int? port) =>
        (meaning, port) switch
        {
            (TlsMeaning.None, _) => TlsMode.None,
            (TlsMeaning.StartTls, _) => TlsMode.StartTls,
            (TlsMeaning.Implicit, _) => TlsMode.Implicit,
            (TlsMeaning.WhenAvailable, _) => TlsMode.Opportunistic,
            (TlsMeaning.Unknown, _) or (_, null) => null,
            (_, Ports.ImplicitTls) => TlsMode.Implicit,
            (TlsMeaning.Auto, _) => TlsMode.Opportunistic,
            (TlsMeaning.ImplicitOn465ElseStartTls, _) => TlsMode.StartTls,
            (TlsMeaning.FollowsPort, Ports.Submission or Ports.Alternative) => TlsMode.StartTls,
            (TlsMeaning.FollowsPort, _) => TlsMode.None,
            (TlsMeaning.ImplicitBut587StartTls, Ports.Submission) => TlsMode.StartTls,
            (TlsMeaning.ImplicitBut587WhenAvailable, Ports.Submission) => TlsMode.Opportunistic,
            _ => TlsMode.Implicit,
        };
}
