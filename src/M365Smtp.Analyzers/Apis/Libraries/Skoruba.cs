using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Skoruba's admin UI for IdentityServer.</summary>
internal static class Skoruba
{
    public static readonly MailLibrary Row = new(
        SmtpApi.SystemNetMail,
        "Skoruba IdentityServer Admin",
        "skoruba/IdentityServer4.Admin, read 2026-11",
        new MailKeys(Host: "Host", Port: "Port", User: "Login", Secret: "Password", From: "From")
    )
    {
        Assemblies =
        [
            "Skoruba.IdentityServer4.Shared",
            "Skoruba.IdentityServer4.Shared.Configuration",
            "Skoruba.Duende.IdentityServer.Shared",
            "Skoruba.Duende.IdentityServer.Shared.Configuration",
        ],
        Sections = [new("SmtpConfiguration")],
        Tls = [TlsSwitch.Flag("UseSSL", TlsMeaning.StartTls, TlsMeaning.None)],
    };
}
