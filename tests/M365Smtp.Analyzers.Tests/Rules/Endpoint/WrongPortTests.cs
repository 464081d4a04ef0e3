using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Endpoint.WrongPort;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class WrongPortTests
{
    [Theory]
    [InlineData(465)]
    [InlineData(2525)]
    [InlineData(443)]
    [InlineData(993)]
    public void No_other_port_answers(int port)
    {
        Assert.Equal($"Replace {port}: 587", Rule.Fix(NetMailClient().OnPort(port)));
        Assert.StartsWith(
            $"'smtp.office365.com' does not accept mail on port {port}",
            Rule.Says(NetMailClient().OnPort(port)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Implicit_TLS_moves_along_with_the_port() =>
        Assert.Equal(
            "Replace 465: 587 | Replace SecureSocketOptions.SslOnConnect: global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(MailKitClient().OnPort(465).With(TlsMode.Implicit, "SecureSocketOptions.SslOnConnect"))
        );

    [Fact]
    public void A_bool_has_no_value_for_STARTTLS_so_the_call_gets_an_option() =>
        Assert.Equal(
            "Replace 465: 587 | SetArgument client.Connect(…): options = global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(MailKitClient().OnPort(465).With(TlsMode.Implicit, "true"))
        );

    [Fact]
    public void A_port_in_quotes_stays_in_quotes() =>
        Assert.Equal(
            "Replace \"465\": \"587\"",
            Rule.Fix(NetMailClient() with { Port = Fact.Known(465, At(30, "\"465\"")) })
        );

    [Fact]
    public void A_computed_port_is_named_but_not_edited() =>
        Assert.Empty(Rule.Fires(NetMailClient() with { Port = Fact.Known(465, At(30, "400 + 65")) }).Edits);

    [Fact]
    public void A_wrong_host_is_meant_for_submission_too() => Rule.Fires(NetMailClient("smtp.live.com").OnPort(465));

    [Theory]
    [InlineData(587)]
    [InlineData(25)]
    public void Two_ports_answer(int port) => Rule.IsSilent(NetMailClient().OnPort(port));

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    [InlineData("mailpit")]
    public void Other_hosts_listen_where_they_like(string host) => Rule.IsSilent(NetMailClient(host).OnPort(465));

    [Fact]
    public void A_preset_of_submission_counts() => Rule.Fires(Preset(M365, 465));

    [Fact]
    public void A_preset_whose_host_is_named_for_SMTP_counts_on_any_port() => Rule.Fires(Preset(M365, 8025));

    [Fact]
    public void A_preset_of_IMAP_does_not() => Rule.IsSilent(Preset("outlook.office365.us", 993));

    [Fact]
    public void An_unknown_port_is_silence() => Rule.IsSilent(NetMailClient() with { Port = Fact<int>.Unknown });

    [Fact]
    public void An_unknown_host_is_silence() => Rule.IsSilent(NetMailClient().OnPort(465).AtUnknownHost());
}
