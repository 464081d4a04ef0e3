using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Transport.ObsoleteTlsVersion;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Transport;

public class ObsoleteTlsVersionTests
{
    [Fact]
    public void The_pin_goes_and_the_message_quotes_the_answer()
    {
        Assert.Equal("Remove SslProtocols.Tls11", Rule.Fix(MailKitClient().WithOldTls("TLS 1.1")));
        Assert.StartsWith(
            "Microsoft 365 does not accept TLS 1.1 and answers such a connection with \"421 4.7.66 TLS 1.0 and 1.1 are not supported\"",
            Rule.Says(MailKitClient().WithOldTls("TLS 1.1")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_counts_for_the_whole_process() => Rule.Fires(Process().WithOldTls("SSL 3 and TLS 1.0"));

    [Fact]
    public void It_counts_for_a_host_from_the_configuration() =>
        Rule.Fires(MailKitClient().AtUnknownHost().WithOldTls("TLS 1.0"));

    [Theory]
    [InlineData("smtp-legacy.office365.com")]
    [InlineData("smtp-legacy.partner.outlook.cn")]
    public void The_legacy_endpoint_is_there_for_it(string host) =>
        Rule.IsSilent(MailKitClient(host).WithOldTls("TLS 1.0"));

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    [InlineData("printer.contoso.local")]
    public void What_other_servers_answer_is_not_known(string host) =>
        Rule.IsSilent(MailKitClient(host).WithOldTls("TLS 1.0"));

    [Fact]
    public void An_unknown_version_is_silence() =>
        Rule.IsSilent(MailKitClient() with { ObsoleteTls = Fact<string>.Unknown });

    [Fact]
    public void No_pin_is_right() => Rule.IsSilent(MailKitClient() with { ObsoleteTls = Fact<string>.Unset });
}
