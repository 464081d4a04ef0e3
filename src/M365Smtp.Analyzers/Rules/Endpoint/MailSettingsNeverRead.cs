using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Endpoint;

/// <summary>The mailSettings section belongs to .NET Framework.</summary>
internal static class MailSettingsNeverRead
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP1007),
        "No runtime since .NET 5 reads mailSettings",
        "nothing reads this section since .NET 5: new SmtpClient() knows neither '{0}' nor any other value of it; set them in code or from appsettings.json",
        Severity.Info,
        Check)
    {
        NoFix = "Where the values go is the author's choice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use is { NeverRead: { } section, Endpoint: { } endpoint } ? new Finding(section, endpoint.Name) : null;
}
