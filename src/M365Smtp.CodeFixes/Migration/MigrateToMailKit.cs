using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Handlers;
using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>
/// Migrates a System.Net.Mail client to MailKit in two steps: first with the same behavior, then signing in with a
/// token if there is one.
/// </summary>
internal static class MigrateToMailKit
{
    static readonly Written Nothing = new([], []);

    /// <summary>
    /// Empty if a use of the client cannot be kept, or the result would not compile as well as before.
    /// </summary>
    public static async Task<Written> Of(Place place, RequestedScopes scopes, CancellationToken cancel)
    {
        if (await BuildCheck.InOldestLanguage(place, cancel).ConfigureAwait(false) is not { } shared)
            return Nothing;
        place = shared;
        if (await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return Nothing;
        // Found by its first token: an earlier edit may have added an initializer.
        if (
            place.Token.Parent is not BaseObjectCreationExpressionSyntax made
            || ClientCreation.Read(made, model) is not { } creation
        )
            return Nothing;
        // If a message cannot be rewritten, it is converted.
        foreach (var rewrites in new[] { true, false })
        {
            if (
                ClientMigration.Of(creation, rewrites, model, place.Text) is not { } migration
                || rewrites && migration.Namespaces.Count == 0
            )
                continue;
            if (IsOfSomeBuilds(migration, creation))
                return Nothing;
            if (
                await Changes(migration, SendFailures.WithoutTokens, place, made, scopes, model, cancel)
                    .ConfigureAwait(false)
                is not { } changes
            )
                continue;
            // The handlers must catch the exceptions of the token source, which is known only now.
            if (
                await SendFailures.WithTokens(place.Document, changes, cancel).ConfigureAwait(false) is
                { OfTokens.Count: > 0 } failures
            )
                changes =
                    await Changes(migration, failures, place, made, scopes, model, cancel).ConfigureAwait(false)
                    ?? changes;
            var notes = DeliveryNotifications.Notes(migration, model, place.Text);
            changes = EmptyLines.WithoutNew(place.Text, changes);
            return new Written(
                LongLines.Broken(place.Text, changes, model.SyntaxTree.Options),
                notes.Count > 0 ? [.. migration.Left, DeliveryNotifications.Property] : migration.Left
            );
        }
        return Nothing;
    }

    /// <summary>True if another build uses the client or its messages differently.</summary>
    static bool IsOfSomeBuilds(ClientMigration migration, ClientCreation creation)
    {
        var root = creation.New.SyntaxTree.GetRoot();
        var own = Enclosing.Member(creation.New);
        return ConditionalCode.IsBetween(root, creation.New.SpanStart, own.Span.End)
            || migration
                .Sends.Select(send => Enclosing.Member(send.Whole))
                .Where(member => member != own)
                .Any(member => ConditionalCode.IsBetween(root, member.SpanStart, member.Span.End));
    }

    static async Task<IReadOnlyList<TextChange>?> Changes(
        ClientMigration migration,
        SendFailures failures,
        Place place,
        BaseObjectCreationExpressionSyntax made,
        RequestedScopes scopes,
        SemanticModel model,
        CancellationToken cancel
    )
    {
        var calls = migration.Sends.Select(send => send.Call).ToList();
        if (
            await SmtpHandlers.Changes(place.Document, calls, failures, model, cancel).ConfigureAwait(false)
            is not { } handlers
        )
            return null;
        TextChange[] whole =
        [
            .. migration.Changes,
            .. handlers,
            .. DeliveryNotifications.Notes(migration, model, place.Text),
        ];
        foreach (var plan in ImportPlan.All)
        {
            var changes = plan.Apply(whole, migration.Namespaces, made.SpanStart, model, place.Text);
            if (
                !await BuildCheck
                    .CompilesAsWell(place.Document, changes, null, cancel, isInterim: true)
                    .ConfigureAwait(false)
            )
                continue;
            changes = await UsingBlocks.Added(place.Document, changes, cancel).ConfigureAwait(false);
            if (scopes is not { AppOnly: "", Delegated: "" })
                changes = (
                    await WrittenSignIns
                        .Rewritten(
                            place.Document,
                            changes,
                            signIn => UseOAuth.Changes(signIn, scopes, cancel),
                            cancel
                        )
                        .ConfigureAwait(false)
                ).Changes;
            if (await BuildCheck.CompilesAsWell(place.Document, changes, null, cancel).ConfigureAwait(false))
                return changes;
        }
        return null;
    }
}
