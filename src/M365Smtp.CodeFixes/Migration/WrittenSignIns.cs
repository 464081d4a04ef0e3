using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>The second step of a migration: replaces the sign-ins written by the first.</summary>
/// <param name="Changes">Both steps as changes to the original text.</param>
/// <param name="Count">The number of sign-ins.</param>
/// <param name="IsAll">Whether the second step fits all of them.</param>
internal sealed record WrittenSignIns(IReadOnlyList<TextChange> Changes, int Count, bool IsAll)
{
    /// <param name="rewrite">Gives the replacement of a sign-in; empty if it must stay.</param>
    public static async Task<WrittenSignIns> Rewritten(
        Document document,
        IReadOnlyList<TextChange> migration,
        Func<Place, Task<IReadOnlyList<TextChange>>> rewrite,
        CancellationToken cancel
    )
    {
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var steps = new ChangedText(text, migration);
        var later = new List<IReadOnlyList<TextChange>>();
        var (count, isAll) = (0, true);
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
            count++;
            if (await Place.At(changed, signIn.Span, cancel).ConfigureAwait(false) is not { } place)
                continue;
            var changes = await rewrite(place).ConfigureAwait(false);
            isAll &= changes.Count > 0;
            steps = steps.With(changes);
            later.Add(changes);
        }
        return new(steps.Changes, count, isAll);
    }

    static bool IsSignIn(InvocationExpressionSyntax call) =>
        call.Expression
            is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Authenticate" or "AuthenticateAsync" };
}
