using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>log4net's own SmtpAppender, over System.Net.Mail.</summary>
internal static class Log4NetSmtp
{
    public static readonly MailLibrary Row = new(
        SmtpApi.SystemNetMail,
        "log4net",
        "apache/logging-log4net src/log4net/Appender/SmtpAppender.cs",
        new MailKeys(Host: "smtpHost", Port: "port", User: "username", Secret: "password", From: "from")
    )
    {
        Assemblies = ["log4net"],
        OptionsTypes = ["log4net.Appender.SmtpAppender"],
        Sections =
        [
            new("*:appender")
            {
                Attribute = "type",
                MustContain = "log4net.Appender.SmtpAppender",
                MustNotContain = "log4net.Ext.Mail",
                IsUnique = true,
            },
        ],
        Tls = [TlsSwitch.Flag("enableSsl", TlsMeaning.StartTls, TlsMeaning.None)],
        TlsUnset = TlsMeaning.None,
        PortUnset = 25,
    };
}
