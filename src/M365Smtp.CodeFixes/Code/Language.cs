using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.CodeFixes.Code;

/// <summary>The C# version of a file.</summary>
internal static class Language
{
    public static bool Knows(this SyntaxNode node, LanguageVersion version) =>
        ((CSharpParseOptions)node.SyntaxTree.Options).LanguageVersion >= version;
}
