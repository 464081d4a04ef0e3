using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.SecretsInProtocolLog;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class SecretsInProtocolLogTests
{
    [Fact]
    public void Whoever_switches_redaction_off_gets_it_back()
    {
        Assert.Equal("Remove false", Rule.Fix(MailKitClient().RedactsSecrets(false)));
        Assert.Contains("in clear", Rule.Says(MailKitClient().RedactsSecrets(false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_leak_is_a_leak_at_an_unknown_host() =>
        Rule.Fires(MailKitClient().AtUnknownHost().RedactsSecrets(false));

    [Theory]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void Other_servers_have_other_watchmen(string host) =>
        Rule.IsSilent(MailKitClient(host).RedactsSecrets(false));

    [Fact]
    public void Redaction_is_right() => Rule.IsSilent(MailKitClient().RedactsSecrets(true));

    [Fact]
    public void Redaction_is_the_default() => Rule.IsSilent(MailKitClient() with { RedactSecrets = Fact<bool>.Unset });

    [Fact]
    public void Unknown_is_silence() => Rule.IsSilent(MailKitClient());
}
