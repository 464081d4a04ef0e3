using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Exceptionless: one address holds all settings; the port determines the TLS mode.</summary>
internal static class Exceptionless
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Exceptionless",
        "exceptionless/Exceptionless src/Exceptionless.Core/Configuration/EmailOptions.cs:49-72, #290",
        new MailKeys(Host: "ConnectionStrings:Email", Port: null, User: null, Secret: null, From: "SmtpFrom")
    )
    {
        Assemblies = ["Exceptionless.Core"],
        Sections = [new("") { Has = ["ConnectionStrings:Email"] }],
        Tls =
        [
            TlsSwitch.Of(
                "SmtpEncryption",
                ("None", TlsMeaning.None),
                ("StartTLS", TlsMeaning.StartTls),
                ("SSL", TlsMeaning.Implicit)
            ),
        ],
        TlsUnset = TlsMeaning.FollowsPort,
    };
}
