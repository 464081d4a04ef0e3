namespace M365Smtp.Tests.Decoding;

/// <summary>What a code tells alone, and where it tells nothing.</summary>
public class CodeTests
{
    [Theory]
    [InlineData("550 5.7.606 words that nobody knows", true)]
    [InlineData("550 5.7.649 words that nobody knows", true)]
    [InlineData("550 5.7.605 words that nobody knows", false)]
    [InlineData("550 5.7.650 words that nobody knows", false)]
    [InlineData("550 5.1.606 words that nobody knows", false)]
    [InlineData("501 5.5.121 words that nobody knows", true)]
    [InlineData("501 5.5.126 words that nobody knows", true)]
    [InlineData("501 5.5.127 words that nobody knows", false)]
    [InlineData("501 5.6.123 words that nobody knows", false)]
    public void A_range_of_codes_has_two_ends_and_one_subject(string reply, bool isKnown) =>
        Assert.Equal(isKnown, SmtpReply.Explain(reply).Cause != ReplyCause.Unknown);

    [Theory]
    [InlineData("535 5.7.143 words that nobody knows", ReplyCause.HveTokenExpired)]
    [InlineData("5.7.143 words that nobody knows", ReplyCause.HveTokenExpired)]
    [InlineData("250 5.7.143 words that nobody knows", ReplyCause.Unknown)]
    [InlineData("250 2.7.143 words that nobody knows", ReplyCause.Unknown)]
    [InlineData("454 4.7.143 words that nobody knows", ReplyCause.Unknown)]
    public void A_code_of_another_class_says_something_else(string reply, ReplyCause cause) =>
        Assert.Equal(cause, SmtpReply.Explain(reply).Cause);

    [Theory]
    [InlineData("535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator.", true)]
    [InlineData("535 5.7.139 Authentication unsuccessful, account lockedness. Contact your administrator.", false)]
    [InlineData("535 5.7.139 Authentication unsuccessful, unaccount locked. Contact your administrator.", false)]
    public void A_phrase_ends_where_its_words_end(string reply, bool isKnown) =>
        Assert.Equal(isKnown, SmtpReply.Explain(reply).Cause == ReplyCause.AccountLocked);

    [Theory]
    [InlineData("535 5.7.3 Authentication unsuccessful", ReplyCause.AuthGeneric)]
    [InlineData("535 5.7.3 Authentication unsuccessful.", ReplyCause.AuthGeneric)]
    [InlineData("535 5.7.3 Authentication unsuccessful, for a reason of its own", ReplyCause.Unknown)]
    [InlineData("535 5.7.3 The policy says Authentication unsuccessful", ReplyCause.Unknown)]
    [InlineData("535 5.7.8 Authentication unsuccessful", ReplyCause.Unknown)]
    public void The_bare_refusal_is_the_whole_reply_and_has_its_own_code(string reply, ReplyCause cause) =>
        Assert.Equal(cause, SmtpReply.Explain(reply).Cause);

    [Theory]
    [InlineData("530 5.5.1 Authentication Required", "Gmail")]
    [InlineData("535 5.7.139 none of the known words", "More than ten causes")]
    [InlineData("535 5.7.8 none of the known words", "The sign-in was refused, for a reason")]
    [InlineData("2.6.0 none of the known words", "No refusal")]
    [InlineData("4.5.6 none of the known words", "A temporary refusal (4xx)")]
    [InlineData("552 5.5.6 none of the known words", "A lasting refusal (5xx)")]
    [InlineData("5.5.6 none of the known words", "A lasting refusal (5xx)")]
    public void Of_an_unknown_reply_its_class_is_told(string reply, string meaning) =>
        Assert.Contains(meaning, SmtpReply.Explain(reply).Meaning, StringComparison.Ordinal);

    [Theory]
    [InlineData("200", RetryAdvice.Yes)]
    [InlineData("450", RetryAdvice.Later)]
    [InlineData("552", RetryAdvice.Never)]
    public void Only_what_is_temporary_is_tried_again(string code, RetryAdvice retry) =>
        Assert.Equal(retry, SmtpReply.Explain($"{code} {code[0]}.5.6 none of the known words").Retry);

    [Theory]
    [InlineData("530 5.7.57 Client not authenticated to send mail. Error: account locked", "530 5.7.57 account locked")]
    [InlineData("535 5.7.3 Authentication unsuccessful", "535 5.7.3 Authentication unsuccessful")]
    [InlineData("5.7.3 Authentication unsuccessful", "5.7.3 Authentication unsuccessful")]
    public void What_is_repeated_has_its_codes_and_one_blank_between(string reply, string repeated) =>
        Assert.Equal(repeated, SmtpReply.Explain(reply).Reply);

    [Theory]
    [InlineData("5.7.1")]
    [InlineData("5.7.0")]
    [InlineData("5.2.0")]
    [InlineData("5.1.0")]
    [InlineData("5.0.0")]
    [InlineData("5.0.350")]
    public void A_code_that_everybody_uses_contradicts_nothing(string code) =>
        Assert.NotEqual(
            ReplyCause.Unknown,
            SmtpReply.Explain($"550 {code} Access denied, banned sending IP [192.0.2.1]").Cause
        );

    [Theory]
    [InlineData("4.0.0")]
    [InlineData("4.4.0")]
    [InlineData("4.7.0")]
    public void Nor_does_one_of_the_temporary_ones(string code) =>
        Assert.Equal(
            ReplyCause.TempSuspect,
            SmtpReply
                .Explain(
                    $"451 {code} The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation"
                )
                .Cause
        );

    [Fact]
    public void Another_code_of_the_table_contradicts_the_words() =>
        Assert.Equal(
            ReplyCause.Unknown,
            SmtpReply.Explain("550 5.7.60 Access denied, banned sending IP [192.0.2.1]").Cause
        );

    [Fact]
    public void Two_refusals_of_one_cause_in_other_words_are_two() =>
        Assert.Equal(
            2,
            SmtpReply
                .Explain(
                    "450 4.7.500 Server busy. Please try again later from [192.0.2.1].\n\n450 4.7.500 Access denied, please try again later"
                )
                .Replies.Count
        );

    [Fact]
    public void A_wrapper_around_nothing_keeps_its_code()
    {
        var explained = SmtpReply.Explain("530 5.7.57 Client not authenticated to send mail. Error:");

        Assert.Equal((530, "5.7.57"), (explained.Code, explained.EnhancedCode));
    }

    [Theory]
    [InlineData("S: 5.7.3 Authentication unsuccessful")]
    [InlineData("refused: 5.7.3 Authentication unsuccessful")]
    public void An_enhanced_code_alone_stands_behind_a_mark(string line) =>
        Assert.Equal(
            (ReplyCause.AuthGeneric, "5.7.3"),
            (SmtpReply.Explain(line).Cause, SmtpReply.Explain(line).EnhancedCode)
        );

    [Theory]
    [InlineData("S: 5.9.9 gone fishing", "5.9.9")]
    [InlineData("> 5.9.9 gone fishing", "5.9.9")]
    [InlineData("2026-11-23 08:00:01 WARN Mailer the order of today was refused: 5.9.9 gone fishing", "5.9.9")]
    [InlineData("we are at 5.9.9 gone fishing", null)]
    public void An_enhanced_code_that_nobody_knows_counts_where_a_reply_begins(string line, string? code) =>
        Assert.Equal(code, SmtpReply.Explain(line).EnhancedCode);

    [Fact]
    public void Two_refusals_on_one_line_are_two_as_well() =>
        Assert.Equal(
            2,
            SmtpReply
                .Explain(
                    "450 4.7.500 Server busy. Please try again later from [192.0.2.1]. 450 4.7.500 Access denied, please try again later"
                )
                .Replies.Count
        );

    [Fact]
    public void Of_two_forms_of_a_refusal_the_one_with_the_code_is_taken() =>
        Assert.NotEqual(
            SmtpReply.Explain("450 4.7.500 Access denied, please try again later").Source,
            SmtpReply.Explain("450 4.7.850 Access denied, please try again later").Source
        );

    [Theory]
    [InlineData("550 5.9.9 The PASSWORD hunter", "550 5.9.9 The")]
    [InlineData("550 5.9.9 The Password hunter", "550 5.9.9 The")]
    [InlineData("550 5.9.9 The password EXPIRED today", "550 5.9.9 The password EXPIRED today")]
    [InlineData("550 5.9.9 The password Expired today", "550 5.9.9 The password Expired today")]
    [InlineData("550 5.9.9 The password", "550 5.9.9 The")]
    [InlineData("550 5.9.9 password: wrong", "550 5.9.9")]
    public void What_may_be_a_secret_is_not_repeated(string reply, string repeated) =>
        Assert.Equal(repeated, SmtpReply.Explain(reply).Reply);

    [Theory]
    [InlineData("5.2.121 The sender has exceeded the limit", ReplyCause.RecipientRate)]
    [InlineData("550 5.2.121 The sender has exceeded the limit", ReplyCause.RecipientRate)]
    [InlineData("452 The sender has exceeded the limit", ReplyCause.Unknown)]
    [InlineData("4.2.121 The sender has exceeded the limit", ReplyCause.Unknown)]
    [InlineData("250 The sender has exceeded the limit", ReplyCause.Unknown)]
    public void A_row_without_a_code_has_the_class_of_its_enhanced_code(string reply, ReplyCause cause) =>
        Assert.Equal(cause, SmtpReply.Explain(reply).Cause);

    [Theory]
    [InlineData("550 5.9.9 gone fishing\n\n535 5.7.139 Authentication unsuccessful, account locked.", "AccountLocked")]
    [InlineData("535 5.7.139 Authentication unsuccessful, account locked.\n\n550 5.9.9 gone fishing", "AccountLocked")]
    [InlineData("550 5.9.9 gone fishing\n\n551 5.9.8 gone shopping", "Unknown")]
    [InlineData("250 2.9.9 gone fishing", "Unknown")]
    public void A_refusal_that_is_known_is_told_before_one_that_is_not(string text, string cause)
    {
        var explained = SmtpReply.Explain(text);

        Assert.Equal(cause, explained.Cause.ToString());
        Assert.Equal(text.Split("\n\n").Count(line => line[0] == '5'), explained.Replies.Count);
        if (cause == "Unknown")
            Assert.Equal(int.Parse(text[..3]), explained.Code);
    }
}
