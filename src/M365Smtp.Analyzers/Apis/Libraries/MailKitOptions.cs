using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>MailKit configured by options that code passes to Connect.</summary>
internal static class MailKitOptions
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "MailKit",
        "jstedfast/MailKit@d1f7aa7 MailKit/MailService.cs:777-805,960,1023",
        new MailKeys(Host: "Host", Port: "Port", User: null, Secret: null, From: null)
    )
    {
        Tls =
        [
            TlsSwitch.SecureSocketOptions("SecureSocketOptions"),
            TlsSwitch.SecureSocketOptions("SecureSocketOption"),
            TlsSwitch.Flag("useSsl", TlsMeaning.Implicit, TlsMeaning.WhenAvailable),
        ],
        TlsUnset = TlsMeaning.Auto,
        PortUnset = 0,
    };
}
