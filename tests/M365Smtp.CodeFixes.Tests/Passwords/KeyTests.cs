using M365Smtp.CodeFixes.Passwords;

namespace M365Smtp.CodeFixes.Tests.Passwords;

/// <summary>The password is found next to the other settings.</summary>
public class KeyTests
{
    [Theory]
    [InlineData("Smtp:Host", "Smtp:Password")]
    [InlineData("Services:Email:Smtp:EnableSsl", "Services:Email:Smtp:Password")]
    [InlineData("Email:SmtpServer", "Email:SmtpPassword")]
    [InlineData("mail:host", "mail:password")]
    [InlineData("SmtpUserName", "SmtpPassword")]
    [InlineData("SMTP_HOST", "SMTP_PASSWORD")]
    [InlineData("Mail__From", "Mail__Password")]
    [InlineData("Smtp:", "Smtp:Password")]
    [InlineData("Smtp:Relay", "Smtp:Password")]
    [InlineData("SmtpRelay", null)]
    [InlineData("ConnectionStrings:Default", null)]
    public void A_key_beside(string key, string? password) => Assert.Equal(password, PasswordKey.Beside(key));

    [Theory]
    [InlineData("SMTP_PASSWORD", "orders@contoso.com", "SMTP_PASSWORD_ORDERS")]
    [InlineData("Smtp:Password", "night.reports@contoso.com", "Smtp:NightreportsPassword")]
    public void A_second_mailbox_has_its_own(string key, string address, string own) =>
        Assert.Equal(own, PasswordKey.For(key, address));
}
