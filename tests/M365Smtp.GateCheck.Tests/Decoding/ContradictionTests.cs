using M365Smtp.Knowledge;

namespace M365Smtp.Tests.Decoding;

/// <summary>A confident wrong cause is worse than none.</summary>
public class ContradictionTests
{
    [Theory]
    // The code of another refusal.
    [InlineData("550 5.7.60 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.")]
    [InlineData("535 5.7.139 SMTP; Client does not have permissions to send as this sender")]
    [InlineData("550 5.7.708 Authentication unsuccessful, account locked.")]
    [InlineData("550 5.7.232 Authentication unsuccessful, account locked.")]
    // Not a permanent refusal.
    [InlineData("450 4.9.9 Authentication unsuccessful, account locked.")]
    [InlineData("250 2.0.0 Authentication unsuccessful, account locked.")]
    [InlineData("451 4.7.233 Your message can't be sent")]
    [InlineData("4.7.233 Your message can't be sent")]
    [InlineData("451 4.7.606 Access denied, banned sending IP [192.0.2.10]")]
    // The range has an end, and its class and subject must match.
    [InlineData("550 5.7.605 no words that are known")]
    [InlineData("550 5.7.650 no words that are known")]
    [InlineData("550 5.1.233 no words that are known")]
    [InlineData("550 5.1.606 no words that are known")]
    [InlineData("501 5.7.121 no words that are known")]
    [InlineData("451 4.7.499 no words that are known")]
    // Words that other servers use with other codes.
    [InlineData("550 5.7.1 banned sender")]
    [InlineData("452 4.3.2 Concurrent connections limit exceeded.", "Concurrency")]
    [InlineData("421 4.7.0 Concurrent connections limit exceeded.")]
    [InlineData("452 4.2.2 too many recipients")]
    [InlineData("554 5.7.1 Recipient address rejected: Access denied")]
    [InlineData("550 5.7.1 Relay access denied")]
    // The phrase continues in a longer word.
    [InlineData("535 5.7.139 Authentication unsuccessful, account lockedout.")]
    [InlineData("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenants.")]
    // In the middle of a sentence, the bare refusal can be part of anything.
    [InlineData("535 5.7.3 They told me: Authentication unsuccessful")]
    public void If_code_and_words_contradict_no_cause_is_claimed(string reply, string cause = "Unknown") =>
        Assert.Equal(cause, SmtpReply.Explain(reply).Cause.ToString());

    [Theory]
    [InlineData(
        "450 4.4.317 Cannot connect to remote server [Message=5.7.3 STARTTLS is required to send mail] [LastAttemptedServerName=mx.contoso.com]",
        "NextHop"
    )]
    [InlineData(
        "450 4.4.317 Cannot connect to remote server [Message=535 5.7.139 Authentication unsuccessful, account locked.",
        "NextHop"
    )]
    [InlineData(
        "550 5.4.317 Message expired, cannot connect to remote server. 450 4.4.317 Cannot connect to remote server [Message=550 5.7.1 Unable to relay]",
        "NextHop"
    )]
    [InlineData(
        "451 4.4.0 Primary target IP address responded with: \"451 5.7.3 STARTTLS is required to send mail.\" Attempted failover to alternate host",
        "Unknown"
    )]
    public void A_reply_quoted_from_another_server_is_not_ours(string report, string cause)
    {
        var explanation = SmtpReply.Explain(report);

        Assert.Equal(cause, explanation.Cause.ToString());
        Assert.All(explanation.Replies, reply => Assert.Equal(cause, reply.Cause.ToString()));
    }

    [Theory]
    [InlineData("550 5.7.233 in words never seen", "TenantQuota")]
    [InlineData("5.7.233 in words never seen", "TenantQuota")]
    [InlineData("550 5.7.649 in words never seen", "TenantIpBlock")]
    [InlineData("451 4.7.699 in words never seen", "TempSuspect")]
    public void A_code_unique_to_Exchange_Online_is_Likely(string reply, string cause)
    {
        var explanation = SmtpReply.Explain(reply);

        Assert.Equal((cause, Certainty.Likely), (explanation.Cause.ToString(), explanation.Certainty));
    }

    [Theory]
    [InlineData("5.2.251", "invalid recipients")]
    [InlineData("5.2.252", "mailbox full")]
    [InlineData("5.2.254", "invalid recipients")]
    public void Error_throttling_is_recognized_by_words_not_code(string code, string errors)
    {
        var explanation = SmtpReply.Explain($"550 {code} Sender throttled due to continuous {errors} errors.");

        Assert.Equal((ReplyCause.ErrorThrottled, RetryAdvice.Never), (explanation.Cause, explanation.Retry));
        Assert.Contains(errors == "mailbox full" ? "is full" : "do not exist", explanation.Meaning);
    }

    [Theory]
    [InlineData(
        "Updated MailKit 4.3.2 to 4.18.2; now SmtpClientAuthentication is disabled for the Tenant.",
        "TenantSmtpAuthOff"
    )]
    [InlineData("{\"version\":\"5.7.3\",\"message\":\"nothing\"}", "Unknown")]
    [InlineData("v4.4.317 was released", "Unknown")]
    public void A_version_number_is_not_a_code(string text, string cause)
    {
        var explanation = SmtpReply.Explain(text);

        Assert.Equal((cause, null, null), (explanation.Cause.ToString(), explanation.Code, explanation.EnhancedCode));
    }

    [Theory]
    [InlineData("a b@contoso.com", "ceo@contoso.com")]
    [InlineData("alerts@contoso.com", "ceo@contoso.com x")]
    [InlineData("alerts@contoso.com", "$(calc)")]
    public void Text_that_is_not_an_address_is_ignored(string login, string from)
    {
        var explanation = SmtpReply.Explain(
            $"554 5.2.252 SendAsDenied; {login} not allowed to send as {from}; STOREDRV.Submission.Exception:SendAsDeniedException"
        );

        Assert.Equal((ReplyCause.SendAs, null, null), (explanation.Cause, explanation.Login, explanation.From));
        Assert.Contains(
            explanation.Remedies,
            remedy => remedy.PowerShell?.Contains("-Identity {from} -Trustee {mailbox}") == true
        );
    }

    [Theory]
    [InlineData("[sérver.prod.outlook.com 2026-11-23T08:00:00.000Z 08DEB430F51D1974]", null, null)]
    [InlineData("[192.0.2.7]", null, null)]
    [InlineData("[mx.contoso.com]", null, null)]
    [InlineData(
        "[AM0PR01CA0001.eurprd01.prod.outlook.com 2026-11-23T08:00:00.000Z 08DEB430F51D1974]",
        "AM0PR01CA0001.eurprd01.prod.outlook.com",
        "08DEB430F51D1974"
    )]
    [InlineData(
        "[AM0PR01CA0001.eurprd01.prod.outlook.com 2026-11-23T08:00:00.000Z 123456789012345678901234567890123]",
        "AM0PR01CA0001.eurprd01.prod.outlook.com",
        null
    )]
    [InlineData("[Hostname=AM0PR01MB0001.eurprd01.prod.outlook.com]", "AM0PR01MB0001.eurprd01.prod.outlook.com", null)]
    public void Only_a_frontends_bracket_is_read(string bracket, string? host, string? id)
    {
        var explanation = SmtpReply.Explain("535 5.7.139 Authentication unsuccessful, account locked. " + bracket);

        Assert.Equal((ReplyCause.AccountLocked, host, id), (explanation.Cause, explanation.Frontend, explanation.Id));
    }

    public static TheoryData<string> WordsOfOthers =>
        [
            .. Replies
                .All.Where(row => row.Match is MatchOn.PhraseWithCode or MatchOn.WholeWithCode && row.Text.Length > 0)
                .Select(row =>
                    $"{(row.Code > 0 ? row.Code : 100 * (row.Enhanced![0] - '0'))} {row.Enhanced![0]}.9.98 {row.Text}"
                )
                .Distinct(),
        ];

    [Theory, MemberData(nameof(WordsOfOthers))]
    public void Words_that_other_servers_use_require_the_code(string reply) =>
        Assert.Equal(ReplyCause.Unknown, SmtpReply.Explain(reply).Cause);

    [Fact]
    public void Many_indented_lines_do_not_hide_the_refusal_after_them()
    {
        var log =
            new string('-', 20_000)
            + "\nS: 535 5.7.139 Authentication unsuccessful, account locked.\n"
            + string.Concat(Enumerable.Repeat("    noise\n", 30))
            + "    550 5.7.60 SMTP; Client does not have permissions to send as this sender\n";

        Assert.Equal(
            [ReplyCause.AccountLocked, ReplyCause.SendAs],
            SmtpReply.ExplainLog(new StringReader(log)).Select(reply => reply.Explanation.Cause)
        );
    }
}
