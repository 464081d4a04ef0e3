using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Transport;

/// <summary>Exchange Online announces AUTH only after STARTTLS.</summary>
internal static class StartTlsMissing
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP2001),
        "STARTTLS is not enabled",
        "'{0}' offers sign-in only after STARTTLS, which is off here: the server answers \"530 5.7.57\" or \"451 "
            + "5.7.3\"",
        Severity.Warning,
        Check
    )
    {
        JudgesSettings = true,
        JudgesPresets = true,
        Description =
            "Exchange Online offers sign-in only after STARTTLS. Here TLS is off: EnableSsl is false or never "
            + "set (false is its default), or MailKit gets SecureSocketOptions.None.",
    };

    const string NeverSet =
        "'{0}' offers sign-in only after STARTTLS, and EnableSsl is never set: the server answers \"530 5.7.57\" "
        + "or \"451 5.7.3\"";

    static Finding? Check(SmtpUsage use) =>
        use is { IsAimedAtSubmission: true, Api: not SmtpApi.None }
        && use.Tls.Is(out var mode, out var origin)
        && mode == TlsMode.None
            ? new Finding(origin, use.Endpoint.Server)
            {
                Message = origin.IsDefault && use.Api == SmtpApi.SystemNetMail ? NeverSet : null,
            }.FixedBy("Enable STARTTLS", Corrections.Tls(use))
            : null;
}
