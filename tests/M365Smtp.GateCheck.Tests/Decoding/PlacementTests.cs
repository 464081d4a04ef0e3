using M365Smtp.Knowledge;

namespace M365Smtp.Tests.Decoding;

/// <summary>Every row of the table is recognized in every place.</summary>
public class PlacementTests
{
    const string Frontend = "FR4P281CA0258.DEUP281.PROD.OUTLOOK.COM";

    static readonly DateTimeOffset When = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    static string Line(ReplyRow row)
    {
        var line = ReplyFormat.Line(
            row,
            Frontend,
            ReplyFormat.Bracket(Frontend, When, 0x08DEB430F51D1974),
            "alerts@contoso.com",
            "ceo@contoso.com"
        );
        return row.Code > 0 ? line : line[2..];
    }

    // A row without words needs some text after its code.
    static IEnumerable<(ReplyRow Row, string Line)> Rows() =>
        Replies.All.Select(row => (row, row.Text.Length > 0 ? Line(row) : Line(row) + "words that no source shows"));

    public static TheoryData<string> Names => [.. Placement.All.Select(place => place.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_row_is_recognized_in_every_place(string place)
    {
        var of = Placement.All.Single(each => each.Name == place).Of;
        var wrong = Rows()
            .Select(row => (row.Row.Cause, Text: of(row.Line)))
            .Where(row => SmtpReply.Explain(row.Text).Cause != row.Cause)
            .Select(row => $"{row.Cause} was taken for {SmtpReply.Explain(row.Text).Cause} in\n{row.Text}")
            .ToList();

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_row_is_recognized_in_a_log(string place)
    {
        var of = Placement.All.Single(each => each.Name == place).Of;
        var wrong = Rows()
            .Select(row => (row.Row.Cause, Text: of(row.Line)))
            .Where(row =>
                !SmtpReply.ExplainLog(new StringReader(row.Text)).Any(said => said.Explanation.Cause == row.Cause)
            )
            .Select(row => $"{row.Cause} was not found in\n{row.Text}")
            .ToList();

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_row_is_recognized_in_a_log_too_long_for_one_read(string place)
    {
        var of = Placement.All.Single(each => each.Name == place).Of;
        var before = new string('-', 20_000) + "\n";
        var wrong = Rows()
            .Select(row => (row.Row.Cause, Text: of(row.Line)))
            .Where(row => !row.Text.Contains('\0'))
            .Where(row =>
                !SmtpReply
                    .ExplainLog(new StringReader(before + row.Text))
                    .Any(said => said.Explanation.Cause == row.Cause)
            )
            .Select(row => $"{row.Cause} was not found in\n{row.Text}")
            .ToList();

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    [Fact]
    public void Words_without_a_code_are_found_in_a_long_log_too()
    {
        var phrases = Replies
            .All.Where(row => row.Match == MatchOn.Phrase && row.Phrase.Length > 0)
            .Select(row => row.Phrase)
            .Concat(ServiceErrors.All.Where(row => row.With is null).SelectMany(row => row.Phrases));
        var before = new string('-', 20_000) + "\n";

        Assert.All(phrases, phrase => Assert.NotEmpty(SmtpReply.ExplainLog(new StringReader(before + phrase))));
    }

    [Fact]
    public void A_bracket_may_be_truncated_anywhere()
    {
        foreach (var (row, line) in Rows())
            for (var end = line.IndexOf("[" + Frontend, StringComparison.Ordinal); end > 0 && end <= line.Length; end++)
                Assert.True(row.Cause == SmtpReply.Explain(line[..end]).Cause, line[..end]);
    }

    [Fact]
    public void Of_two_refusals_the_first_is_the_result_and_both_are_listed()
    {
        var explanation = SmtpReply.Explain(
            """
            S: 550 5.7.60 SMTP; Client does not have permissions to send as this sender
            C: RSET
            S: 250 2.0.0 Resetting
            S: 535 5.7.139 Authentication unsuccessful, account locked.
            """
        );

        Assert.Equal(ReplyCause.SendAs, explanation.Cause);
        Assert.Equal([ReplyCause.SendAs, ReplyCause.AccountLocked], explanation.Replies.Select(reply => reply.Cause));
    }

    [Fact]
    public void An_accepted_message_is_not_a_refusal() =>
        Assert.Empty(
            SmtpReply
                .Explain(
                    "S: 235 2.7.0 Authentication successful\nS: 250 2.0.0 OK <x@y> [Hostname=AM0PR01MB0001.eurprd01.prod.outlook.com]"
                )
                .Replies
        );
}
