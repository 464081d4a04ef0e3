using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.NotSignedIn;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class NotSignedInTests
{
    [Fact]
    public void The_send_is_underlined_and_the_answer_quoted()
    {
        Assert.Equal("client.Send(message)", Rule.Underlines(NetMailClient().NotSignedIn()));
        Assert.Contains(
            "530 5.7.57 Client not authenticated to send mail",
            Rule.Says(NetMailClient().NotSignedIn()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void MailKit_counts_when_it_sends() =>
        Rule.Fires(MailKitClient().NotSignedIn() with { Moment = Moment.Send });

    [Fact]
    public void UseDefaultCredentials_false_is_no_login() =>
        Rule.Fires(NetMailClient().NotSignedIn().UsesDefaultCredentials(false, false));

    [Fact]
    public void UseDefaultCredentials_true_may_be_one() =>
        Rule.IsSilent(NetMailClient().NotSignedIn().UsesDefaultCredentials(true, false));

    [Fact]
    public void UseDefaultCredentials_unknown_is_silence() =>
        Rule.IsSilent(NetMailClient().NotSignedIn() with { DefaultCredentials = Fact<DefaultCredentials>.Unknown });

    [Theory]
    [InlineData(Moment.Connect)]
    [InlineData(Moment.Authenticate)]
    [InlineData(Moment.Leaves)]
    internal void Before_the_send_somebody_may_still_sign_in(Moment moment) =>
        Rule.IsSilent(MailKitClient().NotSignedIn() with { Moment = moment });

    [Theory]
    [InlineData(Mx)]
    [InlineData(Gmail)]
    [InlineData("mailpit")]
    public void Direct_send_and_other_servers_need_none(string host) =>
        Rule.IsSilent(NetMailClient(host).NotSignedIn());

    [Fact]
    public void A_login_is_right() => Rule.IsSilent(NetMailClient());

    [Fact]
    public void An_unknown_login_is_silence() =>
        Rule.IsSilent(NetMailClient() with { Credential = Fact<Credential>.Unknown });
}
