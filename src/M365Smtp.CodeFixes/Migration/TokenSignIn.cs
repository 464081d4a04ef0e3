using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>The second step of the migration: the sign-ins that the first one wrote get a token, as "Use OAuth 2.0"
/// gives it.</summary>
internal static class TokenSignIn
{
    /// <returns>Both steps as changes of the first text.</returns>
    public static async Task<IReadOnlyList<TextChange>> Changes(
        Document document,
        IReadOnlyList<TextChange> migration,
        TokenScopes scopes,
        CancellationToken cancel
    )
    {
        if (scopes is { AppOnly: "", Delegated: "" })
            return migration;
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var steps = new ChangedText(text, migration);
        var later = new List<IReadOnlyList<TextChange>>();
        foreach (var written in steps.Written.Where(written => written.Text.Contains(".Authenticate")))
        {
            var changed = document.WithText(steps.Text);
            if (
                EditedSpan.Follow(written.Span, later) is not { } span
                || await changed.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not { } root
            )
                continue;
            if (
                root.DescendantNodes(span)
                    .OfType<InvocationExpressionSyntax>()
                    .FirstOrDefault(call => span.Contains(call.Span) && IsSignIn(call))
                is not { } signIn
            )
                continue;
            if (await Place.At(changed, signIn.Span, cancel).ConfigureAwait(false) is not { } place)
                continue;
            var changes = await UseOAuth.Changes(place, scopes, cancel).ConfigureAwait(false);
            steps = steps.With(changes);
            later.Add(changes);
        }
        return steps.Changes;
    }

    static bool IsSignIn(InvocationExpressionSyntax call) =>
        call.Expression
            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Authenticate" or "AuthenticateAsync" };
}
