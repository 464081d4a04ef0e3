using M365Smtp.Analyzers.Scanning;
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
                Assert.Equal([place], All(text));
            }
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
}
