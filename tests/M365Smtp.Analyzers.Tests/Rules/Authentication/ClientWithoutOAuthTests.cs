using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.ClientWithoutOAuth;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class ClientWithoutOAuthTests
{
    [Fact]
    public void The_type_in_the_creation_is_underlined()
    {
        Assert.Equal("SmtpClient", Rule.Underlines(NetMailClient()));
        Assert.Contains("does not support OAuth 2.0", Rule.Says(NetMailClient()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp.outlook.com", "smtp.outlook.com")]
    public void Of_a_host_without_a_document_nothing_is_promised(string host, string keeper) =>
        Assert.Contains(
            $"which '{keeper}' will require once Basic auth is off",
            Rule.Says(NetMailClient(host)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("smtp-mail.outlook.com", "app@contoso.com")]
    [InlineData(M365, "shop@hotmail.com")]
    public void Outlook_com_requires_OAuth_today(string host, string user) =>
        Assert.Contains(
            "which Outlook.com mailboxes have required since 16 September 2024",
            Rule.Says(NetMailClient(host).SignedIn(user)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_client_made_elsewhere_is_underlined_where_it_sends()
    {
        var use = NetMailClient();
        Assert.Equal(
            "client.Send(message)",
            Rule.Underlines(use with { Site = use.Site with { Creation = null, CreationType = null } })
        );
    }

    [Fact]
    public void It_counts_before_anything_else_is_known() =>
        Rule.Fires(
            (
                NetMailClient() with
                {
                    Moment = Moment.Leaves,
                    Port = Fact<int>.Unknown,
                    Tls = Fact<TlsMode>.Unknown,
                }
            ) with
            {
                Credential = Fact<Credential>.Unknown,
            }
        );

    [Fact]
    public void MailKit_can() => Rule.IsSilent(MailKitClient());

    [Fact]
    public void A_preset_has_no_client() => Rule.IsSilent(Preset(M365, 587));

    [Theory]
    [InlineData("smtp.hve.mx.microsoft")]
    [InlineData(Mx)]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void Where_passwords_stay_the_client_may(string host) => Rule.IsSilent(NetMailClient(host));

    [Fact]
    public void An_unknown_host_is_silence() => Rule.IsSilent(NetMailClient().AtUnknownHost());
}
