using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>ELMAH's errorMail and ElmahCore's EmailOptions, over System.Net.Mail.</summary>
internal static class Elmah
{
    public static readonly MailLibrary Row = new(
        SmtpApi.SystemNetMail,
        "ELMAH",
        "elmah/Elmah ErrorMailModule.cs:125-136",
        new MailKeys(Host: "smtpServer", Port: "smtpPort", User: "userName", Secret: "password", From: "from")
    )
    {
        Sections = [new("*:errorMail") { IsUnique = true }, new("*:elmah:errorMail") { IsUnique = true }],
        Tls = [TlsSwitch.Flag("useSsl", TlsMeaning.StartTls, TlsMeaning.None)],
        TlsUnset = TlsMeaning.None,
    };

    public static readonly MailLibrary Core = new(
        SmtpApi.SystemNetMail,
        "ElmahCore",
        "ElmahCore ErrorMailNotifier.cs:68-74",
        new MailKeys(
            Host: "SmtpServer",
            Port: "SmtpPort",
            User: "AuthUserName",
            Secret: "AuthPassword",
            From: "MailSender"
        )
    )
    {
        Assemblies = ["ElmahCore", "ElmahCore.Common"],
        OptionsTypes = ["ElmahCore.Mvc.Notifiers.EmailOptions", "ElmahCore.EmailOptions"],
        Sections = [new("*") { Has = ["SmtpServer", "AuthUserName", "UseSsl"] }],
        Tls = [TlsSwitch.Flag("UseSsl", TlsMeaning.StartTls, TlsMeaning.None)],
    };
}
