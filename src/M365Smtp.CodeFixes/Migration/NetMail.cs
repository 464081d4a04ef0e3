using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>The names of System.Net.Mail, and the ways code refers to a variable.</summary>
internal static class NetMail
{
    public const string Namespace = "System.Net.Mail";

    public static bool IsOfNetMail(this ISymbol? symbol) =>
        symbol is not null
        && (symbol as INamespaceSymbol ?? symbol.ContainingNamespace)?.ToDisplayString() == Namespace;

    public static bool IsClient(this ITypeSymbol? type) => type is { Name: "SmtpClient" } && type.IsOfNetMail();

    /// <summary><c>client</c>, or the enclosing <c>this.client</c>.</summary>
    public static ExpressionSyntax Whole(this IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member && member.Name == name
            ? member
            : name;

    /// <summary>
    /// The method, accessor, lambda, local function or compilation unit whose statements include a node.
    /// </summary>
    public static SyntaxNode Function(this SyntaxNode node)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
            if (
                outer
                is AnonymousFunctionExpressionSyntax
                    or LocalFunctionStatementSyntax
                    or BaseMethodDeclarationSyntax
                    or AccessorDeclarationSyntax
                    or PropertyDeclarationSyntax
                    or CompilationUnitSyntax
            )
                return outer;
        return node.SyntaxTree.GetRoot();
    }

    /// <summary>A block, a switch section, or a file with top-level statements.</summary>
    public static SyntaxNode? List(this StatementSyntax statement) =>
        statement.Parent switch
        {
            BlockSyntax or SwitchSectionSyntax => statement.Parent,
            GlobalStatementSyntax global => global.Parent,
            _ => null,
        };

    public static bool Knows(this SyntaxNode node, LanguageVersion version) =>
        ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion >= version;
}
