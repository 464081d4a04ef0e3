using System.Collections.Immutable;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Reporting;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers;

/// <summary>Analyzes the settings files of a project and reports what Microsoft 365 will reject.</summary>
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
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Options.AdditionalFiles.IsEmpty)
                return;
            var project = new ProjectFiles(start);
            var libraries = new ProjectLibraries(start.Compilation, project.Runtime);
            start.RegisterAdditionalFileAction(action =>
            {
                foreach (var diagnostic in Diagnostics(action, project, libraries))
                    action.ReportDiagnostic(diagnostic);
            });
        });
    }

    static IEnumerable<Diagnostic> Diagnostics(
        AdditionalFileAnalysisContext action,
        ProjectFiles project,
        ProjectLibraries libraries
    )
    {
        var text = action.AdditionalFile;
        var team = TeamOptions.Read(action.Options.AnalyzerConfigOptionsProvider.GetOptions(text));
        if (SendersFile.IsNamed(text.Path))
            return SendersReport.Of(text, project.SendersText, project.Senders).Where(found => !team.IsOff(found.Id));
        if (project.Settings(text) is not { } file)
            return [];
        var findings = new SettingsFindings(libraries, team, project.SenderDirectory).Of(file, project.Below(file));
        var options = new OptionReport(action.Compilation, action.Options, action.CancellationToken);
        return options.Of(text, team).Concat(findings.Select(found => FileReport.Diagnostic(found)));
    }
}
