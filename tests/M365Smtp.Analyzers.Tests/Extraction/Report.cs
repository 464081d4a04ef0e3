using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Code in, diagnostics of all rules out, as a build would print them.</summary>
static class Report
{
    public static Compilation CSharp(params string[] files) =>
        CSharpCompilation.Create(
            "Test",
            files.Select((text, i) => CSharpSyntaxTree.ParseText(text, path: $"File{i}.cs")),
            Facts.References,
            new(
                files.Any(text => text.StartsWith("// program", StringComparison.Ordinal))
                    ? OutputKind.ConsoleApplication
                    : OutputKind.DynamicallyLinkedLibrary
            )
        );

    public static Compilation VisualBasic(params string[] files) =>
        VisualBasicCompilation.Create(
            "Test",
            files.Select((text, i) => VisualBasicSyntaxTree.ParseText(text, path: $"File{i}.vb")),
            Facts.References,
            new(OutputKind.DynamicallyLinkedLibrary, optionStrict: OptionStrict.Off)
        );

    /// <summary>The ids in code order, one per finding; the code must compile.</summary>
    public static async Task<string> Of(Compilation compilation, params string[] without)
    {
        var errors = compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(error => error.ToString())));
        return string.Join(
            " ",
            (await DiagnosticsOf(compilation))
                .Select(diagnostic => diagnostic.Id)
                .Except(without, StringComparer.Ordinal)
        );
    }

    /// <summary>All diagnostics in code order; an analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(
        Compilation compilation,
        AnalyzerConfigOptionsProvider? options = null,
        bool concurrent = true
    ) => InOrder(await Analysis.Of(compilation, With(options), concurrent, new SmtpCodeAnalyzer()));

    /// <summary>The diagnostics that an editor shows in one file.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnosticsOf(Compilation compilation, SyntaxTree tree) =>
        Analysis.OfFile(compilation, tree, With(null), new SmtpCodeAnalyzer());

    static AnalyzerOptions With(AnalyzerConfigOptionsProvider? options) => options is null ? new([]) : new([], options);

    public static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
}
