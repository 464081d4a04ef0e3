using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.VisualBasic;

/// <summary>Finds the code that an edit applies to.</summary>
internal sealed record CodePlace(SemanticModel Model, SourceText Text, TextSpan At, CancellationToken Cancel)
{
    SyntaxNode Root => Model.SyntaxTree.GetRoot(Cancel);

    /// <summary>
    /// The first operation of that kind whose code begins here; an earlier edit may have made it longer.
    /// </summary>
    public T? Operation<T>()
        where T : class, IOperation =>
        Around(node => node.SpanStart == At.Start).Select(Of<T>).FirstOrDefault(found => found is not null);

    /// <summary>The nearest enclosing operation of that kind.</summary>
    public T? Outer<T>()
        where T : class, IOperation => Around(_ => true).Select(Of<T>).FirstOrDefault(found => found is not null);

    /// <summary>True if there is a comment or an underscore line continuation.</summary>
    public bool HoldsTrivia(TextSpan span) =>
        Root.DescendantTrivia(span)
            .Any(trivia => span.Contains(trivia.Span) && trivia.ToString().Trim() is { Length: > 0 });

    T? Of<T>(SyntaxNode node)
        where T : class, IOperation => Model.GetOperation(node, Cancel) as T;

    IEnumerable<SyntaxNode> Around(Func<SyntaxNode, bool> counts) =>
        At.End <= Text.Length ? Root.FindToken(At.Start).Parent?.AncestorsAndSelf().TakeWhile(counts) ?? [] : [];
}
