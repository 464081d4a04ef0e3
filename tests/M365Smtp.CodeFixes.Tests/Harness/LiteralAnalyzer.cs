using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>Replaces the rules in tests of the fixer alone: finds a literal and offers to change it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LiteralAnalyzer(string literal) : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "SMTP1004",
        "Port",
        "Port",
        "Test",
        DiagnosticSeverity.Warning,
        true
    );

    public Func<Origin, ImmutableArray<Edit>> Edits { get; init; } = at => [Edit.Replace(at, "587")];

    public Func<Origin, ImmutableArray<Edit>> ClientEdits { get; init; } = _ => [];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxTreeAction(file =>
        {
            foreach (
                var token in file
                    .Tree.GetRoot(file.CancellationToken)
                    .DescendantTokens()
                    .Where(token => token.Text == literal)
            )
            {
                var at = new Origin(token.GetLocation(), token.Text);
                var finding = new Finding(at) { FixTitle = "Use port 587", Edits = Edits(at) };
                file.ReportDiagnostic(
                    Diagnostic.Create(
                        Descriptor,
                        token.GetLocation(),
                        OfferedFix.ToDiagnosticProperties(finding, ClientEdits(at))
                    )
                );
            }
        });
    }
}
