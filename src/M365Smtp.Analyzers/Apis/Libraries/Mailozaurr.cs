using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Mailozaurr's Send-EmailMessage.</summary>
internal static class Mailozaurr
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Mailozaurr",
        "EvotecIT/Mailozaurr 2024-10",
        new MailKeys(Host: "Server", Port: "Port", User: "Username", Secret: "Password", From: "From")
    )
    {
        Assemblies = ["Mailozaurr"],
        Types = ["Mailozaurr.Smtp"],
        Tls =
        [
            TlsSwitch.SecureSocketOptions("SecureSocketOptions"),
            TlsSwitch.Flag("UseSsl", TlsMeaning.StartTls, TlsMeaning.Auto),
        ],
        PortUnset = 587,
    };
}
