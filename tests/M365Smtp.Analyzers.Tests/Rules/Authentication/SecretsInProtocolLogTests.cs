using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Authentication.SecretsInProtocolLog;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Authentication;

public class SecretsInProtocolLogTests
{
    [Fact]
    public void Disabled_redaction_is_enabled_again()
    {
        Assert.Equal("Remove false", Rule.Fix(MailKitClient().RedactsSecrets(false)));
        Assert.Contains("in clear", Rule.Says(MailKitClient().RedactsSecrets(false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_leak_is_reported_for_an_unknown_host_too() =>
        Rule.Fires(MailKitClient().AtUnknownHost().RedactsSecrets(false));

    [Theory]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void Logs_of_other_servers_are_not_reported(string host) =>
        Rule.IsSilent(MailKitClient(host).RedactsSecrets(false));

    [Fact]
    public void Redaction_is_right() => Rule.IsSilent(MailKitClient().RedactsSecrets(true));

    [Fact]
    public void Redaction_is_the_default() => Rule.IsSilent(MailKitClient() with { RedactSecrets = Fact<bool>.Unset });

    [Fact]
    public void Unknown_is_silence() => Rule.IsSilent(MailKitClient());
}
