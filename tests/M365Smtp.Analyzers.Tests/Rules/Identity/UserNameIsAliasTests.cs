using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Identity.UserNameIsAlias;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Identity;

public class UserNameIsAliasTests
{
    static SmtpUsage SignsIn(string user) => NetMailClient().SignedIn(user).Knowing(Listed);

    [Theory]
    [InlineData("orders@contoso.com")]
    [InlineData("Orders@Contoso.com")]
    public void An_alias_is_replaced_by_the_UPN(string user)
    {
        Assert.Equal(
            $"'{user}' is an alias. Sign in with the user principal name 'app@contoso.com', or sign-in fails with "
                + "\"535 5.7.139 Authentication unsuccessful, the user credentials were incorrect\".",
            Rule.Says(SignsIn(user))
        );
        Assert.Equal($"Replace \"{user}\": \"app@contoso.com\"", Rule.Fix(SignsIn(user)));
    }

    [Theory]
    [InlineData("app@contoso.com")]
    [InlineData("APP@contoso.com")]
    [InlineData("app+web@contoso.com")]
    public void The_UPN_is_right_and_its_tag_is_SMTP3001s(string user) => Rule.IsSilent(SignsIn(user));

    [Theory]
    [InlineData("nobody@contoso.com")]
    [InlineData("orders@fabrikam.com")]
    [InlineData("orders")]
    [InlineData("")]
    public void An_unlisted_login_is_silence(string user) => Rule.IsSilent(SignsIn(user));

    [Fact]
    public void A_shared_mailbox_has_no_name_to_sign_in_with() => Rule.IsSilent(SignsIn("store@contoso.com"));

    [Fact]
    public void An_address_of_two_mailboxes_is_silence() =>
        Rule.IsSilent(
            NetMailClient()
                .SignedIn("x@contoso.com")
                .Knowing(
                    """
                    { "version": 1, "mailboxes": [ { "upn": "a@contoso.com", "addresses": ["x@contoso.com"] }, { "upn": "b@contoso.com", "addresses": ["x@contoso.com"] } ] }
                    """
                )
        );

    [Theory]
    [InlineData("https://outlook.office365.com/.default", false)]
    [InlineData("https://outlook.office.com/SMTP.Send", true)]
    public void An_applications_own_token_names_the_mailbox_only(string scope, bool fires)
    {
        var token = new Credential("XOAUTH2", Literal(51, "orders@contoso.com"), Fact<string>.Unknown)
        {
            Scope = Literal(54, scope),
        };
        Assert.Equal(
            fires,
            Rule.Check(MailKitClient().SignedIn(token, "new SaslMechanismOAuth2(…)").Knowing(Listed)) is not null
        );
    }

    [Fact]
    public void Consumers_are_no_mailboxes_of_the_tenant()
    {
        var endpoint = Knowledge.Hosts.Find("smtp-mail.outlook.com");
        Assert.NotNull(endpoint);
        Rule.IsSilent(SignsIn("orders@contoso.com").At(endpoint, SignsIn("x@contoso.com").Senders));
    }

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    public void Other_servers_have_other_names(string host) =>
        Rule.IsSilent(NetMailClient(host).SignedIn("orders@contoso.com").Knowing(Listed));

    [Fact]
    public void Without_the_file_nothing_is_said() => Rule.IsSilent(NetMailClient().SignedIn("orders@contoso.com"));

    [Fact]
    public void An_unknown_user_is_silence() => Rule.IsSilent(NetMailClient().SignedIn().Knowing(Listed));
}
