namespace M365Smtp.Tests.Decoding;

public class KnownReplyTests
{
    public static TheoryData<string, string> Texts => Verbatim.All;

    [Theory, MemberData(nameof(Texts))]
    public void Every_quoted_text_gets_its_cause(string reply, string cause) =>
        Assert.Equal(cause, SmtpReply.Explain(reply).Cause.ToString());

    [Theory, MemberData(nameof(Texts))]
    public void A_quoted_reply_gets_its_cause(string reply, string cause)
    {
        string[] forms =
        [
            reply.ToLowerInvariant(),
            reply.ToUpperInvariant(),
            "S: " + reply,
            "  " + reply + "\r\n",
            "2026-11-23 08:00:01 WARN Invalid login: " + reply,
            "server smtp.office365.com[52.97.201.210] said: " + reply + " (in reply to end of DATA command)",
            "{\"error\":\"" + reply.Replace("'", "\\u0027") + "\"}",
            reply.Replace("'", "’"),
        ];
        Assert.All(forms, form => Assert.Equal(cause, SmtpReply.Explain(form).Cause.ToString()));
    }

    [Theory, MemberData(nameof(Texts))]
    public void A_wrapped_reply_gets_its_cause(string reply, string cause)
    {
        for (var width = 18; width < 90; width += 7)
        {
            var rows = reply.Chunk(width).Select(row => new string(row));
            Assert.Equal(cause, SmtpReply.Explain(string.Join("\r\n", rows)).Cause.ToString());
        }
    }

    [Fact]
    public void A_multiline_reply_is_one_reply() =>
        Assert.Equal(
            ReplyCause.TenantSmtpAuthOff,
            SmtpReply
                .Explain(
                    """
                    535-5.7.139 Authentication unsuccessful, SmtpClientAuthentication is
                    535-5.7.139 disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled
                    535 5.7.139 for more information.
                    """
                )
                .Cause
        );

    [Fact]
    public void A_reply_quoted_as_Python_bytes_is_recognized() =>
        Assert.Equal(
            ReplyCause.BadCredentials,
            SmtpReply
                .Explain(
                    "smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, the user credentials were incorrect. [X.Y.PROD.OUTLOOK.COM]')"
                )
                .Cause
        );

    [Fact]
    public void The_bracket_names_the_server_time_and_id()
    {
        var explanation = SmtpReply.Explain(
            "535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [CH2PR19CA0002.namprd19.prod.outlook.com 2026-08-28T19:45:50.437Z 08DF04C6D9A404E7]"
        );

        Assert.Equal("CH2PR19CA0002.namprd19.prod.outlook.com", explanation.Frontend);
        Assert.Equal(new DateTimeOffset(2026, 8, 28, 19, 45, 50, 437, TimeSpan.Zero), explanation.Time);
        Assert.Equal("08DF04C6D9A404E7", explanation.Id);
        Assert.Equal((535, "5.7.139"), (explanation.Code, explanation.EnhancedCode));
    }

    [Fact]
    public void SendAsDenied_names_both_addresses_and_the_command()
    {
        var explanation = SmtpReply.Explain(
            "554 5.2.252 SendAsDenied; alerts@contoso.com not allowed to send as ceo@contoso.com; STOREDRV.Submission.Exception:SendAsDeniedException"
        );

        Assert.Equal(("alerts@contoso.com", "ceo@contoso.com"), (explanation.Login, explanation.From));
        Assert.Contains(
            explanation.Remedies,
            remedy =>
                remedy.PowerShell
                == "Add-RecipientPermission -Identity ceo@contoso.com -Trustee alerts@contoso.com -AccessRights SendAs"
        );
    }

    [Fact]
    public void The_remedy_opens_one_mailbox_and_leaves_the_tenant_closed()
    {
        var explanation = SmtpReply.Explain(
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
            "alerts@contoso.com"
        );

        Assert.Equal(
            "Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false",
            explanation.Remedies[0].PowerShell
        );
        Assert.DoesNotContain(
            explanation.Remedies,
            remedy => remedy.PowerShell?.Contains("Set-TransportConfig") == true
        );
    }

    [Theory]
    [InlineData("o'brien@contoso.com", "'o''brien@contoso.com'")]
    [InlineData("a; Remove-Mailbox x", "'a; Remove-Mailbox x'")]
    [InlineData("a’; b", "'a’’; b'")]
    [InlineData("$(calc)@x", "'$(calc)@x'")]
    [InlineData("-x@contoso.com", "'-x@contoso.com'")]
    [InlineData("a\nb", "{mailbox}")]
    public void An_address_never_becomes_a_command(string mailbox, string argument) =>
        Assert.Equal(
            $"Set-CASMailbox -Identity {argument} -SmtpClientAuthenticationDisabled $false",
            SmtpReply.Explain("SmtpClientAuthentication is disabled for the Mailbox.", mailbox).Remedies[0].PowerShell
        );

    [Fact]
    public void A_refused_sign_in_is_never_retried() =>
        Assert.All(
            Verbatim.All.Where(row =>
                row.Data.Item1.Contains("535 5.7.139") && !row.Data.Item1.Contains("unreachable")
            ),
            row => Assert.Equal(RetryAdvice.Never, SmtpReply.Explain(row.Data.Item1).Retry)
        );
}
