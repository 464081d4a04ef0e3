using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The notifications of VirtoCommerce.</summary>
internal static class VirtoCommerce
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "VirtoCommerce",
        "VirtoCommerce/vc-module-notification, read 2026-11",
        new MailKeys(
            Host: "Smtp:SmtpServer",
            Port: "Smtp:Port",
            User: "Smtp:Login",
            Secret: "Smtp:Password",
            From: "DefaultSender"
        )
    )
    {
        Sections = [new("Notifications") { Has = ["Smtp:SmtpServer"], IsUnique = true }],
        // Older versions have EnableSsl, whose meaning differs between them.
        Tls = [TlsSwitch.Flag("Smtp:ForceSslTls", TlsMeaning.Implicit, TlsMeaning.WhenAvailable)],
    };
}
