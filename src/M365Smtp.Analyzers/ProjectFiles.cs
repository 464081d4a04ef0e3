using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers;

/// <summary>The non-code inputs of a project: settings files, the senders file, the target runtime. Files are read on
/// demand and cached with their text.</summary>
internal sealed class ProjectFiles(CompilationStartAnalysisContext start)
{
    readonly ImmutableArray<AdditionalText> all = start.Options.AdditionalFiles;

    public Runtime Runtime =>
        TargetRuntime.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions, start.Compilation);

    /// <summary>The senders file in use; null if the project has none.</summary>
    public AdditionalText? SendersText => SendersFile.Of(all);

    public SenderDirectory? SenderDirectory => SendersText is { } text ? Senders(text)?.Directory : null;

    public SettingsIndex Index => SettingsIndex.Of(all, Settings);

    public SettingsFile? Settings(AdditionalText text) =>
        start.TryGetValue(text, SettingsFile.Provider, out var file) ? file : null;

    public SendersFile? Senders(AdditionalText text) =>
        start.TryGetValue(text, SendersFile.Provider, out var file) ? file : null;

    /// <summary>The base file that an environment's file changes.</summary>
    public SettingsFile? Below(SettingsFile file) =>
        all.FirstOrDefault(text => SettingsLayer.Of(text.Path).LiesBelow(file.Layer)) is { } text
            ? Settings(text)
            : null;
}
