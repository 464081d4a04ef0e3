using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>A refused sign-in stays refused, and repeating it locks the account.</summary>
internal static class SignInRetried
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4009),
        "Refused sign-in is retried",
        "this retries a sign-in that '{0}' has refused, which can lock the account: \"535 5.7.139 Authentication "
            + "unsuccessful, account locked\"",
        Severity.Warning,
        Check
    )
    {
        Description =
            "A loop or a Polly pipeline signs in again after the server refused the sign-in. A refusal stays a "
            + "refusal until somebody changes the password, the mailbox or a policy, and repeated refusals lock "
            + "the account, so that the right password is refused too. Retry what is temporary (a lost connection, "
            + "a 4xx reply), never a refused sign-in.",
    };

    // MailKit has its own exception type; System.Net.Mail goes on to MAIL FROM, whose 530 it calls
    // MustIssueStartTlsFirst. Waiting fixes neither.
    const string MailKits = "global::MailKit.Security.AuthenticationException";
    const string SystemNetMails = "global::System.Net.Mail.SmtpException",
        Its530 = "global::System.Net.Mail.SmtpStatusCode.MustIssueStartTlsFirst";

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.Pace.Is(out var pace, out var origin) && pace == Pace.RetryAfterRefusal
            ? new Finding(origin, use.Endpoint.Server).FixedBy(
                "Stop retrying when sign-in is refused",
                origin.SetOn is { } place ? ImmutableArray.Create(Edit(place, use.Api)) : ImmutableArray<Edit>.Empty
            )
            : null;

    /// <param name="place">The catch clause in a loop, or the arguments of Handle in a Polly pipeline, or its options
    /// without a ShouldHandle.</param>
    static Edit Edit(Origin place, SmtpApi api)
    {
        var others =
            "exception => exception is not "
            + (api == SmtpApi.MailKit ? MailKits : $"{SystemNetMails} {{ StatusCode: {Its530} }}");
        return place.Text switch
        {
            "catch" or "Catch" => Model.Edit.LetThrough(
                place,
                api == SmtpApi.MailKit
                    ? $"catch ({MailKits})"
                    : $"catch ({SystemNetMails} refused) when (refused.StatusCode == {Its530})"
            ),
            "()" => Model.Edit.Replace(place, $"({others})"),
            _ => Model.Edit.SetProperty(
                place,
                "ShouldHandle",
                $"new global::Polly.PredicateBuilder().Handle<global::System.Exception>({others} and not "
                    + "global::System.OperationCanceledException)"
            ),
        };
    }
}
