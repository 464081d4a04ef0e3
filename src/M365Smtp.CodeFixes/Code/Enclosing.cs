using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Finds the code that encloses a node.</summary>
internal static class Enclosing
{
    /// <summary>The type member, or the compilation unit in a program with top-level statements.</summary>
    public static SyntaxNode Member(SyntaxNode code) =>
        code.FirstAncestorOrSelf<SyntaxNode>(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)
        ?? code.SyntaxTree.GetRoot();

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
}
