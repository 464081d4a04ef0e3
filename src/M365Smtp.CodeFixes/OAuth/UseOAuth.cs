using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.Handlers;
using M365Smtp.CodeFixes.Imports;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>
/// <c>Authenticate(user, password)</c> becomes <c>Authenticate(new SaslMechanismOAuth2(user, token))</c>; the password
/// is removed if nothing else reads it.
/// </summary>
internal static class UseOAuth
{
    const string Mechanism = "global::MailKit.Security.SaslMechanismOAuth2";

    /// <summary>Empty unless the result compiles as well as before.</summary>
    public static async Task<IReadOnlyList<TextChange>> Changes(
        Place place,
        RequestedScopes scopes,
        CancellationToken cancel
    )
    {
        if (await BuildCheck.InOldestLanguage(place, cancel).ConfigureAwait(false) is not { } shared)
            return [];
        place = shared;
        if (await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return [];
        if (
            place.Node<InvocationExpressionSyntax>() is not { } call
            || SignInCall.Read(call, model) is not { } signIn
            || IsOfSomeBuilds(signIn, model)
        )
            return [];
        foreach (var source in TokenSources.Of(signIn, scopes, model))
        {
            IReadOnlyList<TextChange>? handlers = source.Failure is { } failure
                ? await new TokenFailureHandlers(failure, model)
                    .Changes(place.Document, signIn.Call, cancel)
                    .ConfigureAwait(false)
                : [];
            if (handlers is null)
                continue;
            TextChange[] brought = [.. source.Changes, .. handlers];
            string[] texts = [Mechanism, source.Call, .. brought.Select(change => change.NewText!)];
            foreach (var fragments in await CodeFragments.Of(place, cancel, texts).ConfigureAwait(false))
            {
                var written = brought.Zip(fragments.Texts.Skip(2), (change, text) => new TextChange(change.Span, text));
                var changes = InOrder(
                    place,
                    signIn,
                    fragments.Texts[0],
                    source with
                    {
                        Call = fragments.Texts[1],
                        Changes = [.. written, .. fragments.Usings],
                    },
                    model
                );
                if (
                    await BuildCheck
                        .CompilesAsWell(place.Document, changes, source.Changed, cancel)
                        .ConfigureAwait(false)
                )
                    return changes;
            }
        }
        return [];
    }

    /// <summary>True if another build uses the client differently.</summary>
    static bool IsOfSomeBuilds(SignInCall signIn, SemanticModel model)
    {
        var (body, client) = (signIn.Body, model.GetSymbolInfo(signIn.Client).Symbol);
        if (client is null)
            return false;
        var made = client is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
            ? declared.Span.Start
            : body.SpanStart;
        return ConditionalCode.IsBetween(
            model.SyntaxTree.GetRoot(),
            made,
            References.Of(client, body, model).Select(name => name.Span.End).Append(signIn.Call.Span.End).Max()
        );
    }

    static IReadOnlyList<TextChange> InOrder(
        Place place,
        SignInCall signIn,
        string mechanism,
        TokenSource source,
        SemanticModel model
    )
    {
        var secret = UnusedSecret.Of(signIn, model, place.Text);
        var token = new TokenText(signIn, source, place.Text, model);
        return source
            .Changes.Concat(token.Statement(secret.Note))
            .Concat(signIn.Login.Changes(mechanism, token.Expression(secret.Note)))
            .Concat(secret.Removal)
            .Concat(WithoutRemovalOfXOAuth2(place, signIn))
            .InTextOrder();
    }

    // 'client.AuthenticationMechanisms.Remove("XOAUTH2")' would remove the mechanism that is now needed.
    static IEnumerable<TextChange> WithoutRemovalOfXOAuth2(Place place, SignInCall signIn) =>
        from call in signIn.Body.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Remove" } remove
            && remove.Expression
                is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AuthenticationMechanisms" } mechanisms
            && SyntaxFactory.AreEquivalent(mechanisms.Expression, signIn.Client)
            && call.ArgumentList.Arguments.FirstOrDefault()?.Expression
                is LiteralExpressionSyntax { Token.Value: "XOAUTH2" }
            && call.Parent is ExpressionStatementSyntax
        from change in Remove.Changes(place with { Span = call.Span })
        select change;
}
