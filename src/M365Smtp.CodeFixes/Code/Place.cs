using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Finds the code that an edit applies to.</summary>
internal sealed record Place(Document Document, SyntaxNode Root, SourceText Text, TextSpan Span)
{
    public static async Task<Place?> At(Document document, TextSpan span, CancellationToken cancel) =>
        await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is { } root
            ? new Place(document, root, await document.GetTextAsync(cancel).ConfigureAwait(false), span)
            : null;

    /// <summary>The token that begins exactly here, or none.</summary>
    public SyntaxToken Token =>
        Root.FindToken(Span.Start) is var token && token.SpanStart == Span.Start ? token : default;

    /// <summary>The node of that kind with exactly this span.</summary>
    public T? Node<T>()
        where T : SyntaxNode => Token.Parent?.AncestorsAndSelf().OfType<T>().FirstOrDefault(node => node.Span == Span);

    /// <summary>True if incomplete code has no more errors than before.</summary>
    public async Task<bool> ParsesAsWell(Document changed, CancellationToken cancel) =>
        await changed.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is { } root && Errors(root) <= Errors(Root);

    static int Errors(SyntaxNode root) =>
        root.ContainsDiagnostics
            ? root.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            : 0;
}
