using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Identity.UserNameNotUpn;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Identity;

public class UserNameNotUpnTests
{
    [Theory]
    [InlineData("FLEET01")]
    [InlineData("CONTOSO\\orders")]
    [InlineData("CONTOSO\\orders@contoso.com")]
    public void An_account_name_is_named_but_its_UPN_is_not_known(string user)
    {
        var use = NetMailClient().SignedIn(user);
        Assert.StartsWith($"'{user}' is not a user principal name", Rule.Says(use), StringComparison.Ordinal);
        Assert.Empty(Rule.Fires(use).Edits);
    }

    [Theory]
    [InlineData("orders@contoso.com", "Sign in as orders@contoso.com (if this is the UPN)")]
    [InlineData("Orders <orders@contoso.com>", "Sign in as orders@contoso.com (if this is the UPN)")]
    [InlineData("someone@gmail.com", null)]
    [InlineData("your-address@contoso.com", null)]
    public void The_sender_may_be_the_UPN_of_an_account_name(string from, string? guess) =>
        Assert.Equal(guess, Rule.Fires(NetMailClient().SignedIn("orders").From(from)).GuessTitle);

    [Theory]
    [InlineData("Orders <orders@contoso.com>", "orders@contoso.com")]
    [InlineData("orders+web@contoso.com", "orders@contoso.com")]
    public void Where_the_UPN_can_be_derived_it_is(string user, string upn) =>
        Assert.Equal($"Replace \"{user}\": \"{upn}\"", Rule.Fix(MailKitClient().SignedIn(user)));

    [Fact]
    public void A_third_argument_makes_it_a_Windows_account()
    {
        var use = NetMailClient().SignedIn("orders@contoso.com", domain: "CONTOSO");
        Assert.Equal("\"CONTOSO\"", Rule.Underlines(use));
        Assert.StartsWith(
            "the domain 'CONTOSO' makes this a Windows account",
            Rule.Says(use),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_empty_third_argument_does_nothing() =>
        Rule.IsSilent(NetMailClient().SignedIn("orders@contoso.com", domain: ""));

    [Theory]
    [InlineData("orders@contoso.com")]
    [InlineData("orders@contoso.onmicrosoft.com")]
    [InlineData(" orders@contoso.com ")]
    [InlineData("orders@contoso.com\\shared")]
    [InlineData("a@b@c")]
    public void A_UPN_is_right_and_what_may_be_one_is_not_judged(string user) =>
        Rule.IsSilent(NetMailClient().SignedIn(user));

    [Theory]
    [InlineData("")]
    [InlineData("EMAIL")]
    [InlineData("username")]
    [InlineData("#{Smtp.User}#")]
    [InlineData("your-email")]
    public void A_placeholder_is_not_judged(string user) => Rule.IsSilent(NetMailClient().SignedIn(user));

    [Fact]
    public void A_foreign_account_is_named_for_what_it_is() =>
        Rule.IsSilent(NetMailClient().SignedIn("orders+web@gmail.com"));

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    [InlineData("smtp.sendgrid.net")]
    public void Other_servers_have_other_names(string host) =>
        Rule.IsSilent(NetMailClient(host).SignedIn("apikey", domain: "CONTOSO"));

    [Fact]
    public void An_unknown_user_is_silence() => Rule.IsSilent(NetMailClient().SignedIn());

    [Fact]
    public void An_unknown_sign_in_is_silence() =>
        Rule.IsSilent(NetMailClient() with { Credential = Fact<Credential>.Unknown });

    [Fact]
    public void An_unknown_host_is_silence() => Rule.IsSilent(NetMailClient().SignedIn("FLEET01").AtUnknownHost());

    [Theory]
    [InlineData("boss", "boss@contoso.com")]
    [InlineData("CONTOSO\\orders", "app@contoso.com")]
    [InlineData("orders+web@contoso.com", "app@contoso.com")]
    [InlineData("Orders <orders@contoso.com>", "app@contoso.com")]
    public void The_senders_file_knows_the_UPN(string user, string upn) =>
        Assert.Equal($"Replace \"{user}\": \"{upn}\"", Rule.Fix(NetMailClient().SignedIn(user).Knowing(Listed)));

    [Fact]
    public void A_plus_that_belongs_to_the_UPN_is_right() =>
        Rule.IsSilent(
            NetMailClient()
                .SignedIn("a+b@contoso.com")
                .Knowing("""{ "version": 1, "mailboxes": [ { "upn": "a+b@contoso.com" } ] }""")
        );
}
