using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary><c>using var client = CreateClient();</c> and the sends that use it.</summary>
internal sealed record ClientReceiver(
    IdentifierNameSyntax Method,
    InvocationExpressionSyntax Call,
    ILocalSymbol Client,
    VariableDeclarationSyntax Variable,
    IReadOnlyList<SendCall> Sends,
    SendRegion Region,
    bool IsDisposed
)
{
    public static ClientReceiver? Read(IdentifierNameSyntax method, bool rewrites, FreeNames names, SemanticModel model)
    {
        if (
            method.Whole().Parent
            is not InvocationExpressionSyntax
            {
                Parent: EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax
                    {
                        Parent: VariableDeclarationSyntax { Variables.Count: 1 } variable
                    } declarator
                }
            } call
        )
            return null;
        if (
            model.GetDeclaredSymbol(declarator) is not ILocalSymbol local
            || ClientVariable.Scope(variable) is not { } scope
        )
            return null;
        if (
            ClientUses.Of(local, scope, model) is not { } uses
            || !uses.All(use => use is ClientUse.Send or ClientUse.Dispose)
        )
            return null;
        if (SendCall.ReadAll(uses.OfType<ClientUse.Send>(), rewrites, names, model) is not { } sends)
            return null;
        if (sends.Any(send => send.IsEvent || send.Function != variable.Function()))
            return null;
        // A failed connection must still be handled by the same handler.
        return
            SendRegion.Of(sends, scope) is { GoesOnAfterFailure: false } region
            && Handler(sends[0].Whole) == Handler(variable)
            ? new ClientReceiver(
                method,
                call,
                local,
                variable,
                sends,
                region,
                uses.Any(use => use is ClientUse.Dispose)
            )
            : null;
    }

    /// <param name="asyncName">The method's new name if it is now awaited.</param>
    public IEnumerable<TextChange>? Changes(
        string? asyncName,
        MailKitSettings settings,
        SemanticModel model,
        SourceText text
    )
    {
        if (ReturnedTask.Changes(Region, model) is not { } awaiting)
            return null;
        var awaited = asyncName is null
            ? []
            : new[]
            {
                TextChanges.Insert(Call.SpanStart, "await "),
                new TextChange(Method.Span, asyncName),
                TextChanges.Insert(Call.Span.End, Sends[0].ConfigureAwait),
            };
        return
        [
            .. ClientVariable.OfMailKit(Variable),
            .. IsDisposed ? [] : ClientVariable.Disposed(Variable),
            .. awaited,
            .. Region.Changes(ConnectionLines.For(Sends, Client.Name, settings), [], isConnected: true, model, text),
            .. awaiting,
            .. SendCall.AllChanges(Sends, send => send.Client.ToString()),
        ];
    }

    static TryStatementSyntax? Handler(SyntaxNode node) =>
        node.Ancestors()
            .TakeWhile(outer => outer != node.Function())
            .OfType<TryStatementSyntax>()
            .FirstOrDefault(attempt => attempt.Catches.Count > 0 && attempt.Block.Span.Contains(node.Span));
}
