using System.Collections.Immutable;
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
        Check);

    // MailKit has a type of its own for it; System.Net.Mail goes on to MAIL FROM, whose 530 it calls MustIssueStartTlsFirst. Neither gets better by waiting.
    const string MailKits = "catch (global::MailKit.Security.AuthenticationException)";
    const string SystemNetMails = "catch (global::System.Net.Mail.SmtpException refused) when (refused.StatusCode == global::System.Net.Mail.SmtpStatusCode.MustIssueStartTlsFirst)";

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Pace.Is(out var pace, out var origin) && pace == Pace.RetryAfterRefusal
            ? new Finding(origin, use.Endpoint.Server).FixedBy("Let a refused sign-in end the loop", Edits(use, origin))
            : null;

    static ImmutableArray<Edit> Edits(SmtpUsage use, Origin loop) => (loop.SetOn, use.Api) switch
    {
        ({ } clause, SmtpApi.MailKit) => ImmutableArray.Create(Edit.LetThrough(clause, MailKits)),
        ({ } clause, SmtpApi.SystemNetMail) => ImmutableArray.Create(Edit.LetThrough(clause, SystemNetMails)),
        _ => ImmutableArray<Edit>.Empty,
    };
}
