using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The SmtpAppender of log4net.Ext.Mail, over MailKit: same name, different meaning.</summary>
internal static class Log4NetExtMail
{
    public static readonly MailLibrary Row = new(
        SmtpApi.MailKit,
        "log4net.Ext.Mail",
        "apache/logging-log4net src/log4net.Ext.Mail/Appender/SmtpAppender.cs:330",
        new MailKeys(Host: "smtpHost", Port: "port", User: "username", Secret: "password", From: "from")
    )
    {
        Assemblies = ["log4net.Ext.Mail"],
        Sections =
        [
            new("*:appender")
            {
                Attribute = "type",
                MustContain = "log4net.Ext.Mail",
                IsUnique = true,
            },
        ],
        Tls = [TlsSwitch.Flag("enableSsl", TlsMeaning.Auto, TlsMeaning.None)],
        TlsUnset = TlsMeaning.None,
        PortUnset = 25,
    };
}
