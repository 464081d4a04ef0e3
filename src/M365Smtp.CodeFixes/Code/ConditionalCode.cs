using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Code that exists only in some builds: between <c>#if</c> and <c>#endif</c>.</summary>
internal static class ConditionalCode
{
    // Each symbol costs one more compilation.
    const int MostSymbols = 8;

    /// <summary>True if a conditional directive stands between two positions.</summary>
    public static bool IsBetween(SyntaxNode root, int start, int end) =>
        root.ContainsDirectives
        && root.DescendantTrivia(TextSpan.FromBounds(start, Math.Max(start, end)), descendIntoTrivia: false)
            .Any(IsConditional);

    /// <summary>True if the file has no more errors than before, whichever of its symbols is toggled.</summary>
    public static bool CompilesAsWell(
        Compilation compilation,
        SyntaxTree tree,
        SourceText changed,
        CancellationToken cancel
    )
    {
        if (!tree.GetRoot(cancel).ContainsDirectives || tree.Options is not CSharpParseOptions options)
            return true;
        var symbols = Symbols(tree.GetRoot(cancel)).ToList();
        return symbols.Count <= MostSymbols
            && symbols.All(symbol =>
            {
                var toggled = options.WithPreprocessorSymbols(
                    options.PreprocessorSymbolNames.Contains(symbol)
                        ? options.PreprocessorSymbolNames.Where(known => known != symbol)
                        : options.PreprocessorSymbolNames.Append(symbol)
                );
                return Errors(changed) <= Errors(tree.GetText(cancel));

                int Errors(SourceText text)
                {
                    var other = CSharpSyntaxTree.ParseText(text, toggled, tree.FilePath, cancel);
                    return compilation
                        .ReplaceSyntaxTree(tree, other)
                        .GetSemanticModel(other)
                        .GetDiagnostics(cancellationToken: cancel)
                        .Count(problem => problem.Severity == DiagnosticSeverity.Error);
                }
            });
    }

    static IEnumerable<string> Symbols(SyntaxNode root) =>
        root.DescendantTrivia()
            .Where(trivia => trivia.IsDirective)
            .SelectMany(trivia =>
                trivia.GetStructure() is ConditionalDirectiveTriviaSyntax { Condition: var condition }
                    ? condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
                    : []
            )
            .Select(name => name.Identifier.ValueText)
            .Distinct();

    static bool IsConditional(SyntaxTrivia trivia) =>
        trivia.Kind()
            is SyntaxKind.IfDirectiveTrivia
                or SyntaxKind.ElifDirectiveTrivia
                or SyntaxKind.ElseDirectiveTrivia
                or SyntaxKind.EndIfDirectiveTrivia;
}
