using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Inserts a statement right before the one that needs its declaration.</summary>
internal static class OwnStatement
{
    /// <summary>
    /// The statement that encloses an expression, if another can be inserted before it; null otherwise.
    /// </summary>
    /// <param name="allows">Whether the expression may be evaluated before such a statement.</param>
    public static StatementSyntax? StatementAround(ExpressionSyntax expression, Func<StatementSyntax, bool> allows)
    {
        foreach (var node in expression.Ancestors())
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or ConditionalExpressionSyntax:
                    return null;
                case StatementSyntax statement:
                    return
                        allows(statement)
                        && statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
                        ? statement
                        : null;
            }
        return null;
    }

    /// <param name="note">A comment to put above it, or empty.</param>
    public static TextChange Before(StatementSyntax statement, string declaration, string note, SourceText text)
    {
        var comment = note.Length == 0 ? "" : Comment(statement, note, text);
        return EditWriter.Insert(statement.SpanStart, $"{comment}{declaration}{Next(statement, text)}");
    }

    /// <summary>A comment above a statement or a member; before it in code on one line.</summary>
    public static string Comment(SyntaxNode code, string note, SourceText text) =>
        (text.IsFirstOnLine(code.SpanStart) ? "// " + note : $"/* {note} */") + Next(code, text);

    static string Next(SyntaxNode code, SourceText text) =>
        text.IsFirstOnLine(code.SpanStart)
            ? text.LineBreak(code.SpanStart) + text.Indentation(code.SpanStart)
            : " ";

    /// <summary>The name, with a number appended if it is taken.</summary>
    /// <param name="body">The member that will declare it.</param>
    /// <param name="going">A symbol about to be removed, whose name becomes free.</param>
    public static string Unused(string name, SyntaxNode body, SemanticModel model, ISymbol? going = null)
    {
        // 'password: "…"' names a parameter of another method.
        var taken = new HashSet<string>(
            body.DescendantTokens()
                .Where(token => token.Parent?.Parent is not NameColonSyntax)
                .Select(token => token.ValueText)
                .Where(text => text != going?.Name)
        );
        var free = name;
        for (
            var i = 2;
            taken.Contains(free)
                || model
                    .LookupSymbols(body.SpanStart, name: free)
                    .Any(known => !SymbolEqualityComparer.Default.Equals(known, going));
            i++
        )
            free = name + i;
        return free;
    }
}
