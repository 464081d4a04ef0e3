using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Endpoint.WrongHost;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class WrongHostTests
{
    [Theory]
    [InlineData("smtp.live.com", "smtp-mail.outlook.com")]
    [InlineData("SMTP.Office.com", "smtp.office365.com")]
    [InlineData("mail.office365.com", "smtp.office365.com")]
    [InlineData("smtp.outlook.office365.com", "smtp.office365.com")]
    [InlineData("stmp.office365.com", "smtp.office365.com")]
    [InlineData("smtp.office356.com", "smtp.office365.com")]
    [InlineData("smtp.ofice365.us", "smtp.office365.us")]
    [InlineData("smtp.office365.com:587", "smtp.office365.com")]
    [InlineData("smtp://smtp.partner.outlook.cn", "smtp.partner.outlook.cn")]
    [InlineData(" smtp.office365.com", "smtp.office365.com")]
    public void A_wrong_name_becomes_the_right_one_of_the_same_cloud(string wrong, string right)
    {
        var use = NetMailClient(wrong);
        Assert.Equal($"\"{wrong}\"", Rule.Underlines(use));
        Assert.Equal($"Replace \"{wrong}\": \"{right}\"", Rule.Fix(use));
        Assert.EndsWith($"Use '{right}'.", Rule.Says(use), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(M365)]
    [InlineData("smtp-mail.outlook.com")]
    [InlineData("smtp.outlook.com")]
    [InlineData("smtp-hve.office365.com")]
    [InlineData(Mx)]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void Every_other_name_is_silence(string host) => Rule.IsSilent(MailKitClient(host));

    [Fact]
    public void It_needs_no_client_to_know_a_dead_name() =>
        Assert.Equal(
            "'smtp.live.com' stopped accepting mail in January 2022, so the connection fails. Use 'smtp-mail.outlook.com'.",
            Rule.Says(Preset("smtp.live.com", 587))
        );

    [Theory]
    [InlineData("smtp.outlook.office365.com", "was never documented for submission")]
    [InlineData("mail.office365.com", "is an old webmail name")]
    public void No_reply_is_claimed_for_an_undocumented_host(string host, string says) =>
        Assert.Equal($"'{host}' {says}. Use 'smtp.office365.com'.", Rule.Says(NetMailClient(host)));

    [Fact]
    public void All_rules_call_one_client_by_the_name_that_is_written() =>
        Assert.All(
            Analyzers
                .Rules.Findings.Of(
                    NetMailClient("smtp.live.com")
                        .OnPort(25)
                        .With(TlsMode.None, "false")
                        .SignedIn("shop@gmail.com", "Tundra!Pepper19")
                )
                .Where(said => said.Rule != Rule),
            said =>
                Assert.DoesNotContain("smtp-mail.outlook.com", said.Rule.Says(said.Finding), StringComparison.Ordinal)
        );

    [Fact]
    public void A_name_that_is_put_together_is_named_but_not_edited() =>
        Assert.Empty(
            Rule.Fires(
                NetMailClient("smtp.live.com") with
                {
                    Host = Fact.Known("smtp.live.com", At(20, "\"smtp.\" + domain")),
                }
            ).Edits
        );

    [Fact]
    public void An_unknown_host_is_silence() => Rule.IsSilent(NetMailClient("smtp.live.com").AtUnknownHost());
}
