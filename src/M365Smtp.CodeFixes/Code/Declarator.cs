using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Code;

/// <summary>A local or a field, declared alone or with others.</summary>
internal static class Declarator
{
    /// <summary>A local or a private field without attributes.</summary>
    public static bool IsRemovable(VariableDeclaratorSyntax variable) =>
        variable.Parent?.Parent switch
        {
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } => true,
            FieldDeclarationSyntax { AttributeLists.Count: 0 } field => field.Modifiers.All(IsPrivate),
            _ => false,
        };

    public static IReadOnlyList<TextChange> Without(VariableDeclaratorSyntax variable, SourceText text)
    {
        var all = ((VariableDeclarationSyntax)variable.Parent!).Variables;
        if (all.Count == 1)
            return [new TextChange(text.WithItsLine(variable.Parent!.Parent!.Span), "")];
        var index = all.IndexOf(variable);
        // With the comma before it; the first declarator with the comma after it.
        var span =
            index == 0
                ? TextSpan.FromBounds(variable.SpanStart, all[1].SpanStart)
                : TextSpan.FromBounds(all.GetSeparator(index - 1).SpanStart, variable.Span.End);
        return [new TextChange(span, "")];
    }

    static bool IsPrivate(Microsoft.CodeAnalysis.SyntaxToken modifier) =>
        modifier.Kind() is not (SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);
}
