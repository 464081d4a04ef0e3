using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration.Clients;

/// <summary>
/// A client kept by a class: each method that sends gets its own, as a connection does not last. The settings known to
/// the constructor are kept in place of the client.
/// </summary>
internal static class FieldClient
{
    public static ClientMigration? Of(ClientCreation creation, bool rewrites, SemanticModel model, SourceText text)
    {
        if (
            ClientHolder.Of(creation, model) is not { } holder
            || ClientUses.Of(holder.Symbol, holder.Owner, holder.Client, model) is not { } uses
        )
            return null;
        if (
            !uses.All(use =>
                use is ClientUse.Set or ClientUse.Send or ClientUse.Dispose or ClientUse.Lock
                || use is ClientUse.Create { Assignment.Right: var made } && made == creation.New
            )
        )
            return null;
        var set = uses.OfType<ClientUse.Set>().Select(use => use.Setting).ToList();
        var locks = uses.OfType<ClientUse.Lock>().ToList();
        if (KeptSettings.Of(creation, holder, set, isLocked: locks.Count > 0, model, text) is not { } kept)
            return null;
        if (MailKitSettings.Of(creation, set, kept.Comments, kept.Written, model) is not { } settings)
            return null;
        var names = new FreeNames(model);
        if (SendCall.ReadAll(uses.OfType<ClientUse.Send>(), rewrites, names, model) is not { } sends)
            return null;
        if (sends.Any(send => send.IsEvent || send.Function is ConstructorDeclarationSyntax))
            return null;

        var changes = new List<TextChange>([
            .. kept.Changes,
            .. locks.Select(known => new TextChange(known.At.Span, KeptSettings.LockName(holder))),
        ]);
        foreach (var same in sends.GroupBy(send => send.Function))
        {
            if (
                InMethod([.. same], names.Like("client", same.Key, going: holder.Symbol), settings, model, text)
                is not { } rewritten
            )
                return null;
            changes.AddRange(rewritten);
            settings = settings with { Comments = [] };
        }
        foreach (var disposal in uses.OfType<ClientUse.Dispose>())
        {
            if (WithoutDisposal(disposal, text) is not { } removed)
                return null;
            changes.Add(removed);
        }
        return new ClientMigration(changes, settings, sends);
    }

    static IEnumerable<TextChange>? InMethod(
        IReadOnlyList<SendCall> sends,
        string name,
        MailKitSettings settings,
        SemanticModel model,
        SourceText text
    )
    {
        if (
            SendRegion.Of(sends, sends[0].Function) is not { } region
            || ReturnedTask.Changes(region, model) is not { } awaiting
        )
            return null;
        var lines = ConnectionLines.For(sends, name, settings);
        return
        [
            .. region.Changes(
                lines,
                [
                    $"{(sends[0].Call.Knows(LanguageVersion.CSharp8) ? "using " : "")}var {name} = new {MailKitNames.Client}();",
                ],
                isConnected: false,
                model,
                text
            ),
            .. awaiting,
            .. SendCall.AllChanges(sends, _ => name),
        ];
    }

    // A class that keeps no client has nothing to dispose of.
    static TextChange? WithoutDisposal(ClientUse.Dispose disposal, SourceText text)
    {
        if (disposal.Statement is { Parent: BlockSyntax } statement)
            return new TextChange(text.WithItsLines(statement.Span), "");
        return
            disposal.At.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>()
                is { Parent: MethodDeclarationSyntax { SemicolonToken: var semicolon } } arrow
            ? new TextChange(TextSpan.FromBounds(arrow.SpanStart, semicolon.Span.End), "{ }")
            : null;
    }
}
