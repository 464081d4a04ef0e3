using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Umbraco CMS.</summary>
internal static class Umbraco
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Umbraco",
        "umbraco/Umbraco-CMS SmtpSettings.cs",
        new MailKeys(Host: "Host", Port: "Port", User: "Username", Secret: "Password", From: "From")
        {
            DeliveryMethod = "DeliveryMethod",
        }
    )
    {
        Assemblies = ["Umbraco.Core", "Umbraco.Cms.Core"],
        OptionsTypes = ["Umbraco.Cms.Core.Configuration.Models.SmtpSettings"],
        Sections = [new("Umbraco:CMS:Global:Smtp") { IsUnique = true }],
        Tls = [TlsSwitch.SecureSocketOptions("SecureSocketOptions")],
        TlsUnset = TlsMeaning.Auto,
    };
}
