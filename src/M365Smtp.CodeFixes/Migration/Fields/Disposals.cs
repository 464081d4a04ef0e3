using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Fields;

/// <summary>A class that keeps no client has nothing to dispose of.</summary>
internal static class Disposals
{
    public static TextChange? Removed(ClientUse.Dispose disposal, SourceText text)
    {
        if (disposal.Statement is { Parent: BlockSyntax } statement)
            return new TextChange(text.WithItsLines(statement.Span), "");
        return
            disposal.At.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>()
                is { Parent: MethodDeclarationSyntax { SemicolonToken: var semicolon } } arrow
            ? new TextChange(TextSpan.FromBounds(arrow.SpanStart, semicolon.Span.End), "{ }")
            : null;
    }
}
