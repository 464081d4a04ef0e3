using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>
/// Code that runs once, before anything else in its type. Its exceptions surface as a TypeInitializationException
/// wherever the type is first used.
/// </summary>
internal static class StaticInitializers
{
    public static bool Hold(SyntaxNode node)
    {
        foreach (var outer in node.Ancestors())
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax:
                    return false;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Modifiers.Any(SyntaxKind.StaticKeyword);
                case FieldDeclarationSyntax field:
                    return field.Modifiers.Any(SyntaxKind.StaticKeyword);
                case PropertyDeclarationSyntax property:
                    return property.Modifiers.Any(SyntaxKind.StaticKeyword)
                        && property.Initializer?.Span.Contains(node.Span) == true;
                case MemberDeclarationSyntax:
                    return false;
            }
        return false;
    }

    /// <summary>
    /// The read, without the exception for a missing value: the sign-in will then be refused instead.
    /// </summary>
    public static string Unthrown(string read) =>
        read.IndexOf(" ?? throw ", StringComparison.Ordinal) is > 0 and var end ? read.Substring(0, end) : read;
}
