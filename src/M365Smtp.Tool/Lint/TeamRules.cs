using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;
using M365Smtp.Tool.Lint.Reading;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Tool.Lint;

/// <summary>The rules with a team's options for one file.</summary>
internal sealed class TeamRules(TeamWords team, SenderDirectory? senders)
{
    readonly SettingsFindings rules = new(ProjectLibraries.None, team.Options, senders);

    /// <summary>Mistakes in presets, and consumer hosts that no longer accept the password they ask for.</summary>
    public ImmutableArray<RuleFinding> OfPresets(IEnumerable<SmtpUsage> presets) =>
        [
            .. Findings
                .OnePerSpan(
                    from preset in presets
                    where preset.Host.Is(out _)
                    let aimed = preset.At(team.Options.Endpoint(preset.Host.Is(out var host) ? host : ""), senders)
                    from found in Findings.Of(aimed)
                    where
                        !team.Options.IsOff(found.Rule)
                        && (
                            found.Rule.JudgesPresets
                            || found.Rule == PasswordSignIn.Rule && aimed.Endpoint is { Cloud: Cloud.Consumer }
                        )
                    select found
                )
                .Select(Weighed)
                .OfType<RuleFinding>(),
        ];

    public ImmutableArray<RuleFinding> Of(SettingsFile file, SettingsFile? below) =>
        team.Severities.IsEmpty
            ? rules.Of(file, below)
            : [.. rules.Of(file, below).Select(Weighed).OfType<RuleFinding>()];

    // Null if the team has turned it off.
    RuleFinding? Weighed(RuleFinding found) =>
        team.Severities.GetValueOrDefault(found.Rule.Id) switch
        {
            ReportDiagnostic.Suppress or ReportDiagnostic.Hidden => null,
            ReportDiagnostic.Info => found.At(Severity.Info),
            ReportDiagnostic.Warn or ReportDiagnostic.Error => found.At(Severity.Warning),
            _ => found,
        };
}
