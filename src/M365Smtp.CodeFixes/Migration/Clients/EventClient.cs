using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>
/// <c>client.SendAsync(message, userToken)</c> with its event: a local function sends and then calls the handler.
/// </summary>
internal static class EventClient
{
    public static ClientMigration? Of(
        ClientCreation creation,
        ILocalSymbol local,
        bool rewrites,
        SemanticModel model,
        SourceText text
    )
    {
        if (creation.Declared is not { UsingKeyword.RawKind: 0 } declared)
            return null;
        if (
            ClientVariable.Scope(declared.Declaration) is not { } scope
            || ClientUses.Of(local, scope, model) is not { } uses
            || !uses.All(use => use is ClientUse.Set or ClientUse.Send or ClientUse.Subscribe or ClientUse.Dispose)
        )
            return null;
        if (
            SendCall.ReadAll(uses.OfType<ClientUse.Send>(), rewrites, new FreeNames(model), model)
                is not [{ IsEvent: true } send]
            || send.Function != declared.Declaration.Function()
        )
            return null;
        if (
            send.Whole.Parent is not ExpressionStatementSyntax statement
            || statement.Parent != declared.Declaration.Parent!.Parent
                && statement.Parent?.Parent != declared.Declaration.Parent.Parent?.Parent
        )
            return null;
        if (uses.OfType<ClientUse.Subscribe>().ToList() is { Count: > 1 } || AsksForSmtpException(model))
            return null;
        var set = uses.OfType<ClientUse.Set>().Select(known => known.Setting).ToList();
        if (
            !set.All(setting =>
                setting.Statement!.Span.End <= statement.SpanStart
                && setting.Statement.Parent == declared.Declaration.Parent.Parent
            ) || !Unchanged.Between(creation, set, statement, model)
        )
            return null;
        var removed = set.Select(setting => RemovedStatement.Of(setting.Statement!, text)).ToList();
        if (MailKitSettings.InPlace(creation, set, removed, model) is not { } settings)
            return null;
        var handler = uses.OfType<ClientUse.Subscribe>().SingleOrDefault();
        var completed = handler is null ? null : FreeNames.Like("completed", send.Function, model);
        var lines = new ConnectionLines(local.Name, settings, IsAsync: true, "", "");
        var sending = new BackgroundSend(
            FreeNames.Like("SendInBackgroundAsync", send.Function, model),
            lines,
            send,
            completed,
            IsDisposed: uses.Any(known => known is ClientUse.Dispose)
        );
        return new ClientMigration(
            [
                .. ClientVariable.OfMailKit(declared.Declaration),
                .. creation.Bare(),
                .. removed.Select(gone => gone.Change),
                .. handler is null ? [] : Kept(handler, completed!),
                .. sending.Changes(statement, model, text),
            ],
            settings,
            [send]
        );
    }

    /// <summary>Stores the handler in a variable in place of its subscription.</summary>
    static IEnumerable<TextChange> Kept(ClientUse.Subscribe handler, string name)
    {
        yield return new TextChange(
            TextSpan.FromBounds(handler.Statement.SpanStart, handler.Handler.SpanStart),
            $"{MailKitNames.CompletedHandler} {name} = "
        );
        if (handler.Handler is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var method] } made)
            yield return new TextChange(made.Span, method.ToString());
    }

    // e.Error would hold MailKit's exception.
    static bool AsksForSmtpException(SemanticModel model) =>
        model
            .SyntaxTree.GetRoot()
            .DescendantTokens()
            .Any(token =>
                token.IsKind(SyntaxKind.IdentifierToken)
                && token.ValueText
                    is "SmtpException"
                        or "SmtpFailedRecipientException"
                        or "SmtpFailedRecipientsException"
            );
}
