using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Handlers;
using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Migration;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>
/// Replaces a MailKit client with a transport of M365Smtp.Graph: connect, sign-in and disconnect go, sends stay, and
/// handlers catch the transport's exceptions. A System.Net.Mail client is migrated to MailKit first.
/// </summary>
internal static class SendThroughGraph
{
    const string Transport = "global::M365Smtp.Graph.GraphTransport";

    static readonly RequestedScopes WithoutTokens = new("", "");

    /// <param name="place">The sign-in of a MailKit client, or the creation of a System.Net.Mail client.</param>
    /// <param name="cloud">The name of its endpoint in GraphEndpoints; empty for the worldwide cloud.</param>
    /// <returns>Empty if the package is missing or the result would not compile as well as before.</returns>
    public static async Task<Written> Of(Place place, string cloud, CancellationToken cancel)
    {
        var compilation = await place.Document.Project.GetCompilationAsync(cancel).ConfigureAwait(false);
        if (compilation?.GetTypeByMetadataName(Transport.Substring("global::".Length)) is null)
            return new Written([], []);
        if (place.Node<InvocationExpressionSyntax>() is not null)
            return new Written(await Changes(place, cloud, cancel).ConfigureAwait(false), []);
        var migration = await MigrateToMailKit.Of(place, WithoutTokens, cancel).ConfigureAwait(false);
        if (migration.Changes.Count == 0)
            return migration;
        var signIns = await WrittenSignIns
            .Rewritten(
                place.Document,
                migration.Changes,
                signIn => Changes(signIn, cloud, cancel),
                cancel
            )
            .ConfigureAwait(false);
        return signIns is { Count: > 0, IsAll: true }
            ? migration with
            {
                Changes = signIns.Changes,
            }
            : new Written([], []);
    }

    static async Task<IReadOnlyList<TextChange>> Changes(Place place, string cloud, CancellationToken cancel)
    {
        if (await BuildCheck.InOldestLanguage(place, cancel).ConfigureAwait(false) is not { } shared)
            return [];
        place = shared;
        if (await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return [];
        if (
            place.Node<InvocationExpressionSyntax>() is not { } call
            || SignInCall.Read(call, model) is not { } signIn
            || MailKitUses.Of(signIn, model) is not { } client
            || IsOfSomeBuilds(client)
            || Removals.Of(client.Gone, place.Text) is not { } removals
            || !MailboxExpression.CanBeReadEarlier(signIn, client, model)
            || await GraphHandlers.Changes(place.Document, client.Sends, model, cancel).ConfigureAwait(false)
                is not { } handlers
        )
            return [];
        IReadOnlyList<TextChange> kept = [.. removals, .. UnusedSettings.Of(client, signIn, model, place.Text)];
        foreach (var source in GraphTokens.At(client, signIn, model))
        {
            TextChange[] brought = [.. source.Changes, .. handlers];
            string[] texts = [Transport, source.Call, Options(cloud), .. brought.Select(change => change.NewText!)];
            foreach (var fragments in await CodeFragments.Of(place, cancel, texts).ConfigureAwait(false))
            {
                var arguments = $"{fragments.Texts[1]}, {signIn.Login.User}{fragments.Texts[2]}";
                var changes = InOrder(
                    kept,
                    client.Creation.Changes(fragments.Texts[0], arguments),
                    brought.Zip(fragments.Texts.Skip(3), (change, text) => new TextChange(change.Span, text)),
                    fragments.Usings
                );
                var compiles = await BuildCheck
                    .CompilesAsWell(place.Document, changes, source.Changed, cancel)
                    .ConfigureAwait(false);
                if (compiles)
                    return LongLines.Broken(place.Text, changes, model.SyntaxTree.Options);
            }
        }
        return [];
    }

    /// <summary>True if another build uses the client differently.</summary>
    static bool IsOfSomeBuilds(MailKitUses client) =>
        ConditionalCode.IsBetween(
            client.Creation.New.SyntaxTree.GetRoot(),
            client.Gone.Concat(client.Kept).Append(client.Creation.New).Min(node => node.SpanStart),
            client.Gone.Concat(client.Kept).Append(client.Creation.New).Max(node => node.Span.End)
        );

    static string Options(string cloud) =>
        cloud.Length == 0
            ? ""
            : $", new {Transport}Options {{ Endpoint = global::M365Smtp.Graph.GraphEndpoints.{cloud} }}";

    static IReadOnlyList<TextChange> InOrder(params IEnumerable<TextChange>[] parts) =>
        parts.SelectMany(part => part).Distinct().InTextOrder();
}
