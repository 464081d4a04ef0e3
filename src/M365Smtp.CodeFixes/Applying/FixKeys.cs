using M365Smtp.Analyzers.Rules;

namespace M365Smtp.CodeFixes;

/// <summary>The equivalence keys that tell Fix All which fixes belong together.</summary>
internal static class FixKeys
{
    /// <summary>Fixes all settings of a client.</summary>
    public const string Client = "M365Smtp.FixClient";

    public const string ClientTitle = "Fix all Microsoft 365 settings of this client";

    // One key per rule: for each id, 'dotnet format' applies only the fixes that share the first finding's key.
    public static string Of(string ruleId) =>
        ruleId
        + ruleId switch
        {
            nameof(RuleId.SMTP4001) => ".UseOAuth",
            nameof(RuleId.SMTP4002) => ".MigrateToMailKit",
            _ => ".Fix",
        };

    /// <summary>The second fix that a rule offers.</summary>
    public static string Other(string ruleId) => ruleId + ".Otherwise";

    /// <summary>A fix that may be correct; only the developer can tell.</summary>
    public static string Guess(string ruleId) => ruleId + ".Guess";
}
