using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Migration.Messages;

/// <summary>MimeKit writes UTF-8 by default and declares it.</summary>
internal static class Encodings
{
    public static bool IsUtf8(ExpressionSyntax value, SemanticModel model) =>
        model.GetSymbolInfo(value.Inner()).Symbol switch
        {
            IPropertySymbol { Name: "UTF8", ContainingType.Name: "Encoding" } => true,
            IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: "UTF8Encoding" } => true,
            IMethodSymbol { Name: "GetEncoding", ContainingType.Name: "Encoding" } => value.Inner()
                is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var name }] }
                && model.GetConstantValue(name).Value is 65001 or "utf-8" or "UTF-8",
            _ => false,
        };
}
