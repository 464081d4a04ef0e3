using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Coravel's mailer: no switch, always Auto; a missing port or port 0 means 25.</summary>
internal static class Coravel
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Coravel",
        "jamesmh/coravel 2025-07",
        new MailKeys(Host: "Host", Port: "Port", User: "Username", Secret: "Password", From: "From:Address")
    )
    {
        Assemblies = ["Coravel.Mailer"],
        Sections = [new("Coravel:Mail") { IsUnique = true }],
        TlsUnset = TlsMeaning.Auto,
        PortUnset = 25,
    };
}
