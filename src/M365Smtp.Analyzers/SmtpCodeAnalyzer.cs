using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Reporting;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Senders;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers;

/// <summary>Analyzes code that sends mail and reports what Microsoft 365 will reject.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class SmtpCodeAnalyzer : DiagnosticAnalyzer
{
    readonly IUsageListener? listener;

    /// <summary>For the compiler and for editors.</summary>
    public SmtpCodeAnalyzer() { }

    /// <summary>For a host that also needs the facts behind the diagnostics.</summary>
    internal SmtpCodeAnalyzer(IUsageListener listener) => this.listener = listener;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var project = new ProjectFiles(start);
            var source = new Lazy<Source>(() => new Source(start.Compilation, project.Index, project.Runtime));
            var senders = new Lazy<SenderDirectory?>(() => project.SenderDirectory);
            start.RegisterSemanticModelAction(file =>
            {
                // The first scan rules out most files, and in most projects every file.
                var text = file.SemanticModel.SyntaxTree.GetText(file.CancellationToken);
                if (
                    MailText.Anywhere.MayHoldMail(text)
                    && source.Value is { Types.Any: true } code
                    && code.Words.MayHoldMail(text)
                )
                    Analyze(file, code, senders.Value, listener);
            });
        });
    }

    static void Analyze(
        SemanticModelAnalysisContext file,
        Source source,
        SenderDirectory? senders,
        IUsageListener? listener
    )
    {
        var tree = file.SemanticModel.SyntaxTree;
        var team = TeamOptions.Read(file.Options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        var options = new OptionReport(source.Compilation, file.Options, file.CancellationToken);
        foreach (var diagnostic in options.Of(tree, team))
            file.ReportDiagnostic(diagnostic);
        if (listener is null && !MayReport(tree, source, team, file.CancellationToken))
            return;
        var extraction = new FileExtraction(source, file.SemanticModel, file.CancellationToken);
        var usages = extraction.Run();
        var report = new FileReport(tree, team, source, senders);
        listener?.Hear(tree, source, usages.Select(report.Resolve));
        foreach (var diagnostic in report.Diagnostics(usages))
            file.ReportDiagnostic(diagnostic);
        foreach (var unread in extraction.Unread)
            file.ReportDiagnostic(Diagnostic.Create(Descriptors.TooLongToAnalyze, unread));
    }

    static bool MayReport(SyntaxTree file, Source source, TeamOptions team, CancellationToken cancel) =>
        !team.AdditionalHosts.IsEmpty
        || source.NamedHosts.MayBeKnownIn(file.GetText(cancel))
        || AnyHost.MayBeReportedIn(file, cancel);
}
