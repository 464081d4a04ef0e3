using M365Smtp.Analyzers.Scanning;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Scanning;

public class WordScanTests
{
    static readonly WordScan Words = new("smtp", "outlook", "office", ".mx.microsoft");

    [Fact]
    public void Words_are_found_in_any_case_and_in_ascending_order() =>
        Assert.Equal([0, 5, 12, 21], All("SmTp office OUTLOOK xsmtp"));

    [Fact]
    public void A_word_is_found_once_wherever_the_windows_of_a_long_text_end()
    {
        for (var place = 4060; place < 4110; place++)
            foreach (var behind in new[] { 0, 1, 50, 9000 })
            {
                var text = new string('s', place) + ".mx.microsoft" + new string('o', behind);
                Assert.Equal([place], Words.All(new TextOfPieces(text)));
            }
    }

    [Fact]
    public void A_word_is_found_once_wherever_the_blocks_of_a_pass_end()
    {
        for (var place = 0; place < 140; place++)
            for (var behind = 0; behind < 70; behind++)
            {
                var text = new string('s', place) + "OUTLook" + new string('o', behind);
                Assert.Equal([place], All(text));
                Assert.True(Words.Any(SourceText.From(text), new TextSpan(place, 7)));
                Assert.False(Words.Any(SourceText.From(text), new TextSpan(0, place + 6)));
            }
    }

    [Fact]
    public void A_word_is_known_by_any_of_its_pairs()
    {
        for (var pair = 0; pair < 6; pair++)
            Assert.Equal(
                [3],
                new WordScan(new RareWord("outlook", "outlook".Substring(pair, 2))).All(SourceText.From("an Outlook"))
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("smt")]
    [InlineData("s m t p")]
    [InlineData("\u0013mtp")]
    [InlineData("ſmtp")]
    public void Anything_else_is_not_found(string text) => Assert.Empty(All(text));

    [Fact]
    public void Only_the_part_that_is_asked_for_is_looked_at()
    {
        var text = SourceText.From("smtp and mail");

        Assert.True(Words.Any(text, new TextSpan(0, 4)));
        Assert.False(Words.Any(text, new TextSpan(0, 3)));
        Assert.False(Words.Any(text, new TextSpan(1, 12)));
    }

    static int[] All(string text) => Words.All(SourceText.From(text));

    /// <summary>A text that is not stored in one string, as in editors and for long files.</summary>
    sealed class TextOfPieces(string text) : SourceText
    {
        public override Encoding? Encoding => null;

        public override int Length => text.Length;

        public override char this[int position] => text[position];

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
            text.CopyTo(sourceIndex, destination, destinationIndex, count);
    }
}
