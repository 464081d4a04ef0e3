using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.Migration.Handlers;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Fields;

/// <summary>
/// A client that a class keeps: each method that sends gets one of its own, as a connection does not last. What the constructor
/// knew of its settings is kept in the place of the client.
/// </summary>
internal static class FieldClient
{
    public static Rewrite? Of(Creation creation, IFieldSymbol field, bool rewrites, SemanticModel model, SourceText text)
    {
        if (field.DeclaredAccessibility != Accessibility.Private || field.ContainingType.DeclaringSyntaxReferences is not [var type] || type.GetSyntax() is not TypeDeclarationSyntax owner) return null;
        if (field.DeclaringSyntaxReferences is not [var declared] || declared.GetSyntax().Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration }) return null;
        if (!owner.Knows(LanguageVersion.CSharp8) || ClientUses.Of(field, owner, model) is not { } uses) return null;
        if (!uses.All(use => use is ClientUse.Set or ClientUse.Send or ClientUse.Dispose || use is ClientUse.Create { Assignment.Right: var made } && made == creation.New)) return null;
        var set = uses.OfType<ClientUse.Set>().Select(use => use.Setting).ToList();
        if (KeptSettings.Of(creation, declaration, set, field, model, text) is not { } kept) return null;
        if (ClientSettings.Of(creation, set, kept.Written, model) is not { } settings) return null;
        var sends = uses.OfType<ClientUse.Send>().Select(send => SendCall.Read(send.At, send.Call, rewrites, model)).ToList();
        if (sends.Count == 0 || sends.Any(send => send is null || send.IsEvent || send.Function is ConstructorDeclarationSyntax)) return null;

        var changes = new List<TextChange>(kept.Changes);
        foreach (var same in sends.GroupBy(send => send!.Function))
        {
            if (InMethod([.. same!], field, settings, model, text) is not { } rewritten) return null;
            changes.AddRange(rewritten);
        }
        foreach (var disposal in uses.OfType<ClientUse.Dispose>())
        {
            if (Disposals.Removed(disposal, text) is not { } removed) return null;
            changes.Add(removed);
        }
        return new Rewrite(changes, settings, sends!);
    }

    static IEnumerable<TextChange>? InMethod(IReadOnlyList<SendCall> sends, IFieldSymbol field, ClientSettings settings, SemanticModel model, SourceText text)
    {
        if (SendRegion.Of(sends, sends[0].Function) is not { } region || HandedOn.Changes(region, model) is not { } handedOn || SmtpHandlers.Around(sends, model) is not { } handlers) return null;
        var name = OwnStatement.Unused("client", sends[0].Function, model, going: field);
        var lines = ConnectionLines.For(sends, name, settings);
        return
        [
            .. region.Changes(lines, [$"using var {name} = new {MailKitNames.Client}();"], text),
            .. handedOn,
            .. sends.SelectMany(send => send.Changes(name, model)),
            .. handlers,
        ];
    }
}
