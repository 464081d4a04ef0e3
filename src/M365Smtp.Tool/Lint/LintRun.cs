using System.Collections.Immutable;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Tool.Lint.Fixing;
using M365Smtp.Tool.Lint.Reading;
using Spectre.Console;

namespace M365Smtp.Tool.Lint;

/// <summary>Checks all files of a run, several at a time.</summary>
internal sealed class LintRun(IReadOnlyList<FoundFile> files, bool fix, TeamConfig team, SenderDirectory? senders)
{
    readonly ILookup<string, FoundFile> families = files.ToLookup(file => SettingsLayer.Of(file.Path).Family);

    /// <param name="fix">Also computes the fixed text of each file; nothing is written.</param>
    /// <param name="team">The team's options.</param>
    /// <param name="senders">Distinguishes aliases from UPNs; null without a senders file.</param>
    /// <returns>One result per file, in the order of the files.</returns>
    public static IReadOnlyList<LintedFile> Of(
        IReadOnlyList<FoundFile> files,
        bool fix,
        TeamConfig team,
        SenderDirectory? senders,
        Terminal terminal,
        CancellationToken cancel
    )
    {
        var run = new LintRun(files, fix, team, senders);
        if (!terminal.IsInteractive)
            return run.Run(() => { }, cancel);
        return terminal
            .Pretty(toError: true)
            .Progress()
            .AutoClear(true)
            .Start(progress =>
            {
                var task = progress.AddTask("Reading settings files", maxValue: Math.Max(1, files.Count));
                return run.Run(() => task.Increment(1), cancel);
            });
    }

    LintedFile[] Run(Action done, CancellationToken cancel)
    {
        var results = new LintedFile[files.Count];
        Parallel.For(
            0,
            files.Count,
            new ParallelOptions { CancellationToken = cancel },
            i =>
            {
                results[i] = Lint(files[i]);
                done();
            }
        );
        return results;
    }

    LintedFile Lint(FoundFile file)
    {
        try
        {
            var text = FileText.Read(file.Path);
            if (SettingsFormats.Of(file.Path) == SettingsFormat.Script)
                return new(file.Path, OfScript(file, text.Text), null);
            if (SettingsReading.Read(file, text.Text) is not { } settings)
                return new(file.Path, [], null);
            var rules = new TeamRules(team.For(file.Path), senders);
            var below = Below(settings, rules);
            var findings = rules.Of(settings, below);
            if (!fix || findings.IsEmpty)
                return new(file.Path, findings, null);
            var written = FileFix.Of(file, settings, findings, again => rules.Of(again, below));
            return written.Text == text.Text
                ? new(file.Path, findings, null)
                : new(file.Path, written.Remaining, null) { Fixed = new(text, written.Text) };
        }
        catch (Exception broken) when (broken is UnreadableException or IOException or UnauthorizedAccessException)
        {
            return new(
                file.Path,
                [],
                new(
                    file.Path,
                    (broken as UnreadableException)?.Line,
                    broken is UnreadableException ? broken.Message : "cannot be read"
                )
            );
        }
    }

    ImmutableArray<RuleFinding> OfScript(FoundFile file, string text) =>
        SettingsReading.Script(file, text) is { } script
            ? new TeamRules(team.For(file.Path), senders).OfPresets(Presets.In(script))
            : [];

    // The base file with its fixes applied, so that one run fixes both.
    SettingsFile? Below(SettingsFile file, TeamRules rules)
    {
        if (SettingsFormats.Of(file.Source.Path) is not (SettingsFormat.Json or SettingsFormat.Xml))
            return null;
        var family = families[file.Layer.Family];
        if (family.FirstOrDefault(other => SettingsLayer.Of(other.Path).LiesBelow(file.Layer)) is not { } found)
            return null;
        try
        {
            var settings = SettingsReading.Read(found with { IsNamed = true }, FileText.Read(found.Path).Text);
            return settings is null || !fix
                ? settings
                : FileFix.Of(found, settings, rules.Of(settings, null), again => rules.Of(again, null)).File;
        }
        catch (Exception broken) when (broken is UnreadableException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
