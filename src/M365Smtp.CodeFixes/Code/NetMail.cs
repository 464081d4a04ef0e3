using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Code;

/// <summary>The names of System.Net.Mail.</summary>
internal static class NetMail
{
    public const string Namespace = "System.Net.Mail";

    public static bool IsOfNetMail(this ISymbol? symbol) =>
        symbol is not null
        && (symbol as INamespaceSymbol ?? symbol.ContainingNamespace)?.ToDisplayString() == Namespace;

    public static bool IsClient(this ITypeSymbol? type) => type is { Name: "SmtpClient" } && type.IsOfNetMail();
}
