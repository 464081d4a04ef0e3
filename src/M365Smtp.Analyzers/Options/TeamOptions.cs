using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Options;

/// <summary>The options in .editorconfig or .globalconfig for one file.</summary>
/// <param name="AdditionalHosts">Hosts treated as Microsoft 365 submission: a relay in front of it, a custom
/// name.</param>
/// <param name="AllowedHosts">Hosts that are never reported.</param>
/// <param name="Off">The switches that turn rules off.</param>
/// <param name="DisabledRules">Rules that report nothing in this file.</param>
/// <param name="Mistakes">Values that are invalid and keys that do not exist.</param>
internal sealed record TeamOptions(
    ImmutableArray<string> AdditionalHosts,
    ImmutableArray<string> AllowedHosts,
    ImmutableArray<string> Off,
    ImmutableHashSet<string> DisabledRules,
    ImmutableArray<OptionMistake> Mistakes
)
{
    public const string AdditionalHostsKey = "m365smtp.additional_hosts";
    public const string AllowedHostsKey = "m365smtp.allowed_hosts";
    public const string DisabledRulesKey = "m365smtp.disabled_rules";

    public const string AllowSignInChangesKey = "m365smtp.allow_sign_in_changes";

    const string AllRulesOff = "all";

    public static readonly ImmutableArray<string> Switches = ImmutableArray.Create(
        "m365smtp.allow_port_25",
        "m365smtp.allow_other_from"
    );

    public static readonly ImmutableArray<string> Keys = Switches
        .Add(AdditionalHostsKey)
        .Add(AllowedHostsKey)
        .Add(DisabledRulesKey)
        .Add(AllowSignInChangesKey);

    public static readonly TeamOptions None = new(
        ImmutableArray<string>.Empty,
        ImmutableArray<string>.Empty,
        ImmutableArray<string>.Empty,
        ImmutableHashSet<string>.Empty,
        ImmutableArray<OptionMistake>.Empty
    );

    /// <summary>Fix All and <c>dotnet format</c> may change how the program signs in; false leaves that to the light
    /// bulb, one place at a time.</summary>
    public bool AllowsSignInChanges { get; init; }

    public static TeamOptions Read(AnalyzerConfigOptions options)
    {
        var mistakes = ImmutableArray.CreateBuilder<OptionMistake>();
        var off = Switches.Where(key => IsTrue(options, key, mistakes)).ToImmutableArray();
        var allowsSignInChanges = IsTrue(options, AllowSignInChangesKey, mistakes);
        var additional = Hosts(options, AdditionalHostsKey, mistakes);
        var allowedHosts = Hosts(options, AllowedHostsKey, mistakes);
        var disabled = Rules(options, mistakes);
        mistakes.AddRange(OptionKeys.Mistyped(options));
        return new(additional, allowedHosts, off, disabled, mistakes.ToImmutable())
        {
            AllowsSignInChanges = allowsSignInChanges,
        };
    }

    static bool IsTrue(AnalyzerConfigOptions options, string key, ImmutableArray<OptionMistake>.Builder mistakes)
    {
        if (!options.TryGetValue(key, out var value))
            return false;
        if (!bool.TryParse(value.Trim(), out var isTrue))
            mistakes.Add(new(key, value, "use true or false"));
        return isTrue;
    }

    /// <summary>The Microsoft host with that name under these options.</summary>
    public MicrosoftHost? Endpoint(string host)
    {
        if (Contains(AllowedHosts, host))
            return null;
        return Contains(AdditionalHosts, host)
            ? new(host, HostKind.Submission, Cloud.Worldwide, null, AdditionalHostsKey)
            : Knowledge.Hosts.Find(host);
    }

    /// <summary>Whether these options turn off the rule in this file.</summary>
    public bool IsOff(Rule rule) => IsOff(rule.Id) || (rule.Switch is { } key && Off.Contains(key));

    /// <inheritdoc cref="IsOff(Rule)"/>
    public bool IsOff(string ruleId) => DisabledRules.Contains(ruleId) || DisabledRules.Contains(AllRulesOff);

    static ImmutableArray<string> Hosts(
        AnalyzerConfigOptions options,
        string key,
        ImmutableArray<OptionMistake>.Builder mistakes
    )
    {
        var hosts = ImmutableArray.CreateBuilder<string>();
        foreach (var host in Listed(options, key))
            if (Uri.CheckHostName(host) != UriHostNameType.Unknown)
                hosts.Add(host);
            else
                mistakes.Add(new(key, host, "use host names, separated by commas"));
        return hosts.ToImmutable();
    }

    static ImmutableHashSet<string> Rules(AnalyzerConfigOptions options, ImmutableArray<OptionMistake>.Builder mistakes)
    {
        var rules = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in Listed(options, DisabledRulesKey))
            if (IsRule(id))
                rules.Add(id);
            else
                mistakes.Add(new(DisabledRulesKey, id, "use rule ids such as SMTP4003, separated by commas, or all"));
        return rules.ToImmutable();
    }

    static bool IsRule(string id) =>
        string.Equals(id, AllRulesOff, StringComparison.OrdinalIgnoreCase)
        || Enum.GetNames(typeof(RuleId)).Contains(id, StringComparer.OrdinalIgnoreCase);

    static IEnumerable<string> Listed(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value)
            ? value.Split(',', ';').Select(part => part.Trim()).Where(part => part.Length > 0)
            : [];

    static bool Contains(ImmutableArray<string> hosts, string host) =>
        hosts.Any(known => string.Equals(known, host, StringComparison.OrdinalIgnoreCase));
}
