using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Rules.Authentication;

/// <summary>An access token is valid for about an hour; the program that caches it runs longer.</summary>
internal static class FrozenToken
{
    public static readonly Rule Rule = new(
        nameof(RuleId.SMTP4012),
        "Access token kept longer than it is valid",
        "{0} keeps this access token, which expires after about an hour: from then on sign-in fails with \"535 5.7.3 "
            + "Authentication unsuccessful\". Keep the credential, and ask it for a token each time you connect.",
        Severity.Warning,
        Check
    )
    {
        AtAnyHost = ["saslmechanismoauth2", "gettoken", "executeasync"],
        Description =
            "An access token is valid for about an hour. One that is kept in a static field, a "
            + "singleton, the options of a log sink or the source stops working while the program runs.",
        NoFix = "Where the token is asked for each time depends on the code that sends.",
    };

    static Finding? Check(SmtpUsage use) =>
        use.FrozenToken.Is(out var keeper, out var origin) ? new Finding(origin, keeper) : null;
}
