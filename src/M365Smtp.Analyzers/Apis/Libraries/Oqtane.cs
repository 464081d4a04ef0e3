using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Oqtane's site settings.</summary>
internal static class Oqtane
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Oqtane",
        "oqtane/oqtane.framework NotificationJob.cs 2026-08; #5372, #1710",
        new MailKeys(
            Host: "SMTPHost",
            Port: "SMTPPort",
            User: "SMTPUsername",
            Secret: "SMTPPassword",
            From: "SMTPSender"
        )
    )
    {
        Assemblies = ["Oqtane.Server", "Oqtane.Shared"],
        Sections = [new("*") { Has = ["SMTPHost", "SMTPSSL"] }],
        Tls = [TlsSwitch.SecureSocketOptions("SMTPSSL"), TlsSwitch.Flag("SMTPSSL", TlsMeaning.Auto, TlsMeaning.None)],
        PortUnset = 587,
    };
}
