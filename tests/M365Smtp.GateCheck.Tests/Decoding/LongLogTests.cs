namespace M365Smtp.Tests.Decoding;

/// <summary>A log too long to be read as a whole is read line by line, and tells the same.</summary>
public class LongLogTests
{
    const int Whole = 16_384;

    const string Locked = "S: 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator.";
    const string SendAs = "550 5.7.60 SMTP; Client does not have permissions to send as this sender";

    static (int Line, ReplyCause Cause)[] Explain(string log) =>
        [.. SmtpReply.ExplainLog(new StringReader(log)).Select(one => (one.Line, one.Explanation.Cause))];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Wherever_the_beginning_ends(string lineEnd)
    {
        for (var length = Whole - 3; length <= Whole + 1; length++)
            Assert.Equal(
                [(2, ReplyCause.AccountLocked), (4, ReplyCause.SendAs)],
                Explain(string.Join(lineEnd, new string('-', length), Locked, "", SendAs))
            );
    }

    [Fact]
    public void A_refusal_that_nobody_knows_may_be_explained_by_the_lines_below()
    {
        var start = new string('-', Whole) + "\n";

        Assert.Equal(
            [(2, ReplyCause.AccountLocked)],
            Explain(start + "535 5.7.139 Authentication\nunsuccessful, account\nlocked. Contact")
        );
        Assert.Equal(
            [(2, ReplyCause.Unknown)],
            Explain(start + "535 5.7.139 Authentication\nnothing\nthat\nbelongs\nto unsuccessful, account locked")
        );
    }

    [Fact]
    public void A_known_refusal_leaves_the_line_below_alone() =>
        Assert.Equal(
            [(2, ReplyCause.AccountLocked), (3, ReplyCause.SendAs), (5, ReplyCause.Unknown)],
            Explain($"{new string('-', Whole)}\n{Locked}\n{SendAs}\nall well\n552 5.5.6 gone fishing")
        );

    [Fact]
    public void A_very_long_continuation_is_cut()
    {
        var lines = Enumerable.Range(0, 4000).Select(i => $"    continued {i}");

        Assert.Equal(
            [(1, ReplyCause.AccountLocked), (4002, ReplyCause.SendAs)],
            Explain(string.Join('\n', [Locked, .. lines, SendAs]))
        );
    }

    [Theory]
    [InlineData("552 5.5.6 gone fishing", true)]
    [InlineData("it said: 552 5.5.6 gone fishing", true)]
    [InlineData("it said: 5.5.6 gone fishing", true)]
    [InlineData("gone since 5", false)]
    [InlineData("gone since 55", false)]
    [InlineData("gone since 5.", false)]
    [InlineData("gone since 555", false)]
    [InlineData("x552y", false)]
    [InlineData("1.552", false)]
    public void A_line_with_nothing_but_a_code_is_looked_at(string line, bool isRefusal) =>
        Assert.Equal(isRefusal ? 1 : 0, Explain($"{new string('-', Whole)}\n{line}").Length);

    [Fact]
    public void A_line_end_that_is_only_written_counts_no_line() =>
        Assert.Equal(
            [(1, ReplyCause.AccountLocked)],
            Explain("{\"error\":\"sign-in failed\\n\\n" + Locked.Replace("S: ", "", StringComparison.Ordinal) + "\"}")
        );
}
