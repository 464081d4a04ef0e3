using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Transport.CertificateCheckDisabled;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Transport;

public class CertificateCheckDisabledTests
{
    [Fact]
    public void A_callback_that_accepts_everything_is_removed()
    {
        Assert.Equal("Remove delegate { return true; }", Rule.Fix(MailKitClient().AcceptsAnyCertificate()));
        Assert.Contains(
            "between the client and 'smtp.office365.com'",
            Rule.Says(MailKitClient().AcceptsAnyCertificate()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_is_a_fault_whatever_the_unknown_host_is() =>
        Assert.StartsWith(
            "this accepts any certificate: anyone in between",
            Rule.Says(MailKitClient().AtUnknownHost().AcceptsAnyCertificate()),
            StringComparison.Ordinal
        );

    [Fact]
    public void It_is_a_fault_for_the_whole_process() => Rule.Fires(Process().AcceptsAnyCertificate());

    [Fact]
    public void It_is_a_fault_at_the_MX_endpoint() => Rule.Fires(NetMailClient(Mx).AcceptsAnyCertificate());

    [Theory]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    [InlineData("relay.contoso.local")]
    public void Another_server_is_silence(string host) =>
        Rule.IsSilent(MailKitClient(host).AcceptsAnyCertificate());

    [Fact]
    public void A_callback_that_checks_is_right() => Rule.IsSilent(MailKitClient().AcceptsAnyCertificate(false));

    [Fact]
    public void No_callback_is_right() =>
        Rule.IsSilent(MailKitClient() with { AcceptsAnyCertificate = Fact<bool>.Unset });

    [Fact]
    public void An_unknown_callback_is_silence() =>
        Rule.IsSilent(MailKitClient() with { AcceptsAnyCertificate = Fact<bool>.Unknown });
}
