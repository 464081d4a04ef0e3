using System.Collections.Immutable;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Options;

/// <summary>What a team has said in .editorconfig or .globalconfig, for one file.</summary>
/// <param name="AdditionalHosts">Hosts that count as Microsoft 365 submission: a relay in front of it, a name of one's own.</param>
/// <param name="AllowedHosts">Hosts nothing is said about.</param>
/// <param name="Off">The switches of rules that are not to speak.</param>
/// <param name="Mistakes">Values that mean nothing.</param>
internal sealed record TeamOptions(ImmutableArray<string> AdditionalHosts, ImmutableArray<string> AllowedHosts, ImmutableArray<string> Off, ImmutableArray<OptionMistake> Mistakes)
{
    public const string AdditionalHostsKey = "m365smtp.additional_hosts", AllowedHostsKey = "m365smtp.allowed_hosts";

    public static readonly ImmutableArray<string> Switches = ImmutableArray.Create("m365smtp.allow_port_25", "m365smtp.allow_other_from");

    public static TeamOptions Read(AnalyzerConfigOptions options)
    {
        var mistakes = ImmutableArray.CreateBuilder<OptionMistake>();
        var off = ImmutableArray.CreateBuilder<string>();
        foreach (var key in Switches)
            if (!options.TryGetValue(key, out var value)) continue;
            else if (!bool.TryParse(value.Trim(), out var allowed)) mistakes.Add(new(key, value, "write true or false"));
            else if (allowed) off.Add(key);
        return new(Hosts(options, AdditionalHostsKey, mistakes), Hosts(options, AllowedHostsKey, mistakes), off.ToImmutable(), mistakes.ToImmutable());
    }

    /// <summary>The Microsoft host of that name as this team sees it.</summary>
    public MicrosoftHost? Endpoint(string host)
    {
        if (Contains(AllowedHosts, host)) return null;
        return Contains(AdditionalHosts, host) ? new(host, HostKind.Submission, Cloud.Worldwide, null, AdditionalHostsKey) : Knowledge.Hosts.Find(host);
    }

    static ImmutableArray<string> Hosts(AnalyzerConfigOptions options, string key, ImmutableArray<OptionMistake>.Builder mistakes)
    {
        if (!options.TryGetValue(key, out var value)) return ImmutableArray<string>.Empty;
        var hosts = ImmutableArray.CreateBuilder<string>();
        foreach (var part in value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries))
            if (part.Trim() is { Length: > 0 } host)
                if (Uri.CheckHostName(host) == UriHostNameType.Unknown) mistakes.Add(new(key, host, "write host names, separated by commas"));
                else hosts.Add(host);
        return hosts.ToImmutable();
    }

    static bool Contains(ImmutableArray<string> hosts, string host) => hosts.Any(known => string.Equals(known, host, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An option whose value means nothing, and what would.</summary>
internal sealed record OptionMistake(string Key, string Value, string Instead);
