using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The MailKit client of the Aspire tutorial, copied widely: one address holds all settings.</summary>
internal static class AspireMailKit
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "MailKit",
        "aspire.dev client-integrations",
        new MailKeys(
            Host: "Endpoint",
            Port: null,
            User: "Credentials:UserName",
            Secret: "Credentials:Password",
            From: null
        )
    )
    {
        Sections = [new("MailKit:Client") { IsUnique = true }],
    };
}
