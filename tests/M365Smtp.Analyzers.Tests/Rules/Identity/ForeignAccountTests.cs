using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Identity.ForeignAccount;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Identity;

public class ForeignAccountTests
{
    [Theory]
    [InlineData("shop@gmail.com")]
    [InlineData("shop@googlemail.com")]
    [InlineData("shop@Yahoo.com")]
    [InlineData("shop@yahoo.de")]
    public void Another_providers_account_is_unknown_there(string user)
    {
        var use = NetMailClient().SignedIn(user);
        Assert.Equal($"\"{user}\"", Rule.Underlines(use));
        Assert.Contains(
            "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect",
            Rule.Says(use),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void At_Outlook_com_it_may_be_the_name_of_a_Microsoft_account() =>
        Assert.Equal(
            "'shop@gmail.com' is an account of another provider, which has no mailbox at 'smtp-mail.outlook.com' unless it "
                + "is also a Microsoft account",
            Rule.Says(NetMailClient("smtp-mail.outlook.com").SignedIn("shop@gmail.com"))
        );

    [Fact]
    public void A_token_is_refused_in_other_words() =>
        Assert.EndsWith(
            "answers \"535 5.7.3 Authentication unsuccessful\"",
            Rule.Says(
                MailKitClient().SignedIn(new Credential("XOAUTH2", Literal(51, "shop@gmail.com"), Fact<string>.Unknown))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_display_name_does_not_hide_it() => Rule.Fires(MailKitClient().SignedIn("Shop <shop@gmail.com>"));

    [Theory]
    [InlineData("shop@contoso.com")]
    [InlineData("shop@outlook.com")]
    [InlineData("shop@hotmail.com")]
    [InlineData("gmail.com")]
    [InlineData("your-account@gmail.com")]
    [InlineData("")]
    public void Every_other_login_may_be_right(string user) => Rule.IsSilent(NetMailClient().SignedIn(user));

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    public void The_own_provider_is_right(string host) =>
        Rule.IsSilent(NetMailClient(host).SignedIn("shop@gmail.com"));

    [Fact]
    public void An_unknown_user_is_silence() => Rule.IsSilent(NetMailClient().SignedIn());

    [Fact]
    public void An_unknown_host_is_silence() =>
        Rule.IsSilent(NetMailClient().SignedIn("shop@gmail.com").AtUnknownHost());
}
