using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.Migration.Handlers;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>A client in a local variable: it is connected just before the first message, and disconnected after the last.</summary>
internal static class LocalClient
{
    public static Rewrite? Of(Creation creation, ILocalSymbol local, bool rewrites, SemanticModel model, SourceText text)
    {
        if (local.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator) return null;
        if (declaration.Variables.Count > 1 || Locals.Scope(declaration) is not { } scope) return null;
        if (ClientUses.Of(local, scope, model) is not { } uses) return null;
        if (uses.Any(use => use is ClientUse.Subscribe or ClientUse.Return || use is ClientUse.Create { Assignment.Right: var made } && made != creation.New)) return null;
        var sends = uses.OfType<ClientUse.Send>().Select(send => SendCall.Read(send.At, send.Call, rewrites, model)).ToList();
        if (sends.Count == 0 || sends.Any(send => send is null || send.IsEvent || send.Function != declaration.Function())) return null;
        if (SendRegion.Of(sends!, scope) is not { } region) return null;
        var set = uses.OfType<ClientUse.Set>().Select(use => use.Setting).ToList();
        if (!set.All(setting => IsSetBefore(region, setting)) || !Unchanged.Between(creation, set, region.First, model)) return null;
        if (ClientSettings.Of(creation, set, value => value.ToString(), model) is not { } settings) return null;
        if (SmtpHandlers.Around(sends!, model) is not { } handlers || HandedOn.Changes(region, model) is not { } handedOn) return null;

        var lines = ConnectionLines.For(sends!, local.Name, settings);
        return new Rewrite(
            [
                .. Locals.Declared(declaration),
                .. uses.Any(use => use is ClientUse.Dispose or ClientUse.Create or ClientUse.Neutral) ? [] : Locals.Disposed(declaration),
                .. creation.Bare(),
                .. set.Select(setting => new TextChange(text.WithItsLines(setting.Statement!.Span), "")),
                .. region.Changes(lines, [], text),
                .. handedOn,
                .. sends.SelectMany(send => send!.Changes(send.Client.ToString(), model)),
                .. handlers,
            ],
            settings, sends!);
    }

    static bool IsSetBefore(SendRegion region, Setting setting) =>
        setting.Statement!.Span.End <= region.First.SpanStart && region.First.Ancestors().Contains(setting.Statement.List());
}
