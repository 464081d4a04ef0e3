namespace M365Smtp.Tests.Decoding;

public class UnseenReplyTests
{
    [Theory]
    // Other vendors.
    [InlineData("530 5.5.1 Authentication Required. Learn more at https://support.google.com/mail/?p=WantAuthError")]
    [InlineData(
        "535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials"
    )]
    [InlineData("535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6")]
    [InlineData("535 5.7.0 (#AUTH005) Too many bad auth attempts.")]
    [InlineData("535 Authentication failed: account locked")]
    [InlineData("554 5.7.1 <x@example.com>: Recipient address rejected: Access denied")]
    [InlineData("554 5.7.1 <x@example.com>: Relay access denied")]
    [InlineData("550 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org")]
    [InlineData("552 5.2.2 The email account that you tried to reach is over quota.")]
    [InlineData("550 5.1.1 The email account that you tried to reach does not exist.")]
    [InlineData("421 4.7.0 Try again later, closing connection.")]
    [InlineData("421 4.4.2 Connection dropped due to SocketError")]
    [InlineData("451 4.7.1 Greylisting in action, please come back later")]
    [InlineData("504 5.5.4 Unrecognized authentication type.")]
    [InlineData("550 5.7.30 REQUIRETLS support required")]
    [InlineData("530 5.7.0 Must issue a STARTTLS command first")]
    [InlineData("454 4.7.0 Temporary authentication failure")]
    [InlineData("553 5.7.1 Sender address rejected: not owned by user")]
    [InlineData("550 Access denied, banned sender")]
    [InlineData("554 Email rejected: banned sender")]
    // Truncated before the words that identify the cause.
    [InlineData("535 5.7.139 Authentication unsuccessful")]
    [InlineData("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the")]
    [InlineData("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mail")]
    [InlineData("535 5.7.139 Authentication unsuccessful, the request did not")]
    [InlineData("535 5.7.139 Authentication unsuccessful, account")]
    [InlineData("535 5.7.3 Authentication unsuccessful, something new")]
    [InlineData("530 5.7.57 Client not authenticated to send mail. Error:")]
    [InlineData("530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuc")]
    // Translated.
    [InlineData(
        "535 5.7.139 Authentifizierung fehlgeschlagen, SmtpClientAuthentication ist für den Mandanten deaktiviert."
    )]
    [InlineData("535 5.7.139 认证不成功")]
    // Unknown words.
    [InlineData("535 5.7.139 Authentication unsuccessful, the moon is in the wrong house.")]
    [InlineData("599 9.9.9 nonsense")]
    public void An_unknown_text_stays_unknown(string reply)
    {
        var explanation = SmtpReply.Explain(reply);

        Assert.Equal(
            (ReplyCause.Unknown, Certainty.Unknown, Gate.Unknown),
            (explanation.Cause, explanation.Certainty, explanation.Gate)
        );
        Assert.Empty(explanation.Remedies);
    }

    [Fact]
    public void An_unknown_text_is_explained_by_its_code_class_only()
    {
        Assert.Equal(RetryAdvice.Later, SmtpReply.Explain("451 4.9.9 no idea").Retry);
        Assert.Equal(RetryAdvice.Never, SmtpReply.Explain("550 5.9.9 no idea").Retry);
        Assert.Contains("Gmail", SmtpReply.Explain("530 5.5.1 Authentication Required").Meaning);
    }

    [Fact]
    public void Every_prefix_of_every_text_is_right_or_unknown() =>
        Assert.All(
            Verbatim.All,
            row =>
            {
                var (reply, cause) = row.Data;
                for (var length = 0; length < reply.Length; length++)
                {
                    var explanation = SmtpReply.Explain(reply[..length]);
                    Assert.True(
                        explanation.Cause == ReplyCause.Unknown
                            || explanation.Cause.ToString() == cause
                            || (
                                explanation.Cause == ReplyCause.NotAuthenticated
                                && reply.StartsWith("530 5.7.57", StringComparison.Ordinal)
                            )
                            || (
                                explanation.Cause == ReplyCause.AuthGeneric && explanation.Certainty == Certainty.Likely
                            ),
                        $"'{reply[..length]}' was taken for {explanation.Cause}"
                    );
                }
            }
        );

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("AUTH PLAIN AGFsZXJ0cwBoZWxsbw==")]
    [InlineData("password=P@ssw0rd!")]
    public void Text_without_a_reply_is_not_repeated(string text)
    {
        var explanation = SmtpReply.Explain(text);

        Assert.Equal("", explanation.Reply);
        Assert.Equal("No SMTP reply was recognised in the text.", explanation.Meaning);
    }
}
