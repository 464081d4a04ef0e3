using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.Migration.Handlers;
using M365Smtp.CodeFixes.Migration.Imports;
using M365Smtp.CodeFixes.Migration.Reading;
using M365Smtp.CodeFixes.Migration.Sending;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>A client of System.Net.Mail becomes one of MailKit, in two steps: first it does what it did, then it signs in with a token where there is one.</summary>
internal static class MigrateToMailKit
{
    static readonly Written Nothing = new([], []);

    /// <summary>Empty where the client is used in a way that cannot be kept, or the code would not compile as well as before.</summary>
    public static async Task<Written> Of(Place place, TokenScopes scopes, CancellationToken cancel)
    {
        if (await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model) return Nothing;
        // By its first token: an edit before this one may have given it an initializer.
        if (place.Token.Parent is not BaseObjectCreationExpressionSyntax made || Creation.Read(made, model) is not { } creation) return Nothing;
        // A message that cannot be rewritten after all is converted.
        foreach (var rewrites in new[] { true, false })
        {
            if (Clients.Rewritten(creation, rewrites, model, place.Text) is not { } rewrite || rewrites && rewrite.Namespaces.Count == 0) continue;
            if (await CallersHandlers.Changes(place.Document, rewrite.Sends, model, cancel).ConfigureAwait(false) is not { } handlers) return Nothing;
            var notes = Notifications.Notes(rewrite, model, place.Text);
            if (await Compiled(rewrite with { Changes = [.. rewrite.Changes, .. handlers, .. notes] }, place, made, model, cancel).ConfigureAwait(false) is not { } changes) continue;
            var signedIn = await TokenSignIn.Changes(place.Document, changes, scopes, cancel).ConfigureAwait(false);
            return new Written(await Leftovers.Removed(place.Document, signedIn, cancel).ConfigureAwait(false), notes.Count > 0 ? [.. rewrite.Left, Notifications.Property] : rewrite.Left);
        }
        return Nothing;
    }

    static async Task<IReadOnlyList<TextChange>?> Compiled(Rewrite rewrite, Place place, BaseObjectCreationExpressionSyntax made, SemanticModel model, CancellationToken cancel)
    {
        foreach (var plan in ImportPlan.All)
            if (plan.Apply(rewrite, made.SpanStart, model, place.Text) is var changes && await BuildCheck.CompilesAsWell(place.Document, changes, null, cancel).ConfigureAwait(false)) return changes;
        return null;
    }
}
