using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Endpoint.Port25;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class Port25Tests
{
    [Fact]
    public void Written_it_is_replaced()
    {
        Assert.Equal("25", Rule.Underlines(NetMailClient().OnPort(25)));
        Assert.Equal("Replace 25: 587", Rule.Fix(NetMailClient().OnPort(25)));
    }

    [Fact]
    public void Left_out_it_is_set_on_the_client_and_the_call_is_underlined()
    {
        var use = NetMailClient().WithDefaultPortAndTls();
        Assert.Equal("Send", Rule.Underlines(use));
        Assert.Equal("SetProperty new SmtpClient(): Port = 587", Rule.Fix(use));
    }

    [Fact]
    public void MailKit_gets_it_as_an_argument() =>
        Assert.Equal("SetArgument client.Connect(…): port = 587", Rule.Fix(MailKitClient().WithDefaultPortAndTls()));

    [Fact]
    public void Port_0_of_MailKit_is_25() =>
        Assert.Equal(
            "Connect",
            Rule.Underlines(Defaults.Resolve(MailKitClient().OnPort(0).With(TlsMode.None, "SecureSocketOptions.None")))
        );

    [Fact]
    public void It_is_advice_since_Microsoft_documents_it() => Assert.Equal(Severity.Info, Rule.Severity);

    [Fact]
    public void Of_a_host_that_is_switched_off_nothing_is_said() =>
        Assert.Equal(
            "Azure and many networks block port 25, at the right host too. Use port 587.",
            Rule.Says(NetMailClient("smtp.live.com").OnPort(25))
        );

    [Theory]
    [InlineData("smtp.live.com")]
    [InlineData("smtp.outlook.com")]
    [InlineData("smtp.office365.us")]
    public void Every_host_meant_for_submission_counts(string host) => Rule.Fires(NetMailClient(host).OnPort(25));

    [Theory]
    [InlineData(M365, true)]
    [InlineData("smtp.office.com", false)]
    [InlineData("outlook.office365.us", true)]
    [InlineData("smtp-mail.outlook.com", false)]
    [InlineData("smtp.outlook.com", false)]
    [InlineData("smtp.partner.outlook.cn", false)]
    public void That_it_answers_is_said_where_a_document_says_so(string host, bool answers) =>
        Assert.Equal(
            answers,
            Rule.Says(NetMailClient(host).OnPort(25)).Contains("also accepts mail on port 25", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(Mx)]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void For_the_MX_endpoint_and_others_25_is_right(string host) =>
        Rule.IsSilent(NetMailClient(host).OnPort(25));

    [Fact]
    public void Out_of_sight_somebody_may_still_set_the_port() =>
        Rule.IsSilent((NetMailClient() with { Moment = Moment.Leaves }).WithDefaultPortAndTls());

    [Fact]
    public void Port_587_is_right() => Rule.IsSilent(NetMailClient());
}
