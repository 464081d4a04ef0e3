using System.Collections.Immutable;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Reporting;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers;

/// <summary>Reads the settings files of a project and reports what Microsoft 365 will refuse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class SmtpSettingsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Options.AdditionalFiles.IsEmpty) return;
            var config = start.Options.AnalyzerConfigOptionsProvider;
            var libraries = new ProjectLibraries(start.Compilation, TargetRuntime.Of(config.GlobalOptions, start.Compilation));
            SettingsFile? Read(AdditionalText text) => context.TryGetValue(text, SettingsFile.Provider, out var file) ? file : null;
            SendersFile? ReadSenders(AdditionalText text) => context.TryGetValue(text, SendersFile.Provider, out var file) ? file : null;
            var sendersText = SendersFile.Of(start.Options.AdditionalFiles);
            start.RegisterAdditionalFileAction(action =>
            {
                if (SendersFile.IsNamed(action.AdditionalFile.Path))
                {
                    foreach (var mistake in SendersReport.Of(action.AdditionalFile, sendersText, ReadSenders)) action.ReportDiagnostic(mistake);
                    return;
                }
                if (Read(action.AdditionalFile) is not { } file) return;
                var below = Below(file.Layer, action.Options.AdditionalFiles) is { } text ? Read(text) : null;
                var findings = new SettingsFindings(libraries, TeamOptions.Read(config.GetOptions(action.AdditionalFile)), sendersText is null ? null : ReadSenders(sendersText)?.Directory);
                foreach (var found in findings.Of(file, below)) action.ReportDiagnostic(FileReport.Diagnostic(found));
            });
        });
    }

    // The base file that an environment's file changes.
    static AdditionalText? Below(SettingsLayer layer, ImmutableArray<AdditionalText> texts) =>
        layer.Environment is null ? null : texts.FirstOrDefault(text => SettingsLayer.Of(text.Path) is { Environment: null } other && other.Family == layer.Family);
}
