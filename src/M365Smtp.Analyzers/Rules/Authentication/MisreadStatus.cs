using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Two libraries name a number after what it meant elsewhere; Exchange Online says with it something else.</summary>
internal static class MisreadStatus
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4010),
        "The name of a status is not what went wrong",
        "{0} is but the library's name for {1}, with which '{2}' reports {3}; the text of the reply says why, and SmtpReply.Explain (M365Smtp.GateCheck) or 'm365smtp explain' reads it",
        Severity.Info,
        Check)
    {
        NoFix = "What the code says instead depends on the text of the reply. Explain refusals with M365Smtp.GateCheck, a refactoring, puts the decoder there.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.MisreadStatus.Is(out var name, out var origin)
            ? name == "PasswordTransitionNeeded"
                ? new Finding(origin, name, "432", use.Endpoint.Server, "too many connections at once, whatever the password")
                : new Finding(origin, name, "530", use.Endpoint.Server, "a sign-in that is missing or was refused, with TLS as without")
            : null;
}
