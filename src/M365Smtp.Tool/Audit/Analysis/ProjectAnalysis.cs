using System.Collections.Concurrent;
using System.Collections.Immutable;
using M365Smtp.Analyzers;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Tool.Audit.Analysis;

/// <summary>The facts about a client at one moment, with the code they come from.</summary>
internal sealed record HeardUsage(SyntaxTree File, Source Source, SmtpUsage Usage);

/// <summary>The results for one compilation.</summary>
internal sealed record ProjectFacts(
    Compilation Compilation,
    AnalyzerOptions Options,
    ImmutableArray<Diagnostic> Diagnostics,
    IReadOnlyList<HeardUsage> Usages
)
{
    /// <summary>Exceptions thrown by the analyzers; the results for these files are missing.</summary>
    public IReadOnlyList<(string Path, string Message)> Crashes { get; init; } = [];
}

/// <summary>Runs the analyzers over a compilation as a build does, but only over files that may contain mail
/// code.</summary>
internal static class ProjectAnalysis
{
    public static bool IsAboutMail(SyntaxTree tree, CancellationToken cancel) =>
        MailText.Anywhere.MayHoldMail(tree.GetText(cancel));

    /// <param name="trees">The trees to analyze.</param>
    /// <param name="withSettings">Also analyze the settings files on their own.</param>
    public static async Task<ProjectFacts> RunAsync(
        Compilation compilation,
        AnalyzerOptions options,
        IEnumerable<SyntaxTree> trees,
        bool withSettings,
        CancellationToken cancel
    )
    {
        var heard = new Listener();
        var crashes = new ConcurrentQueue<(string, string)>();
        var code = new SmtpCodeAnalyzer(heard);
        var settings = new SmtpSettingsAnalyzer();
        var driver = compilation.WithAnalyzers(
            [code, settings],
            new CompilationWithAnalyzersOptions(
                options,
                onAnalyzerException: (broken, _, diagnostic) =>
                    crashes.Enqueue((diagnostic.Location.GetLineSpan().Path ?? "", broken.GetType().Name)),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false
            )
        );
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var tree in trees)
            found.AddRange(
                await driver.GetAnalyzerSemanticDiagnosticsAsync(
                    compilation.GetSemanticModel(tree),
                    filterSpan: null,
                    [code],
                    cancel
                )
            );
        if (withSettings)
            foreach (var text in options.AdditionalFiles.Where(text => SettingsFile.IsSettings(text.Path)))
                found.AddRange((await driver.GetAnalysisResultAsync(text, [settings], cancel)).GetAllDiagnostics());
        // AD0001 is the crash that the queue already reports.
        return new(
            compilation,
            options,
            [.. found.Where(diagnostic => diagnostic.Id.StartsWith("SMTP", StringComparison.Ordinal))],
            [.. heard.All]
        )
        {
            Crashes = [.. crashes],
        };
    }

    sealed class Listener : IUsageListener
    {
        public ConcurrentQueue<HeardUsage> All { get; } = new();

        public void Hear(SyntaxTree file, Source source, IEnumerable<SmtpUsage> usages)
        {
            foreach (var usage in usages)
                All.Enqueue(new(file, source, usage));
        }
    }
}
