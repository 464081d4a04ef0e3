using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>Two libraries name a status code after its meaning elsewhere; Exchange Online uses it for something
/// different.</summary>
internal static class MisreadStatus
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4010),
        "Misleading SMTP status name",
        "{0} is only the library's name for reply code {1}, which '{2}' uses for {3}. Read the text of the reply, "
            + "or call SmtpReply.Explain (M365Smtp.GateCheck).",
        Severity.Info,
        Check
    )
    {
        Description =
            "The code reacts to the name of an SMTP status code, but the name does not say what went wrong: with "
            + "Microsoft 365 the text of the reply does.",
        NoFix =
            "The right reaction depends on the text of the reply. The refactoring 'Explain refusals with "
            + "M365Smtp.GateCheck' adds the decoder.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.IsAimedAtSubmission && use.MisreadStatus.Is(out var name, out var origin)
            ? name == "PasswordTransitionNeeded"
                ? new Finding(
                    origin,
                    name,
                    "432",
                    use.Endpoint.Server,
                    "too many connections at once, whatever the password"
                )
                : new Finding(
                    origin,
                    name,
                    "530",
                    use.Endpoint.Server,
                    "a sign-in that is missing or was refused, with TLS as without"
                )
            : null;
}
