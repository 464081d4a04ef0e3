using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>What a piece of code stands in.</summary>
internal static class Around
{
    /// <summary>The member of a type, or the file of a program without one.</summary>
    public static SyntaxNode Member(SyntaxNode code) =>
        code.FirstAncestorOrSelf<SyntaxNode>(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax)
        ?? code.SyntaxTree.GetRoot();
}
