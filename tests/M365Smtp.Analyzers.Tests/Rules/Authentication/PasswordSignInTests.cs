using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.PasswordSignIn;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class PasswordSignInTests
{
    [Theory]
    [InlineData(M365)]
    [InlineData("smtp.office365.us")]
    [InlineData("outlook-dod.office365.us")]
    [InlineData("smtp.partner.outlook.cn")]
    [InlineData("smtp.outlook.com")]
    public void Every_cloud_of_companies_switches_it_off_by_default(string host) =>
        Assert.Equal(
            $"password sign-in (Basic auth) to '{host}' is off by default from the end of December 2026, "
                + "although an admin can still enable it. Sign in with OAuth 2.0.",
            Rule.Says(MailKitClient(host).SignedIn("app@contoso.com"))
        );

    [Theory]
    [InlineData("smtp-mail.outlook.com")]
    [InlineData("smtp.live.com")]
    public void Consumer_hosts_refuse_it_already(string host) =>
        Assert.Equal(
            "passwords of Outlook.com mailboxes have been rejected since 16 September 2024: "
                + "\"535 5.7.139 Authentication unsuccessful, basic authentication is disabled\". Sign in with OAuth 2.0.",
            Rule.Says(MailKitClient(host).SignedIn("app@contoso.com"))
        );

    [Theory]
    [InlineData(M365)]
    [InlineData("smtp-mail.outlook.com")]
    public void A_client_of_System_Net_Mail_has_to_be_replaced(string host) =>
        Assert.EndsWith(
            "Sign in with OAuth 2.0. System.Net.Mail.SmtpClient does not support it: use MailKit.",
            Rule.Says(NetMailClient(host)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Where_MailKit_is_at_hand_the_client_can_be_replaced()
    {
        var edit = Assert.Single(Rule.Fires(NetMailClient() with { HasMailKit = true }).Edits);
        Assert.Equal(EditKind.MigrateToMailKit, edit.Kind);
        Assert.Empty(Rule.Fires(NetMailClient() with { HasMailKit = false }).Edits);
    }

    [Fact]
    public void A_consumer_mailbox_is_refused_at_every_host() =>
        Assert.Contains(
            "16 September 2024",
            Rule.Says(MailKitClient().SignedIn("shop@hotmail.com")),
            StringComparison.Ordinal
        );

    [Fact]
    public void No_message_takes_2027_for_the_end() =>
        Assert.DoesNotContain("2027", Rule.Says(NetMailClient()), StringComparison.Ordinal);

    [Fact]
    public void The_sign_in_is_underlined_whatever_the_password_is() =>
        Assert.Equal("new NetworkCredential(user, secret)", Rule.Underlines(NetMailClient()));

    [Fact]
    public void A_login_with_a_domain_is_a_password_too() =>
        Rule.Fires(NetMailClient().SignedIn("meters", domain: "CONTOSO"));

    [Fact]
    public void LOGIN_by_name_is_a_password_too() =>
        Rule.Fires(MailKitClient().SignedIn(new Credential("LOGIN", Fact<string>.Unknown, Fact<string>.Unknown)));

    [Fact]
    public void An_unsupported_mechanism_is_reported_by_another_rule() =>
        Rule.IsSilent(MailKitClient().SignedIn(new Credential("PLAIN", Fact<string>.Unknown, Fact<string>.Unknown)));

    [Fact]
    public void A_token_keeps_working() => Rule.IsSilent(MailKitClient().WithToken());

    [Theory]
    [InlineData("smtp.hve.mx.microsoft")]
    [InlineData("smtp-hve.office365.com")]
    public void High_Volume_Email_keeps_passwords_until_2028(string host) => Rule.IsSilent(NetMailClient(host));

    [Theory]
    [InlineData(Mx)]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void Elsewhere_it_is_right(string host) => Rule.IsSilent(NetMailClient(host));

    [Fact]
    public void No_sign_in_is_no_password() => Rule.IsSilent(NetMailClient().NotSignedIn());

    [Fact]
    public void An_unknown_sign_in_is_silence() =>
        Rule.IsSilent(NetMailClient() with { Credential = Fact<Credential>.Unknown });
}
