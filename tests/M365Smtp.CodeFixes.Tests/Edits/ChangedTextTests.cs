using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>Changes on top of changes come out as one list of changes to the text that is in the editor.</summary>
public class ChangedTextTests
{
    static readonly SourceText First = SourceText.From("one two three");

    static TextChange Change(int start, int length, string text) => new(new TextSpan(start, length), text);

    static string Show(ChangedText changed) =>
        string.Join(", ", changed.Changes.Select(change => $"{change.Span.Start}-{change.Span.End} {change.NewText}"));

    [Fact]
    public void Nothing_changed_is_no_change() => Assert.Empty(new ChangedText(First, []).Changes);

    [Fact]
    public void The_first_changes_come_out_as_they_went_in()
    {
        var changed = new ChangedText(First, [Change(0, 3, "1"), Change(7, 0, "-"), Change(8, 5, "")]);

        Assert.Equal("1 two- ", $"{changed.Text}");
        Assert.Equal("0-3 1, 7-7 -, 8-13 ", Show(changed));
        Assert.Equal([(new TextSpan(0, 1), "1"), (new TextSpan(5, 1), "-")], changed.Written);
    }

    [Fact]
    public void Later_changes_count_from_the_text_that_is_there_then()
    {
        var changed = new ChangedText(First, [Change(4, 3, "TWO")]).With([Change(5, 1, "w"), Change(13, 0, "!")]);

        Assert.Equal("one TwO three!", $"{changed.Text}");
        Assert.Equal("4-7 TwO, 13-13 !", Show(changed));
        Assert.Equal(
            [
                (new TextSpan(4, 1), "T"),
                (new TextSpan(5, 1), "w"),
                (new TextSpan(6, 1), "O"),
                (new TextSpan(13, 1), "!"),
            ],
            changed.Written
        );
    }

    [Fact]
    public void New_text_may_be_deleted_again_with_its_surroundings()
    {
        var changed = new ChangedText(First, [Change(3, 1, " and ")]).With([Change(2, 7, "")]);

        Assert.Equal("onwo three", $"{changed.Text}");
        Assert.Equal("2-5 ", Show(changed));
    }

    [Fact]
    public void A_change_at_the_very_start_moves_all_that_follows()
    {
        var changed = new ChangedText(First, [Change(0, 0, "zero ")]).With([Change(5, 3, "1"), Change(9, 3, "2")]);

        Assert.Equal("zero 1 2 three", $"{changed.Text}");
        Assert.Equal("0-3 zero 1, 4-7 2", Show(changed));
    }
}
