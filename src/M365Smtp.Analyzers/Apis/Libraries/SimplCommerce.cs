using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>SimplCommerce: useSsl is always false.</summary>
internal static class SimplCommerce
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "SimplCommerce",
        "simplcommerce/SimplCommerce EmailSenderSmtp",
        new MailKeys(Host: "SmtpServer", Port: "SmtpPort", User: "SmtpUsername", Secret: "SmtpPassword", From: null)
    )
    {
        Assemblies = ["SimplCommerce.Module.EmailSenderSmtp"],
        Sections = [new("*") { Has = ["SmtpServer", "SmtpUsername"] }],
        TlsUnset = TlsMeaning.WhenAvailable,
        PortUnset = 587,
    };
}
