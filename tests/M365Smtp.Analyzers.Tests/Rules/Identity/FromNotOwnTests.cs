using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Identity.FromNotOwn;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Identity;

public class FromNotOwnTests
{
    static SmtpUsage Sends(string from, string login) => NetMailClient().SignedIn(login).From(from);

    [Theory]
    [InlineData("shop@gmail.com", "app@contoso.com", Severity.Warning)]
    [InlineData("Orders <orders@fabrikam.com>", "app@contoso.com", Severity.Warning)]
    [InlineData("orders@contoso.com", "app@contoso.com", Severity.Info)]
    [InlineData("orders@Contoso.COM", "app@contoso.com", Severity.Info)]
    [InlineData("orders@contoso.com", "app@contoso.onmicrosoft.com", Severity.Info)]
    internal void Another_domain_is_likelier_a_fault_than_another_mailbox(string from, string login, Severity severity) =>
        Assert.Equal(severity, Rule.Fires(Sends(from, login)).Severity ?? Rule.Severity);

    [Fact]
    public void The_login_becomes_the_sender()
    {
        var use = Sends("shop@fabrikam.com", "app@contoso.com");
        Assert.Equal("\"shop@fabrikam.com\"", Rule.Underlines(use));
        Assert.Equal("Replace \"shop@fabrikam.com\": \"app@contoso.com\"", Rule.Fix(use));
        Assert.Equal(
            "'app@contoso.com' may send as 'shop@fabrikam.com' only if that is one of its own addresses or it holds Send As: otherwise the server answers 550 5.7.60 or 554 5.2.252 SendAsDenied",
            Rule.Says(use));
    }

    [Theory]
    [InlineData("app@contoso.com", "app@contoso.com")]
    [InlineData("App@Contoso.com", "app@contoso.com")]
    [InlineData("Shop <app@contoso.com>", "app@contoso.com")]
    [InlineData("app+news@contoso.com", "app@contoso.com")]
    public void One_mailbox_is_one_however_it_is_written(string from, string login) => Rule.IsSilent(Sends(from, login));

    [Theory]
    [InlineData("", "app@contoso.com")]
    [InlineData("your-email@your-domain.com", "app@contoso.com")]
    [InlineData("shop@fabrikam.com", "FLEET01")]
    [InlineData("shop@fabrikam.com", "#{User}#")]
    [InlineData("no address", "app@contoso.com")]
    [InlineData("a@b@c", "app@contoso.com")]
    public void What_is_no_address_is_not_compared(string from, string login) => Rule.IsSilent(Sends(from, login));

    [Fact]
    public void The_login_is_pointed_at() =>
        Assert.Equal("\"app@contoso.com\"", Assert.Single(Rule.Fires(Sends("shop@fabrikam.com", "app@contoso.com")).Also).Text);

    [Fact]
    public void A_tag_of_the_login_is_not_copied() =>
        Assert.Equal("Replace \"shop@fabrikam.com\": \"app@contoso.com\"", Rule.Fix(Sends("shop@fabrikam.com", "app+web@contoso.com")));

    [Fact]
    public void With_a_foreign_login_the_sender_is_not_what_must_change() => Assert.Empty(Rule.Fires(Sends("shop@contoso.com", "shop@gmail.com")).Edits);

    [Fact]
    public void A_login_that_is_no_literal_is_not_copied() =>
        Assert.Empty(Rule.Fires(NetMailClient().SignedIn(new Credential(null, Fact.Known("app@contoso.com", At(51, "Account + Domain")), Fact<string>.Unknown)).From("shop@fabrikam.com")).Edits);

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    public void Other_servers_have_other_rules(string host) => Rule.IsSilent(NetMailClient(host).SignedIn("app@contoso.com").From("shop@fabrikam.com"));

    [Fact]
    public void An_unknown_sender_is_silence() => Rule.IsSilent(NetMailClient().SignedIn("app@contoso.com"));

    [Fact]
    public void An_unknown_login_is_silence() => Rule.IsSilent(NetMailClient().From("shop@fabrikam.com"));
}
