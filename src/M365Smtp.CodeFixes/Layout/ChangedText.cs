using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Layout;

/// <summary>Combines changes made in several steps into one list of changes to the original text.</summary>
internal sealed class ChangedText
{
    /// <summary>A stretch of the original text, or of new text.</summary>
    readonly record struct Piece(TextSpan Old, string? New)
    {
        public int Length => New?.Length ?? Old.Length;

        public Piece Part(int start, int length) =>
            New is null ? new(new TextSpan(Old.Start + start, length), null) : new(Old, New.Substring(start, length));
    }

    readonly List<Piece> pieces;

    ChangedText(SourceText original, List<Piece> pieces) => (Original, this.pieces) = (original, pieces);

    public ChangedText(SourceText original, IReadOnlyList<TextChange> changes)
        : this(original, Applied([new Piece(new TextSpan(0, original.Length), null)], changes)) { }

    public SourceText Original { get; }

    public SourceText Text => Original.WithChanges(Changes);

    /// <param name="changes">Changes to <see cref="Text"/>, in text order.</param>
    public ChangedText With(IReadOnlyList<TextChange> changes) => new(Original, Applied(pieces, changes));

    /// <summary>The new text and its position.</summary>
    public IEnumerable<(TextSpan Span, string Text)> Written
    {
        get
        {
            var position = 0;
            foreach (var piece in pieces)
            {
                if (piece.New is { } text)
                    yield return (new TextSpan(position, piece.Length), text);
                position += piece.Length;
            }
        }
    }

    public IReadOnlyList<TextChange> Changes
    {
        get
        {
            var changes = new List<TextChange>();
            var (end, inserted) = (0, "");
            foreach (var piece in pieces.Append(new Piece(new TextSpan(Original.Length, 0), null)))
                if (piece.New is { } text)
                    inserted += text;
                else
                {
                    if (inserted.Length > 0 || piece.Old.Start > end)
                        changes.Add(new TextChange(TextSpan.FromBounds(end, piece.Old.Start), inserted));
                    (end, inserted) = (piece.Old.End, "");
                }
            return changes;
        }
    }

    /// <param name="changes">In text order.</param>
    static List<Piece> Applied(List<Piece> pieces, IReadOnlyList<TextChange> changes)
    {
        var (result, position) = (new List<Piece>(), 0);
        foreach (var change in changes)
        {
            result.AddRange(Between(pieces, position, change.Span.Start));
            if (change.NewText is { Length: > 0 } text)
                result.Add(new Piece(default, text));
            position = change.Span.End;
        }
        result.AddRange(Between(pieces, position, int.MaxValue));
        return result;
    }

    static IEnumerable<Piece> Between(List<Piece> pieces, int start, int end)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            var (from, to) = (Math.Max(start, at), Math.Min(end, at + piece.Length));
            if (from < to)
                yield return piece.Part(from - at, to - from);
            at += piece.Length;
        }
    }
}
