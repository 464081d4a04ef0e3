using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>Only .NET Framework reads the mailSettings section.</summary>
internal static class MailSettingsNeverRead
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1007),
        "mailSettings is ignored on .NET 5 and later",
        ".NET 5 and later ignore this section: new SmtpClient() does not see '{0}' or any other value in it. Set "
            + "the values in code or read them from appsettings.json.",
        Severity.Info,
        Check
    )
    {
        JudgesSettings = true,
        Description =
            "system.net/mailSettings in app.config or web.config names a Microsoft 365 host, but the project "
            + "targets .NET 5 or later, which ignores that section. It is usually left over from .NET Framework.",
        NoFix = "Where the values go is the author's choice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use is { NeverRead: { } section, Endpoint: { } endpoint } ? new Finding(section, endpoint.Name) : null;
}
