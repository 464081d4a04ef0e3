using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.UnsupportedMechanism;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class UnsupportedMechanismTests
{
    static SmtpUsage SignedInBy(string? mechanism, string text, string host = M365) =>
        MailKitClient(host).SignedIn(new Credential(mechanism, Fact<string>.Unknown, Fact<string>.Unknown), text);

    [Theory]
    [InlineData("PLAIN", "new SaslMechanismPlain(user, secret)", "new SaslMechanismLogin(user, secret)")]
    [InlineData("CRAM-MD5", "new SaslMechanismCramMd5(login)", "new SaslMechanismLogin(login)")]
    [InlineData(
        "NTLM",
        "new MailKit.Security.SaslMechanismNtlm(login)",
        "new MailKit.Security.SaslMechanismLogin(login)"
    )]
    [InlineData("OAUTHBEARER", "new SaslMechanismOAuthBearer(user, token)", "new SaslMechanismOAuth2(user, token)")]
    public void The_type_becomes_the_one_that_is_offered(string mechanism, string text, string right)
    {
        var use = SignedInBy(mechanism, text);
        Assert.Equal($"Replace {text}: {right}", Rule.Fix(use));
        Assert.StartsWith(
            $"'smtp.office365.com' does not support {mechanism} and answers \"504 5.7.4 Unrecognized authentication type\"",
            Rule.Says(use),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_token_is_named_first_and_a_password_as_what_it_is()
    {
        Assert.EndsWith(
            ". Use SaslMechanismOAuth2, or SaslMechanismLogin while Basic auth lasts.",
            Rule.Says(SignedInBy("PLAIN", "x")),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ". Use SaslMechanismOAuth2.",
            Rule.Says(SignedInBy("OAUTHBEARER", "x")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("new SaslMechanismPlain(\"app@contoso.com\", \"Tundra!Pepper19\")")]
    [InlineData("new(user, secret)")]
    [InlineData("new SaslMechanismNtlm(login) { Workstation = name }")]
    [InlineData("client.Authenticate(mechanism)")]
    [InlineData("mechanism")]
    public void A_literal_or_an_unusual_creation_is_named_but_not_edited(string text) =>
        Assert.Empty(Rule.Fires(SignedInBy("PLAIN", text)).Edits);

    [Theory]
    [InlineData("LOGIN")]
    [InlineData("XOAUTH2")]
    [InlineData(null)]
    public void What_the_server_offers_is_right(string? mechanism) => Rule.IsSilent(SignedInBy(mechanism, "new X()"));

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    public void Other_servers_offer_other_mechanisms(string host) =>
        Rule.IsSilent(SignedInBy("PLAIN", "new SaslMechanismPlain(login)", host));

    [Fact]
    public void An_unknown_sign_in_is_silence() =>
        Rule.IsSilent(MailKitClient() with { Credential = Fact<Credential>.Unknown });
}
