using static M365Smtp.Analyzers.Rules.Endpoint.DeprecatedHost;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class DeprecatedHostTests
{
    [Theory]
    [InlineData("smtp-hve.office365.com", "smtp.hve.mx.microsoft")]
    [InlineData("smtp-legacy.office365.com", "smtp.office365.com")]
    [InlineData("smtp-legacy.partner.outlook.cn", "smtp.partner.outlook.cn")]
    public void The_host_is_replaced_by_its_successor_in_the_same_cloud(string old, string successor) =>
        Assert.Equal($"Replace \"{old}\": \"{successor}\"", Rule.Fix(MailKitClient(old)));

    [Fact]
    public void The_closed_cloud_has_none()
    {
        Assert.Equal(
            "'smtp.office.de' belongs to the German cloud, which closed in October 2021",
            Rule.Says(MailKitClient("smtp.office.de"))
        );
        Assert.Empty(Rule.Fires(MailKitClient("smtp.office.de")).Edits);
        Assert.Equal(
            ["SMTP1006"],
            Analyzers.Rules.Findings.Of(MailKitClient("smtp.office.de").OnPort(465)).Select(said => said.Rule.Id)
        );
    }

    [Fact]
    public void A_preset_counts() => Rule.Fires(Preset("smtp-hve.office365.com", 587));

    [Theory]
    [InlineData(M365)]
    [InlineData("smtp.hve.mx.microsoft")]
    [InlineData(Gmail)]
    public void Hosts_that_are_not_deprecated_are_right(string host) => Rule.IsSilent(MailKitClient(host));

    [Fact]
    public void An_unknown_host_is_silence() => Rule.IsSilent(MailKitClient("smtp-hve.office365.com").AtUnknownHost());
}
