using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>
/// A client in a local variable: connects just before the first message and disconnects after the last.
/// </summary>
internal static class LocalClient
{
    public static ClientMigration? Of(
        ClientCreation creation,
        ILocalSymbol local,
        bool rewrites,
        SemanticModel model,
        SourceText text
    )
    {
        if (
            local.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax()
                is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator
        )
            return null;
        if (declaration.Variables.Count > 1 || ClientVariable.Scope(declaration) is not { } scope)
            return null;
        if (ClientUses.Of(local, scope, model) is not { } uses)
            return null;
        if (
            uses.OfType<ClientUse.Subscribe>().Select(use => DisposingHandler.Read(use, local, model)).AllOrNull()
            is not { } handlers
        )
            return null;
        uses =
        [
            .. uses.Where(use =>
                use is not ClientUse.Subscribe
                && !handlers.Any(handler => handler.Subscription.Span.Contains(use.At.Span))
            ),
        ];
        if (
            uses.Any(use =>
                use is ClientUse.Return or ClientUse.Lock
                || use is ClientUse.Create { Assignment.Right: var made } && made != creation.New
            )
        )
            return null;
        if (SendCall.ReadAll(uses.OfType<ClientUse.Send>(), rewrites, new FreeNames(model), model) is not { } sends)
            return null;
        if (sends.Any(send => send.IsEvent || send.Function != declaration.Function()))
            return null;
        if (SendRegion.Of(sends, scope) is not { } region)
            return null;
        var set = uses.OfType<ClientUse.Set>().Select(use => use.Setting).ToList();
        if (!set.All(setting => IsSetBefore(region, setting)) || !Unchanged.Between(creation, set, region.First, model))
            return null;
        var removed = set.Select(setting => RemovedStatement.Of(setting.Statement!, text)).ToList();
        if (MailKitSettings.InPlace(creation, set, removed, model) is not { } settings)
            return null;
        if (ReturnedTask.Changes(region, model) is not { } awaiting)
            return null;

        var lines = ConnectionLines.For(sends, local.Name, settings);
        return new ClientMigration(
            [
                .. ClientVariable.OfMailKit(declaration),
                .. uses.Any(use => use is ClientUse.Dispose or ClientUse.Create or ClientUse.Neutral)
                    ? []
                    : ClientVariable.Disposed(declaration),
                .. creation.Bare(),
                .. handlers.Select(handler => RemovedStatement.Of(handler.Subscription, text).Change),
                .. handlers
                    .SelectMany(handler => handler.Others)
                    .Select(other => TextChanges.Insert(other.SpanStart, "using ")),
                .. removed.Select(gone => gone.Change),
                .. region.Changes(lines, [], isConnected: false, model, text),
                .. awaiting,
                .. SendCall.AllChanges(sends, send => send.Client.ToString()),
            ],
            settings,
            sends
        );
    }

    static bool IsSetBefore(SendRegion region, ClientSetting setting) =>
        setting.Statement!.Span.End <= region.First.SpanStart
        && region.First.Ancestors().Contains(setting.Statement.List());
}
