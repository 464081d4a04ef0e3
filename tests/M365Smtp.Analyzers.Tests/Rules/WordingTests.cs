using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Rules.Identity;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules;

/// <summary>What is said where two things that look alike differ.</summary>
public class WordingTests
{
    [Theory]
    [InlineData(M365, "orders@contoso.com", "can sign in to 'smtp.office365.com' with this password")]
    [InlineData("smtp-mail.outlook.com", "orders@outlook.com", "has this password")]
    [InlineData(M365, "orders@outlook.com", "has this password")]
    [InlineData(M365, "orders@gmail.com", "has this password")]
    [InlineData(M365, "orders", "has this password")]
    [InlineData("smtp.live.com", "orders@contoso.com", "has this password")]
    [InlineData(Mx, "orders@contoso.com", "can sign in as this mailbox with this password")]
    public void Who_has_a_password_can_sign_in_where_it_is_taken(string host, string user, string words) =>
        Assert.Contains(
            words,
            PasswordInSource.Rule.Says(NetMailClient(host).SignedIn(user, "Tundra!Pepper19")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Orders <orders@contoso.com>", "orders@contoso.com")]
    [InlineData("<orders@contoso.com>", "orders@contoso.com")]
    [InlineData("orders@contoso.com>", "orders@contoso.com>")]
    [InlineData("orders@contoso.com<", "orders@contoso.com<")]
    [InlineData(">orders<", ">orders<")]
    public void A_display_name_has_an_address_in_brackets(string text, string address) =>
        Assert.Equal(address, EmailAddress.WithoutDisplayName(text));

    [Theory]
    [InlineData("orders@contoso.com", true)]
    [InlineData("@contoso.com", false)]
    [InlineData("orders@", false)]
    [InlineData("orders@contoso@fabrikam.com", false)]
    [InlineData("orders", false)]
    public void An_address_has_something_on_both_sides_of_one_at_sign(string text, bool isAddress) =>
        Assert.Equal(isAddress, EmailAddress.Parse(text) is not null);

    [Fact]
    public void A_client_is_underlined_where_it_is_made() =>
        Assert.Equal(
            ("SmtpClient", "new SmtpClient()", "client.Send(message)"),
            (
                ClientWithoutOAuth.Rule.Underlines(NetMailClient()),
                ClientWithoutOAuth.Rule.Underlines(Sited(NetMailClient(), site => site with { CreationType = null })),
                ClientWithoutOAuth.Rule.Underlines(
                    Sited(NetMailClient(), site => site with { CreationType = null, Creation = null })
                )
            )
        );

    static SmtpUsage Sited(SmtpUsage use, Func<Site, Site> change) => use with { Site = change(use.Site) };

    [Fact]
    public void Of_two_findings_of_one_rule_at_one_place_the_first_is_kept()
    {
        var (first, second) = (NetMailClient("smtp.live.com"), NetMailClient("smtp.office.com"));
        var found = Findings.OnePerSpan(
            new[] { first, second with { Host = Fact.Known("smtp.office.com", At(20, "smtp.live.com")) } }
                .SelectMany(Findings.Of)
                .Where(said => said.Rule.Id == "SMTP1001")
                .Select(said => said with { Finding = said.Finding with { At = At(20, "smtp.live.com") } })
        );

        Assert.Contains("smtp.live.com", Assert.Single(found).Finding.Arguments);
    }

    [Theory]
    [InlineData("PopServer", "")]
    [InlineData("ImapServer", "")]
    [InlineData("SmtpServer", "SMTP1004")]
    public async Task A_host_of_another_protocol_is_none_of_mail(string key, string found)
    {
        var texts = new Settings.SettingsProject.MemoryText(
            "/app/appsettings.json",
            $$"""{ "Mail": { "{{key}}": "smtp.office365.com", "Port": 465 } }"""
        );

        Assert.Equal(
            found,
            string.Join(' ', (await new Settings.SettingsProject().Run([texts])).Select(one => one.Id))
        );
    }
}
