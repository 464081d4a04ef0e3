using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>Quartz.NET's SendMailJob: it has no TLS switch at all.</summary>
internal static class QuartzSendMail
{
    public static readonly MailLibrary Row = new(
        SmtpApi.SystemNetMail,
        "Quartz.NET",
        "quartznet/quartznet src/Quartz.Jobs/SendMailJob.cs",
        new MailKeys(
            Host: "job-data-map:smtp_host",
            Port: "job-data-map:smtp_port",
            User: "job-data-map:smtp_username",
            Secret: "job-data-map:smtp_password",
            From: "job-data-map:sender"
        )
    )
    {
        Assemblies = ["Quartz.Jobs"],
        Sections =
        [
            new("*:job")
            {
                Attribute = "job-type",
                MustContain = "Quartz.Job.SendMailJob",
                IsUnique = true,
            },
        ],
        TlsUnset = TlsMeaning.None,
        PortUnset = 25,
    };
}
