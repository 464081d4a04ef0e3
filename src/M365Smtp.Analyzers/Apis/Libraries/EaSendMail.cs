using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>EASendMail, an independent client library.</summary>
internal static class EaSendMail
{
    public static readonly MailLibrary Row = new(
        SmtpApi.Other,
        "EASendMail",
        "EASendMail SmtpServer and SmtpConnectType, as its documentation and its samples describe them (ConnectSSLAuto for "
            + "a server that requires TLS, ConnectTryTLS for one that may support it), 2026-11",
        new MailKeys(Host: "Server", Port: "Port", User: "User", Secret: "Password", From: null)
        {
            Mechanism = "AuthType",
        }
    )
    {
        Assemblies = ["EASendMail"],
        OptionsTypes = ["EASendMail.SmtpServer"],
        Tls =
        [
            TlsSwitch.Of(
                "ConnectType",
                ("0", TlsMeaning.None),
                ("ConnectNormal", TlsMeaning.None),
                ("1", TlsMeaning.ImplicitOn465ElseStartTls),
                ("ConnectSSLAuto", TlsMeaning.ImplicitOn465ElseStartTls),
                ("2", TlsMeaning.StartTls),
                ("ConnectSTARTTLS", TlsMeaning.StartTls),
                ("3", TlsMeaning.Implicit),
                ("ConnectDirectSSL", TlsMeaning.Implicit),
                ("4", TlsMeaning.WhenAvailable),
                ("ConnectTryTLS", TlsMeaning.WhenAvailable)
            ),
        ],
        PortUnset = 25,
    };
}
