using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.OAuth;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Passwords;

/// <summary>
/// <c>configuration["Smtp:Password"] ?? throw …</c>, once the clients sign in with tokens: a program must not fail
/// because of a missing password that nothing uses.
/// </summary>
internal static class UnneededReads
{
    // Each is removed before the next is searched for.
    const int Most = 16;

    /// <summary>The new text, minus the reads that are left without a use.</summary>
    public static async Task<Written> Removed(Document document, Written written, CancellationToken cancel)
    {
        var before = document.Project.Solution;
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var after = before.WithDocumentText(document.Id, text.WithChanges(written.Changes));
        var others = new Dictionary<DocumentId, IReadOnlyList<TextChange>>();
        foreach (var id in document.Project.DocumentIds)
        {
            var old = await before.GetDocument(id)!.GetTextAsync(cancel).ConfigureAwait(false);
            if (old.ToString() is var code && !(code.Contains("throw") && IsAboutPassword(code)))
                continue;
            var idle = await Idle(before.GetDocument(id)!, cancel).ConfigureAwait(false);
            var known = idle.Select(read => read.ToString()).ToList();
            var steps = new ChangedText(old, id == document.Id ? written.Changes : []);
            for (var i = 0; i < Most; i++)
            {
                if (await Removal(after.GetDocument(id)!, known, cancel).ConfigureAwait(false) is not { } removal)
                    break;
                steps = steps.With(removal);
                after = after.WithDocumentText(id, steps.Text);
            }
            var changes = EmptyLines.WithoutNew(old, steps.Changes);
            if (id == document.Id)
                written = written with { Changes = changes };
            else if (changes.Count > 0)
                others.Add(id, changes);
        }
        return written with { Others = others };
    }

    static async Task<IReadOnlyList<TextChange>?> Removal(
        Document document,
        IReadOnlyCollection<string> known,
        CancellationToken cancel
    )
    {
        foreach (var read in await Idle(document, cancel).ConfigureAwait(false))
        {
            if (known.Contains(read.ToString()))
                continue;
            var model = (await document.GetSemanticModelAsync(cancel).ConfigureAwait(false))!;
            foreach (var changes in ForgetPassword.Alternatives(read, model))
                if (await BuildCheck.CompilesAsWell(document, changes, null, cancel).ConfigureAwait(false))
                    return changes;
        }
        return null;
    }

    /// <summary>The reads of a password that nothing uses.</summary>
    static async Task<IReadOnlyList<ExpressionSyntax>> Idle(Document document, CancellationToken cancel)
    {
        if (await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return [];
        var root = await model.SyntaxTree.GetRootAsync(cancel).ConfigureAwait(false);
        var flow = new PasswordFlow(document.Project.Solution, cancel);
        var idle = new List<ExpressionSyntax>();
        foreach (var read in root.DescendantNodes().OfType<BinaryExpressionSyntax>().Where(IsOfPassword))
            if (!await flow.IsRead(read, model).ConfigureAwait(false))
                idle.Add(read);
        return idle;
    }

    static bool IsOfPassword(BinaryExpressionSyntax read) =>
        read.IsKind(SyntaxKind.CoalesceExpression)
        && read.Right is ThrowExpressionSyntax
        && IsAboutPassword(read.Left.ToString())
        && UnusedSecret.OnlyLooksUp(read.Left);

    static bool IsAboutPassword(string code) => code.IndexOf("password", StringComparison.OrdinalIgnoreCase) >= 0;
}
