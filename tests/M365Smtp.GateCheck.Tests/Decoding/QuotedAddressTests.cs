namespace M365Smtp.Tests.Decoding;

/// <summary>An address goes into a command as it is only where PowerShell reads it as one word.</summary>
public class QuotedAddressTests
{
    static string? Command(string mailbox) =>
        SmtpReply
            .Explain(
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.",
                mailbox
            )
            .Remedies.Select(remedy => remedy.PowerShell)
            .FirstOrDefault(command => command is not null);

    [Theory]
    [InlineData("app.mail_one-2+web@contoso.com", "app.mail_one-2+web@contoso.com")]
    [InlineData("o'hara@contoso.com", "'o''hara@contoso.com'")]
    [InlineData("o\u2019hara@contoso.com", "'o\u2019\u2019hara@contoso.com'")]
    [InlineData("-app@contoso.com", "'-app@contoso.com'")]
    [InlineData("@contoso.com", "'@contoso.com'")]
    [InlineData("\u00fcber@contoso.com", "'\u00fcber@contoso.com'")]
    [InlineData("a;b@contoso.com", "'a;b@contoso.com'")]
    [InlineData("a$b@contoso.com", "'a$b@contoso.com'")]
    public void It_is_quoted_otherwise(string mailbox, string written) =>
        Assert.Equal($"Set-CASMailbox -Identity {written} -SmtpClientAuthenticationDisabled $false", Command(mailbox));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\r\nb@contoso.com")]
    public void What_is_no_address_is_left_to_be_filled_in(string mailbox) =>
        Assert.Equal("Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false", Command(mailbox));

    [Theory]
    [InlineData("app@contoso.com", "shop@contoso.com", "app@contoso.com", "shop@contoso.com")]
    [InlineData("app and others", "shop@contoso.com", null, null)]
    [InlineData("app@contoso.com", "shop $(Remove-Item x)", null, null)]
    [InlineData("app", "shop@contoso.com", null, null)]
    public void A_refused_Send_As_names_two_addresses_or_none(string login, string from, string? read, string? sender)
    {
        var explained = SmtpReply.Explain(
            $"554 5.2.252 SendAsDenied; {login} not allowed to send as {from}; STOREDRV.Submission.Exception"
        );

        Assert.Equal((read, sender), (explained.Login, explained.From));
    }
}
