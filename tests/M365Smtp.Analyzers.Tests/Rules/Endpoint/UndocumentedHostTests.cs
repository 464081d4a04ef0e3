using static M365Smtp.Analyzers.Rules.Endpoint.UndocumentedHost;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class UndocumentedHostTests
{
    [Theory]
    [InlineData("smtp.outlook.com")]
    [InlineData("outlook.office365.com")]
    public void A_client_moves_to_the_documented_host(string host)
    {
        Assert.Equal($"Replace \"{host}\": \"smtp.office365.com\"", Rule.Fix(MailKitClient(host)));
        Assert.Contains("document", Rule.Says(MailKitClient(host)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(587)]
    [InlineData(25)]
    [InlineData(465)]
    [InlineData(2525)]
    public void In_a_preset_the_port_tells_that_mail_is_meant(int port) =>
        Assert.Equal("\"outlook.office365.com\"", Rule.Underlines(Preset("outlook.office365.com", port)));

    [Theory]
    [InlineData(993)]
    [InlineData(995)]
    [InlineData(443)]
    public void For_IMAP_POP_and_EWS_the_name_is_right(int port) =>
        Rule.IsSilent(Preset("outlook.office365.com", port));

    [Fact]
    public void A_preset_without_a_port_is_silence() =>
        Rule.IsSilent(Preset("outlook.office365.com", 587) with { Port = Model.Fact<int>.Unknown });

    [Theory]
    [InlineData(M365)]
    [InlineData(Gmail)]
    [InlineData("smtp.live.com")]
    public void Every_other_name_is_silence(string host) => Rule.IsSilent(MailKitClient(host));
}
