using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>The declaration of a local variable that holds a client.</summary>
internal static class ClientVariable
{
    /// <summary>The scope of the variable.</summary>
    public static SyntaxNode? Scope(VariableDeclarationSyntax declaration) =>
        declaration.Parent switch
        {
            LocalDeclarationStatementSyntax statement => statement.List(),
            UsingStatementSyntax statement => statement,
            _ => null,
        };

    public static IEnumerable<TextChange> OfMailKit(VariableDeclarationSyntax declaration)
    {
        var type = declaration.Type is NullableTypeSyntax nullable ? nullable.ElementType : declaration.Type;
        return type.IsVar ? [] : [new TextChange(type.Span, MailKitNames.Client)];
    }

    /// <summary>
    /// Adds a missing <c>using</c>: System.Net.Mail's client works without it, but MailKit's would leave its connection
    /// open.
    /// </summary>
    public static IEnumerable<TextChange> Disposed(VariableDeclarationSyntax declaration) =>
        declaration.Parent
            is LocalDeclarationStatementSyntax
        {
            UsingKeyword.RawKind: (int)SyntaxKind.None,
            Parent: BlockSyntax or GlobalStatementSyntax
        } statement
        && declaration.Variables[0].Initializer
            is { Value: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax }
        && declaration.Knows(LanguageVersion.CSharp8)
            ? [TextChanges.Insert(statement.SpanStart, "using ")]
            : [];
}
