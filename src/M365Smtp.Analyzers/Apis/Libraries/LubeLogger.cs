using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>LubeLogger: first System.Net.Mail, later MailKit, so TLS is not judged.</summary>
internal static class LubeLogger
{
    public static readonly MailLibrary Row = new(
        SmtpApi.None,
        "LubeLogger",
        "hargata/lubelog, read 2026-11",
        new MailKeys(Host: "EmailServer", Port: "Port", User: "Username", Secret: "Password", From: "EmailFrom")
    )
    {
        Sections = [new("MailConfig") { Has = ["EmailServer", "EmailFrom"], IsUnique = true }],
    };
}
