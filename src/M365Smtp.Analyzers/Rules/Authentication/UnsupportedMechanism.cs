using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Exchange Online offers LOGIN and XOAUTH2, after STARTTLS, and nothing else.</summary>
internal static class UnsupportedMechanism
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4006),
        "Unsupported SASL mechanism",
        "'{1}' does not support {0} and answers \"504 5.7.4 Unrecognized authentication type\". Use {2}.",
        Severity.Warning,
        Check
    )
    {
        Description =
            "After STARTTLS, Exchange Online offers AUTH LOGIN XOAUTH2 and nothing else. The code insists on "
            + "another mechanism, such as PLAIN, CRAM-MD5, NTLM or OAUTHBEARER. MailKit's Authenticate(user, "
            + "password) chooses LOGIN by itself.",
    };

    static Finding? Check(SmtpUsage use)
    {
        if (!use.IsAimedAtSubmission || !use.Credential.Is(out var credential, out var origin))
            return null;
        if (credential.Mechanism is null or "LOGIN" or "XOAUTH2")
            return null;
        var right = credential.IsToken ? "SaslMechanismOAuth2" : "SaslMechanismLogin";
        var advice = credential.IsToken ? right : "SaslMechanismOAuth2, or SaslMechanismLogin while Basic auth lasts";
        return new Finding(origin, credential.Mechanism, use.Endpoint.Server, advice).FixedBy(
            "Use " + right,
            Edits(origin, right)
        );
    }

    // All these types take a user name and a secret. A literal in the text may be the secret, which no edit may
    // contain.
    static ImmutableArray<Edit> Edits(Origin origin, string right)
    {
        var open = origin.Text.IndexOf('(');
        var name = open < 0 ? -1 : origin.Text.LastIndexOf("SaslMechanism", open, StringComparison.Ordinal);
        return
            name >= 0
            && origin.Text.StartsWith("new ", StringComparison.Ordinal)
            && origin.Text.EndsWith(")", StringComparison.Ordinal)
            && origin.Text.IndexOf('"') < 0
            ? ImmutableArray.Create(
                Edit.Replace(origin, origin.Text.Substring(0, name) + right + origin.Text.Substring(open))
            )
            : ImmutableArray<Edit>.Empty;
    }
}
