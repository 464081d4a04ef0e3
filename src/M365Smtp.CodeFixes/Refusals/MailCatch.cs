using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Refusals;

/// <summary>A catch clause for exceptions of a mail client.</summary>
internal static class MailCatch
{
    const string Decoder = "M365Smtp.SmtpReply";

    static readonly string[] Refusals =
    [
        "System.Net.Mail.SmtpException",
        "MailKit.Net.Smtp.SmtpCommandException",
        "MailKit.Security.AuthenticationException",
        "MailKit.ServiceNotAuthenticatedException",
        "MailKit.CommandException",
        "System.Exception",
    ];

    /// <summary>
    /// The enclosing clause that catches a server refusal and does not explain it yet; null if there is none.
    /// </summary>
    public static CatchClauseSyntax? Around(SyntaxNode place, SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName(Decoder) is not null
        && place.FirstAncestorOrSelf<CatchClauseSyntax>()
            is
        {
            Block.CloseBraceToken.IsMissing: false,
            Declaration.CloseParenToken.IsMissing: false,
            Parent: TryStatementSyntax attempt
        } clause
        && model.GetTypeInfo(clause.Declaration.Type).Type is { } type
        && Refusals.Contains(type.ToDisplayString())
        && Calls(attempt.Block, model).Any(IsMailClients)
        && !Calls(clause.Block, model).Any(call => call.ContainingType?.ToDisplayString() == Decoder)
            ? clause
            : null;

    static IEnumerable<IMethodSymbol> Calls(SyntaxNode within, SemanticModel model) =>
        within
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call).Symbol)
            .OfType<IMethodSymbol>();

    static bool IsMailClients(IMethodSymbol call) =>
        (
            call.Name.StartsWith("Send", StringComparison.Ordinal)
            || call.Name.StartsWith("Authenticate", StringComparison.Ordinal)
        )
        && call.ContainingType.ToDisplayString() is var type
        && (type is "System.Net.Mail.SmtpClient" || type.StartsWith("MailKit.", StringComparison.Ordinal));
}
