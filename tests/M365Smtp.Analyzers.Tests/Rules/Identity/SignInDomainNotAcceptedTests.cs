using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Identity.SignInDomainNotAccepted;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Identity;

public class SignInDomainNotAcceptedTests
{
    static SmtpUsage SignsIn(string user) => NetMailClient().SignedIn(user).Knowing(Listed);

    [Theory]
    [InlineData("app@fabrikam.com", "fabrikam.com")]
    [InlineData("app@fabrikam.onmicrosoft.com", "fabrikam.onmicrosoft.com")]
    public void A_domain_of_somebody_else_is_named(string user, string domain) =>
        Assert.StartsWith($"'{domain}' is not an accepted domain", Rule.Says(SignsIn(user)), StringComparison.Ordinal);

    [Theory]
    [InlineData("nobody@contoso.com")]
    [InlineData("nobody@CONTOSO.onmicrosoft.com")]
    [InlineData("orders")]
    [InlineData("your-email@your-domain.com")]
    public void The_tenants_own_and_what_is_no_address_are_not(string user) => Rule.IsSilent(SignsIn(user));

    [Fact]
    public void Another_providers_account_is_SMTP3004s() => Rule.IsSilent(SignsIn("app@gmail.com"));

    [Fact]
    public void A_listed_mailbox_is_the_tenants_whatever_its_domain() =>
        Rule.IsSilent(
            NetMailClient()
                .SignedIn("app@fabrikam.com")
                .Knowing(
                    """
                    { "version": 1, "acceptedDomains": ["contoso.com"], "mailboxes": [ { "upn": "app@fabrikam.com" } ] }
                    """
                )
        );

    [Theory]
    [InlineData("""{ "version": 1 }""")]
    [InlineData("""{ "version": 1, "acceptedDomains": [] }""")]
    public void Where_no_domain_is_listed_none_is_foreign(string file) =>
        Rule.IsSilent(NetMailClient().SignedIn("app@fabrikam.com").Knowing(file));

    [Fact]
    public void Where_the_initial_domain_was_left_out_it_may_be_the_tenants() =>
        Rule.IsSilent(
            NetMailClient()
                .SignedIn("app@contoso.onmicrosoft.com")
                .Knowing("""{ "version": 1, "acceptedDomains": ["contoso.com"] }""")
        );

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    public void Other_servers_have_other_domains(string host) =>
        Rule.IsSilent(NetMailClient(host).SignedIn("app@fabrikam.com").Knowing(Listed));

    [Fact]
    public void Without_the_file_nothing_is_said() => Rule.IsSilent(NetMailClient().SignedIn("app@fabrikam.com"));
}
