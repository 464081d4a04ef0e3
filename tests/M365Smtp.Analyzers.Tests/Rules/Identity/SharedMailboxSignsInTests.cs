using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Identity.SharedMailboxSignsIn;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Identity;

public class SharedMailboxSignsInTests
{
    static SmtpUsage SignsIn(string user) => NetMailClient().SignedIn(user).Knowing(Listed);

    static SmtpUsage WithToken(Fact<string> scope) =>
        MailKitClient()
            .SignedIn(
                new Credential("XOAUTH2", Literal(51, "shop@contoso.com"), Fact<string>.Unknown) { Scope = scope },
                "new SaslMechanismOAuth2(…)"
            )
            .Knowing(Listed);

    [Theory]
    [InlineData("shop@contoso.com")]
    [InlineData("store@contoso.com")]
    public void Its_only_member_signs_in_for_it(string user) =>
        Assert.Equal($"Replace \"{user}\": \"app@contoso.com\"", Rule.Fix(SignsIn(user)));

    [Fact]
    public void Where_several_may_the_author_chooses() =>
        Assert.Empty(
            Rule.Fires(
                NetMailClient()
                    .SignedIn("shop@contoso.com")
                    .Knowing(
                        """
                        { "version": 1, "mailboxes": [ { "upn": "shop@contoso.com", "kind": "shared" },
                            { "upn": "a@contoso.com", "sendAs": ["shop@contoso.com"] }, { "upn": "b@contoso.com", "sendAs": ["shop@contoso.com"] } ] }
                        """
                    )
            ).Edits
        );

    [Theory]
    [InlineData("app@contoso.com")]
    [InlineData("boss@contoso.com")]
    [InlineData("nobody@contoso.com")]
    public void Others_may_sign_in(string user) => Rule.IsSilent(SignsIn(user));

    [Fact]
    public void An_application_opens_the_mailbox_that_is_listed_so() =>
        Rule.IsSilent(
            NetMailClient()
                .SignedIn("shop@contoso.com")
                .Knowing(
                    """
                    { "version": 1, "mailboxes": [ { "upn": "shop@contoso.com", "kind": "application" } ] }
                    """
                )
        );

    [Fact]
    public void A_user_token_is_a_warning_an_unknown_token_an_info_and_an_application_token_silent()
    {
        Assert.Null(Rule.Fires(WithToken(Literal(54, "https://outlook.office.com/SMTP.Send"))).Severity);
        Assert.Equal(Severity.Info, Rule.Fires(WithToken(Fact<string>.Unknown)).Severity);
        Rule.IsSilent(WithToken(Literal(54, "https://outlook.office365.com/.default")));
    }

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    public void Other_servers_have_other_mailboxes(string host) =>
        Rule.IsSilent(NetMailClient(host).SignedIn("shop@contoso.com").Knowing(Listed));

    [Fact]
    public void Without_the_file_nothing_is_said() => Rule.IsSilent(NetMailClient().SignedIn("shop@contoso.com"));
}
