using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>A refusal stays a refusal, and repeating it locks the account.</summary>
internal static class SignInRetried
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4009),
        "A refused sign-in must not be tried again",
        "this signs in to '{0}' again after a refusal, which locks the account: 535 5.7.139 Authentication unsuccessful, account locked",
        Severity.Warning,
        Check)
    {
        NoFix = "What shall happen after a refusal is the author's choice.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Pace.Is(out var pace, out var origin) && pace == Pace.RetryAfterRefusal
            ? new Finding(origin, use.Endpoint.Name)
            : null;
}
