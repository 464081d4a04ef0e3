using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>
/// A solution with edits applied. Edits run in order, and each sees the text left by the previous ones, so two
/// properties set on one creation share its initializer.
/// </summary>
internal sealed record Draft(Solution Solution, ICodeWriter Writer)
{
    Solution Original { get; init; } = Solution;

    ImmutableHashSet<(string Path, TextSpan, EditKind, string Member)> Done { get; init; } =
        ImmutableHashSet<(string, TextSpan, EditKind, string)>.Empty;

    ImmutableDictionary<DocumentId, ImmutableList<IReadOnlyList<TextChange>>> Changes { get; init; } =
        ImmutableDictionary<DocumentId, ImmutableList<IReadOnlyList<TextChange>>>.Empty;

    /// <summary>Settings that could not be kept; a comment in the code names each.</summary>
    public ImmutableList<string> Lost { get; init; } = ImmutableList<string>.Empty;

    /// <summary>Settings files change too, which the light bulb may do but Fix All may not.</summary>
    public bool ReachesSettings { get; init; }

    /// <summary>
    /// Applies all edits, or returns null if one does not fit. If not all fit, a step of its own is applied alone.
    /// </summary>
    /// <param name="home">The project that reported the finding; a path is looked up there first.</param>
    public async Task<Draft?> TryApply(ImmutableArray<Edit> edits, ProjectId home, CancellationToken cancel)
    {
        if (await TryApplyAll(edits, home, cancel).ConfigureAwait(false) is { } changed)
            return changed;
        var step = edits.RemoveAll(edit => !edit.IsStepOfItsOwn);
        return step.IsEmpty || step.Length == edits.Length
            ? null
            : await TryApplyAll(step, home, cancel).ConfigureAwait(false);
    }

    async Task<Draft?> TryApplyAll(ImmutableArray<Edit> edits, ProjectId home, CancellationToken cancel)
    {
        var draft = this;
        foreach (var edit in edits)
        {
            if (await draft.TryApply(edit, home, cancel).ConfigureAwait(false) is not { } next)
                return null;
            draft = next;
        }
        return draft;
    }

    async Task<Draft?> TryApply(Edit edit, ProjectId home, CancellationToken cancel)
    {
        var id = (edit.Path, edit.At.Location.SourceSpan, edit.Kind, edit.Member);
        if (Done.Contains(id))
            return this;
        if (await TryChange(edit, home, cancel).ConfigureAwait(false) is { } changed)
            return changed with { Done = Done.Add(id) };
        // The code in question may already be gone, or may still be read.
        return edit.Kind == EditKind.ForgetPassword ? this : null;
    }

    Task<Draft?> TryChange(Edit edit, ProjectId home, CancellationToken cancel) =>
        Find(edit.Path, home) switch
        {
            Document document when document.Project.Language == Writer.Language => TryChangeCode(
                document,
                edit,
                cancel
            ),
            AdditionalDocument settings when ReachesSettings => TryChangeSetting(settings, edit, cancel),
            _ => Task.FromResult<Draft?>(null),
        };

    async Task<Draft?> TryChangeCode(Document seen, Edit edit, CancellationToken cancel)
    {
        if (await FindSpan(seen, edit, cancel).ConfigureAwait(false) is not { } now)
            return null;
        var document = Solution.GetDocument(seen.Id)!;
        if (
            await Writer.WriteAsync(document, now, edit, cancel).ConfigureAwait(false)
            is not { } written
        )
            return null;
        var draft = await WithCode(document, written.Changes, cancel).ConfigureAwait(false);
        foreach (var other in written.Others)
            draft = await draft.WithCode(Solution.GetDocument(other.Key)!, other.Value, cancel).ConfigureAwait(false);
        return draft with { Lost = Lost.AddRange(written.Lost) };
    }

    async Task<Draft> WithCode(Document document, IReadOnlyList<TextChange> changes, CancellationToken cancel)
    {
        var text = (await document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes);
        // The file may also belong to other projects or to this project's other target frameworks: 'dotnet format'
        // writes each of them.
        var others = document
            .GetLinkedDocumentIds()
            .Where(id => Solution.GetDocument(id)?.Project.Language == document.Project.Language);
        return others.Aggregate(
            With(Solution.WithDocumentText(document.Id, text), document.Id, changes),
            (draft, id) => draft.With(draft.Solution.WithDocumentText(id, text), id, changes)
        );
    }

    async Task<Draft?> TryChangeSetting(AdditionalDocument seen, Edit edit, CancellationToken cancel)
    {
        if (edit is not { Kind: EditKind.Replace, IsPlainSetting: true })
            return null;
        if (await FindSpan(seen, edit, cancel).ConfigureAwait(false) is not { } now)
            return null;
        var text = await Solution.GetAdditionalDocument(seen.Id)!.GetTextAsync(cancel).ConfigureAwait(false);
        var change = new TextChange(now, edit.Text);
        return With(Solution.WithAdditionalDocumentText(seen.Id, text.WithChanges(change)), seen.Id, [change]);
    }

    Draft With(Solution solution, DocumentId changed, IReadOnlyList<TextChange> changes) =>
        this with
        {
            Solution = solution,
            Changes = Changes.SetItem(changed, EarlierChanges(changed).Add(changes)),
        };

    /// <summary>Compare and swap: null unless the text is what the analyzer saw.</summary>
    async Task<TextSpan?> FindSpan(TextDocument document, Edit edit, CancellationToken cancel)
    {
        var span = edit.At.Location.SourceSpan;
        var seen = await document.GetTextAsync(cancel).ConfigureAwait(false);
        return span.End <= seen.Length && edit.WithoutSecrets(seen.ToString(span)) == edit.Expected
            ? EditedSpan.Follow(span, EarlierChanges(document.Id))
            : null;
    }

    TextDocument? Find(string path, ProjectId home) =>
        path.Length == 0
            ? null
            : Original
                .GetDocumentIdsWithFilePath(path)
                .OrderByDescending(id => id.ProjectId == home)
                .Select(id => Original.GetDocument(id) ?? Original.GetAdditionalDocument(id))
                .FirstOrDefault(document =>
                    document is AdditionalDocument || document?.Project.Language == Writer.Language
                );

    ImmutableList<IReadOnlyList<TextChange>> EarlierChanges(DocumentId id) =>
        Changes.TryGetValue(id, out var changes) ? changes : ImmutableList<IReadOnlyList<TextChange>>.Empty;
}
