using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Tests;

/// <summary>Runs analyzers as a compiler does, and fails when one of them throws: the driver itself only drops what
/// they found.</summary>
static class Analysis
{
    /// <summary>All findings of a build; several files are also tried as two projects.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Of(
        Compilation compilation,
        AnalyzerOptions options,
        bool concurrent,
        params DiagnosticAnalyzer[] analyzers
    )
    {
        Task<ImmutableArray<Diagnostic>> Find(Compilation code) =>
            Watched(code, options, concurrent, analyzers, analysis => analysis.GetAnalyzerDiagnosticsAsync());
        await TwoProjects.Agree(compilation, Find);
        return await Find(compilation);
    }

    /// <summary>What an editor asks for one file.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfFile(
        Compilation compilation,
        SyntaxTree tree,
        AnalyzerOptions options,
        params DiagnosticAnalyzer[] analyzers
    )
    {
#pragma warning disable RS1030
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        return Watched(
            compilation,
            options,
            false,
            analyzers,
            analysis => analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, default)
        );
    }

    static async Task<ImmutableArray<Diagnostic>> Watched(
        Compilation compilation,
        AnalyzerOptions options,
        bool concurrent,
        DiagnosticAnalyzer[] analyzers,
        Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> ask
    )
    {
        var crashes = new ConcurrentQueue<Exception>();
        var watched = new CompilationWithAnalyzersOptions(
            options,
            (exception, _, _) => crashes.Enqueue(exception),
            concurrent,
            logAnalyzerExecutionTime: false
        );
        var found = await ask(new(compilation, [.. analyzers], watched));
        Assert.True(crashes.IsEmpty, "The analyzer threw: " + crashes.FirstOrDefault());
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return found;
    }
}
