using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Duplicati's send-mail options.</summary>
internal static class Duplicati
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "Duplicati",
        "duplicati/duplicati SendMail.cs, #3813",
        new MailKeys(
            Host: "send-mail-url",
            Port: null,
            User: "send-mail-username",
            Secret: "send-mail-password",
            From: "send-mail-from"
        )
    )
    {
        Sections =
        [
            new("*") { Has = ["send-mail-url"], IsUnique = true },
            new("*") { Has = ["--send-mail-url"], IsUnique = true },
        ],
    };
}
