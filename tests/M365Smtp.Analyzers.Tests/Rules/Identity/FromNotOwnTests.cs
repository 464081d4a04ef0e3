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
    internal void Another_domain_is_likelier_a_fault_than_another_mailbox(
        string from,
        string login,
        Severity severity
    ) => Assert.Equal(severity, Rule.Fires(Sends(from, login)).Severity ?? Rule.Severity);

    [Fact]
    public void The_login_becomes_the_sender()
    {
        var use = Sends("shop@fabrikam.com", "app@contoso.com");
        Assert.Equal("\"shop@fabrikam.com\"", Rule.Underlines(use));
        Assert.Equal("Replace \"shop@fabrikam.com\": \"app@contoso.com\"", Rule.Fix(use));
        Assert.Equal(
            "'app@contoso.com' can send as 'shop@fabrikam.com' only if that is one of its own addresses or it has the Send As "
                + "permission. Otherwise the server answers \"550 5.7.60\" or \"554 5.2.252 SendAsDenied\".",
            Rule.Says(use)
        );
    }

    [Fact]
    public void A_consumer_mailbox_cannot_grant_Send_As() =>
        Assert.Equal(
            "'shop@outlook.com' can send as 'orders@contoso.com' only if that is one of its own addresses. "
                + "Otherwise the server rejects the message.",
            Rule.Says(NetMailClient("smtp-mail.outlook.com").SignedIn("shop@outlook.com").From("orders@contoso.com"))
        );

    [Theory]
    [InlineData("app@contoso.com", "app@contoso.com")]
    [InlineData("App@Contoso.com", "app@contoso.com")]
    [InlineData("Shop <app@contoso.com>", "app@contoso.com")]
    [InlineData("app+news@contoso.com", "app@contoso.com")]
    public void Spellings_of_one_mailbox_are_equal(string from, string login) =>
        Rule.IsSilent(Sends(from, login));

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
        Assert.Equal(
            "\"app@contoso.com\"",
            Assert.Single(Rule.Fires(Sends("shop@fabrikam.com", "app@contoso.com")).Also).Text
        );

    [Fact]
    public void A_tag_of_the_login_is_not_copied() =>
        Assert.Equal(
            "Replace \"shop@fabrikam.com\": \"app@contoso.com\"",
            Rule.Fix(Sends("shop@fabrikam.com", "app+web@contoso.com"))
        );

    [Fact]
    public void With_a_foreign_login_the_sender_is_not_what_must_change() =>
        Assert.Empty(Rule.Fires(Sends("shop@contoso.com", "shop@gmail.com")).Edits);

    [Fact]
    public void A_login_that_is_no_literal_is_not_copied() =>
        Assert.Empty(
            Rule.Fires(
                NetMailClient()
                    .SignedIn(
                        new Credential(
                            null,
                            Fact.Known("app@contoso.com", At(51, "Account + Domain")),
                            Fact<string>.Unknown
                        )
                    )
                    .From("shop@fabrikam.com")
            ).Edits
        );

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    public void Other_servers_have_other_rules(string host) =>
        Rule.IsSilent(NetMailClient(host).SignedIn("app@contoso.com").From("shop@fabrikam.com"));

    [Fact]
    public void An_unknown_sender_is_silence() => Rule.IsSilent(NetMailClient().SignedIn("app@contoso.com"));

    [Fact]
    public void An_unknown_login_is_silence() => Rule.IsSilent(NetMailClient().From("shop@fabrikam.com"));

    [Theory]
    [InlineData("orders@contoso.com")]
    [InlineData("Orders+web@Contoso.com")]
    [InlineData("shop@contoso.com")]
    [InlineData("store@contoso.com")]
    public void What_the_senders_file_allows_is_right(string from) =>
        Rule.IsSilent(Sends(from, "app@contoso.com").Knowing(Listed));

    [Fact]
    public void What_it_does_not_allow_is_proven_wrong()
    {
        var use = Sends("ceo@contoso.com", "app@contoso.com").Knowing(Listed);
        Assert.Equal(Severity.Warning, Rule.Fires(use).Severity);
        Assert.StartsWith(
            "'app@contoso.com' cannot send as 'ceo@contoso.com'",
            Rule.Says(use),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_owner_of_the_sender_may_sign_in_instead()
    {
        var finding = Rule.Fires(Sends("ceo@contoso.com", "app@contoso.com").Knowing(Listed));
        Assert.Equal(
            ("Send as app@contoso.com", "Sign in as boss@contoso.com"),
            (finding.FixTitle, finding.OtherFixTitle)
        );
        Assert.Equal("\"boss@contoso.com\"", Assert.Single(finding.OtherEdits).Text);
    }

    [Fact]
    public void For_a_shared_mailbox_its_member_signs_in() =>
        Assert.Equal(
            "Sign in as app@contoso.com",
            Rule.Fires(Sends("shop@contoso.com", "boss@contoso.com").Knowing(Listed)).OtherFixTitle
        );

    [Theory]
    [InlineData("boss@contoso.com", "nobody@contoso.com", Severity.Info)]
    [InlineData("nobody@contoso.onmicrosoft.com", "stranger@contoso.com", Severity.Info)]
    [InlineData("nobody@fabrikam.com", "stranger@contoso.com", Severity.Warning)]
    internal void Of_a_login_that_is_not_listed_nothing_is_proven(string from, string login, Severity severity)
    {
        var finding = Rule.Fires(Sends(from, login).Knowing(Listed));
        Assert.Equal((severity, null), (finding.Severity ?? Rule.Severity, finding.OtherFixTitle));
    }

    [Theory]
    [InlineData("orders@Bücher.example", "orders@xn--bcher-kva.example")]
    [InlineData("orders@BÜCHER.example", "orders@bücher.example")]
    public void A_domain_is_one_in_both_of_its_spellings(string from, string login) =>
        Rule.IsSilent(Sends(from, login));
}
