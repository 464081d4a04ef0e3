using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Orchard Core Email.Smtp, including the older section name and the recipe step.</summary>
internal static class OrchardCore
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Orchard Core",
        "OrchardCMS/OrchardCore SmtpOptions, #3556",
        new MailKeys(Host: "Host", Port: "Port", User: "UserName", Secret: "Password", From: "DefaultSender")
    )
    {
        Assemblies = ["OrchardCore.Email.Smtp", "OrchardCore.Email"],
        Sections =
        [
            new("OrchardCore:OrchardCore_Email_Smtp") { IsUnique = true },
            new("OrchardCore:OrchardCore_Email") { IsUnique = true },
            new("*:SmtpSettings") { Has = ["EncryptionMethod"] },
        ],
        Tls =
        [
            TlsSwitch.Of("AutoSelectEncryption", ("true", TlsMeaning.Auto)),
            TlsSwitch.Of(
                "EncryptionMethod",
                ("None", TlsMeaning.None),
                ("0", TlsMeaning.None),
                ("SSLTLS", TlsMeaning.Implicit),
                ("1", TlsMeaning.Implicit),
                ("STARTTLS", TlsMeaning.StartTls),
                ("2", TlsMeaning.StartTls)
            ),
        ],
    };
}
