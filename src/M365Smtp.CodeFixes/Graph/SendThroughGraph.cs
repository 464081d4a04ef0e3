using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Graph;

/// <summary>
/// A MailKit client becomes a transport of M365Smtp.Graph: connect, sign-in and disconnect go, what is sent stays,
/// and handlers
/// catch what the transport throws.
/// </summary>
internal static class SendThroughGraph
{
    const string Space = "global::M365Smtp.Graph.";

    /// <param name="cloud">The name of its address in GraphEndpoints; empty for the worldwide cloud.</param>
    /// <returns>
    /// Empty where the package is missing, or the code does not compile afterwards as well as it does now.
    /// </returns>
    public static async Task<IReadOnlyList<TextChange>> Changes(Place place, string cloud, CancellationToken cancel)
    {
        if (await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return [];
        if (model.Compilation.GetTypeByMetadataName("M365Smtp.Graph.GraphTransport") is null)
            return [];
        if (place.Node<InvocationExpressionSyntax>() is not { } call || SignInCall.Read(call, model) is not { } signIn)
            return [];
        if (
            ClientUses.Of(signIn, model, place.Text) is not { } client
            || !Mailbox.CanBeReadEarlier(signIn, client, model)
        )
            return [];
        var handlers = new Handlers(client, signIn.Body, model);
        foreach (var source in GraphTokens.At(client, model))
            foreach (
                var wording in await Wording
                    .Of(
                        place,
                        cancel,
                        Space + "GraphTransport",
                        source.Call,
                        Options(cloud),
                        Handlers.Refusal,
                        Handlers.Network
                    )
                    .ConfigureAwait(false)
            )
            {
                var changes = InOrder(
                    client.Creation.Changes(wording.Texts[0], $"{wording.Texts[1]}, {signIn.Login.User}{wording.Texts[2]}"),
                    client.Removals,
                    UnusedLocals.Of(client, signIn, model, place.Text),
                    handlers.Changes(wording.Texts[3], wording.Texts[4]),
                    source.Changes,
                    Needed(wording, handlers)
                );
                var compiles = await BuildCheck
                    .CompilesAsWell(place.Document, changes, source.Changed, cancel)
                    .ConfigureAwait(false);
                if (compiles)
                    return changes;
            }
        return [];
    }

    static string Options(string cloud) =>
        cloud.Length == 0 ? "" : $", new {Space}GraphTransportOptions {{ Endpoint = {Space}GraphEndpoints.{cloud} }}";

    // A using for a type that no handler names would be one too many.
    static IEnumerable<TextChange> Needed(Wording wording, Handlers handlers) =>
        handlers.CatchNetwork
            ? wording.Usings
            : wording.Usings.Where(change => change.NewText?.Contains("System.IO") != true);

    static IReadOnlyList<TextChange> InOrder(params IEnumerable<TextChange>[] parts) =>
        [
            .. parts
                .SelectMany(part => part)
                .Distinct()
                .OrderBy(change => change.Span.Start)
                .ThenBy(change => change.Span.End),
        ];
}
