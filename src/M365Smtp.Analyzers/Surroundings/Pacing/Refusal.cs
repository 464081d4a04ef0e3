using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>The exception with which a library reports that the server refused the sign-in.</summary>
internal static class Refusal
{
    public static bool Is(ITypeSymbol? type, SmtpApi api) =>
        api switch
        {
            SmtpApi.MailKit => IsMailKits(type),
            SmtpApi.SystemNetMail => type
                is { Name: "SmtpException", ContainingNamespace: { Name: "Mail", ContainingNamespace.Name: "Net" } },
            _ => false,
        };

    public static bool IsMailKits(ITypeSymbol? type) =>
        type
            is
        {
            Name: "AuthenticationException",
            ContainingNamespace: { Name: "Security", ContainingNamespace.Name: "MailKit" }
        };
}
