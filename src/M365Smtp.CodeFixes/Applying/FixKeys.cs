using M365Smtp.Analyzers.Rules;

namespace M365Smtp.CodeFixes;

/// <summary>The equivalence keys, by which Fix All tells which fixes belong together.</summary>
internal static class FixKeys
{
    /// <summary>Puts a client right as a whole.</summary>
    public const string Client = "M365Smtp.FixClient";

    public const string ClientTitle = "Fix all Microsoft 365 settings of this client";

    // One key a rule: 'dotnet format' fixes, of each id, only what shares the key of the first finding.
    public static string Of(string ruleId) =>
        ruleId
        + ruleId switch
        {
            nameof(RuleId.SMTP4001) => ".UseOAuth",
            nameof(RuleId.SMTP4002) => ".MigrateToMailKit",
            _ => ".Fix",
        };

    /// <summary>The second way that a rule offers.</summary>
    public static string Other(string ruleId) => ruleId + ".Otherwise";

    /// <summary>What may be right and only a person can tell.</summary>
    public static string Guess(string ruleId) => ruleId + ".Guess";
}
