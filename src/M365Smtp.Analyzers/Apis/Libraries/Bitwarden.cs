using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The Bitwarden server.</summary>
internal static class Bitwarden
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Bitwarden",
        "bitwarden/server src/Core/Platform/Mail/Delivery/MailKitSmtpMailDeliveryService.cs:83-102",
        new MailKeys(
            Host: "smtp:host",
            Port: "smtp:port",
            User: "smtp:username",
            Secret: "smtp:password",
            From: "replyToEmail"
        )
    )
    {
        Sections = [new("globalSettings:mail") { IsUnique = true }],
        Tls =
        [
            TlsSwitch.Of("smtp:sslOverride", ("true", TlsMeaning.Unknown)),
            TlsSwitch.Flag("smtp:ssl", TlsMeaning.ImplicitBut587WhenAvailable, TlsMeaning.WhenAvailable),
        ],
    };
}
