using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Squidex: System.Net.Mail in most versions, MailKit in others, so TLS is not judged.</summary>
internal static class Squidex
{
    public static readonly MailLibrary Row = new(
        SmtpApi.None,
        "Squidex",
        "Squidex/squidex, read 2026-11",
        new MailKeys(Host: "server", Port: "port", User: "username", Secret: "password", From: "sender")
    )
    {
        Assemblies = ["Squidex", "Squidex.Infrastructure"],
        Sections = [new("email:smtp") { Has = ["server", "sender"] }],
        PortUnset = 587,
    };
}
