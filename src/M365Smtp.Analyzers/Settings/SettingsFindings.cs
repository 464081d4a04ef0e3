using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;

namespace M365Smtp.Analyzers.Settings;

/// <summary>The findings for one settings file, alone and over the base file it overrides.</summary>
internal sealed class SettingsFindings(ProjectLibraries project, TeamOptions team, SenderDirectory? senders = null)
{
    // An unread section has no effect, but a password in it has leaked.
    static readonly string[] OfUnread = [nameof(RuleId.SMTP1007), nameof(RuleId.SMTP4003)];

    /// <param name="below">The base file if this one is an environment's; the base file's own findings are not
    /// repeated.</param>
    public ImmutableArray<RuleFinding> Of(SettingsFile file, SettingsFile? below)
    {
        if (file.WebServices.IsEmpty && Hosts(file).IsEmpty && (below is null || Hosts(below).IsEmpty))
            return ImmutableArray<RuleFinding>.Empty;
        var own = In(Hosts(file)).Select(pair => pair.Found).ToList();
        var ofWebServices = file.WebServices.Select(WebServicesAddress.Usage).SelectMany(Judged);
        return Findings.OnePerSpan((below is null ? own : Layered(file, below, own)).Concat(ofWebServices));
    }

    ImmutableArray<HostPlace> Hosts(SettingsFile file) =>
        team.AdditionalHosts.IsEmpty ? file.Hosts : MicrosoftHosts.In(file.Root, team.AdditionalHosts);

    // An environment sees both files, so only their combination counts; findings that need both are reported one level
    // lower.
    IEnumerable<RuleFinding> Layered(SettingsFile file, SettingsFile below, List<RuleFinding> own)
    {
        var ofBase = In(Hosts(below)).Select(pair => Key(pair.Found)).ToImmutableHashSet();
        var alone = own.Select(Key).ToImmutableHashSet();
        foreach (var (found, usage) in In(MicrosoftHosts.In(Overlay.Over(below.Root, file.Root), team.AdditionalHosts)))
            if (!ofBase.Contains(Key(found)) && Placed(found, usage, file) is { } placed)
                yield return alone.Contains(Key(found)) ? placed : placed.Milder;
    }

    IEnumerable<(RuleFinding Found, SmtpUsage Usage)> In(ImmutableArray<HostPlace> hosts)
    {
        foreach (var section in MailSections.Of(hosts, project.Uses))
        {
            var usage = Defaults.Resolve(SettingsUsage.Of(section, project));
            if (usage.Host.Is(out var host))
                usage = usage.At(team.Endpoint(host), senders);
            foreach (var found in Judged(usage))
                if (usage.NeverRead is null || Array.IndexOf(OfUnread, found.Rule.Id) >= 0)
                    yield return (IsOpenDefault(found, section) ? found.Milder : found, usage);
        }
    }

    IEnumerable<RuleFinding> Judged(SmtpUsage usage) =>
        Findings.Of(usage).Where(found => found.Rule.JudgesSettings && !team.IsOff(found.Rule));

    // An environment variable or a secret store may provide what a JSON file omits.
    static bool IsOpenDefault(RuleFinding found, MailSection section) =>
        found.Finding.At.IsDefault && section.Host.Source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    // A value of the base file is underlined where this file combines it with a Microsoft host.
    static RuleFinding? Placed(RuleFinding found, SmtpUsage usage, SettingsFile file)
    {
        var at = found.Finding.At;
        if (PathOf(at) == file.Source.Path)
            return found;
        return PathOf(usage.Site.Call) == file.Source.Path
            ? found with
            {
                Finding = found.Finding with
                {
                    At = at with { Location = usage.Site.Call.Location },
                    Also = found.Finding.Also.Add(at),
                },
            }
            : null;
    }

    static string PathOf(Origin origin) => origin.Location.GetLineSpan().Path;

    static (string, Microsoft.CodeAnalysis.Location) Key(RuleFinding found) =>
        (found.Rule.Id, found.Finding.At.Location);
}
