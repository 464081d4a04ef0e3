using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes;

/// <summary>
/// A solution with some edits applied. Edits come one after the other and each sees the text that the others left, so that two
/// properties set on one creation share its initializer.
/// </summary>
internal sealed record Draft(Solution Solution)
{
    Solution Original { get; init; } = Solution;

    ImmutableHashSet<(string Path, TextSpan, EditKind, string Member)> Done { get; init; } =
        ImmutableHashSet<(string, TextSpan, EditKind, string)>.Empty;

    ImmutableDictionary<DocumentId, ImmutableList<IReadOnlyList<TextChange>>> Changes { get; init; } =
        ImmutableDictionary<DocumentId, ImmutableList<IReadOnlyList<TextChange>>>.Empty;

    /// <summary>What could not be kept; a comment in the code tells of each.</summary>
    public ImmutableList<string> Left { get; init; } = ImmutableList<string>.Empty;

    /// <summary>All of the edits, or null where one of them does not fit.</summary>
    /// <param name="home">The project whose finding it is; a path is looked up there first.</param>
    public async Task<Draft?> TryApply(ImmutableArray<Edit> edits, ProjectId home, CancellationToken cancel)
    {
        var draft = this;
        foreach (var edit in edits)
        {
            if (await draft.TryApply(edit, home, cancel).ConfigureAwait(false) is not { } next) return null;
            draft = next;
        }
        return draft;
    }

    async Task<Draft?> TryApply(Edit edit, ProjectId home, CancellationToken cancel)
    {
        var id = (edit.Path, edit.At.Location.SourceSpan, edit.Kind, edit.Member);
        if (Done.Contains(id)) return this;
        if (await FindPlace(edit, home, cancel).ConfigureAwait(false) is not { } place) return null;
        var (changes, left) = await EditWriter.Write(place, edit, cancel).ConfigureAwait(false);
        if (changes.Count == 0) return null;
        var changed = place.Document.WithText(place.Text.WithChanges(changes));
        if (!await place.ParsesAsWell(changed, cancel).ConfigureAwait(false)) return null;
        return this with
        {
            Solution = changed.Project.Solution,
            Done = Done.Add(id),
            Changes = Changes.SetItem(changed.Id, EarlierChanges(changed.Id).Add(changes)),
            Left = Left.AddRange(left),
        };
    }

    /// <summary>Compare and swap: null unless the text is what the analyzer saw.</summary>
    async Task<Place?> FindPlace(Edit edit, ProjectId home, CancellationToken cancel)
    {
        if (FindDocument(edit.Path, home) is not { } document) return null;
        var span = edit.At.Location.SourceSpan;
        var seen = await document.GetTextAsync(cancel).ConfigureAwait(false);
        if (span.End > seen.Length || edit.Writable(seen.ToString(span)) != edit.Expected) return null;
        return EditedSpan.Follow(span, EarlierChanges(document.Id)) is { } now
            ? await Place.At(Solution.GetDocument(document.Id)!, now, cancel).ConfigureAwait(false)
            : null;
    }

    // A path that is no C# document (a settings file) is not this fixer's.
    Document? FindDocument(string path, ProjectId home) =>
        path.Length == 0 ? null
        : Original.GetDocumentIdsWithFilePath(path)
            .OrderByDescending(id => id.ProjectId == home)
            .Select(Original.GetDocument)
            .FirstOrDefault(document => document?.Project.Language == LanguageNames.CSharp);

    ImmutableList<IReadOnlyList<TextChange>> EarlierChanges(DocumentId id) =>
        Changes.TryGetValue(id, out var changes) ? changes : ImmutableList<IReadOnlyList<TextChange>>.Empty;
}
