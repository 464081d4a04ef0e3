using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Finds the code that encloses a node.</summary>
internal static class Around
{
    /// <summary>The type member, or the compilation unit in a program with top-level statements.</summary>
    public static SyntaxNode Member(SyntaxNode code) =>
        code.FirstAncestorOrSelf<SyntaxNode>(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)
        ?? code.SyntaxTree.GetRoot();
}
