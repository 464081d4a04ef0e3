using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>NLog.MailKit, the target Mail.</summary>
internal static class NLogMail
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "NLog.MailKit",
        "NLog/NLog.MailKit 2026-07; #13",
        new MailKeys(Host: "smtpServer", Port: "smtpPort", User: "smtpUserName", Secret: "smtpPassword", From: "from")
    )
    {
        Assemblies = ["NLog.MailKit"],
        OptionsTypes = ["NLog.MailKit.MailTarget"],
        Sections =
        [
            new("*:target") { Attribute = "type", MustContain = "Mail" },
            new("NLog:targets:*") { Attribute = "type", MustContain = "Mail" },
        ],
        Tls =
        [
            TlsSwitch.SecureSocketOptions("secureSocketOption"),
            TlsSwitch.Flag("requireTLS", TlsMeaning.StartTls, TlsMeaning.Unknown),
            TlsSwitch.Flag("enableSsl", TlsMeaning.Implicit, TlsMeaning.WhenAvailable),
        ],
        TlsUnset = TlsMeaning.WhenAvailable,
        PortUnset = 25,
    };
}
