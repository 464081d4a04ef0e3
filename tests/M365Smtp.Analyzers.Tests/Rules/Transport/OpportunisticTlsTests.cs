using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Transport.OpportunisticTls;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Transport;

public class OpportunisticTlsTests
{
    [Theory]
    [InlineData("SecureSocketOptions.Auto")]
    [InlineData("SecureSocketOptions.StartTlsWhenAvailable")]
    public void What_is_merely_tried_becomes_required(string option) =>
        Assert.Equal(
            $"Replace {option}: global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(MailKitClient().With(TlsMode.Opportunistic, option))
        );

    [Fact]
    public void UseSsl_false_moves_to_the_overload_with_options() =>
        Assert.Equal(
            "SetArgument client.Connect(…): options = global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(MailKitClient().With(TlsMode.Opportunistic, "false"))
        );

    [Fact]
    public void No_option_at_all_is_Auto()
    {
        var use = Defaults.Resolve(MailKitClient() with { Tls = Fact<TlsMode>.Unset });
        Assert.Equal("client.Connect(…)", Rule.Underlines(use));
        Assert.Equal(
            "SetArgument client.Connect(…): options = global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(use)
        );
    }

    [Fact]
    public void The_message_names_what_can_happen() =>
        Assert.Contains(
            "continue in plain text",
            Rule.Says(MailKitClient().With(TlsMode.Opportunistic, "false")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(Gmail)]
    [InlineData(Mx)]
    [InlineData("localhost")]
    public void Elsewhere_it_may_be_right(string host) =>
        Rule.IsSilent(MailKitClient(host).With(TlsMode.Opportunistic, "false"));

    [Theory]
    [InlineData(TlsMode.None)]
    [InlineData(TlsMode.StartTls)]
    [InlineData(TlsMode.Implicit)]
    internal void Other_modes_do_not_depend_on_an_offer(TlsMode mode) => Rule.IsSilent(MailKitClient().With(mode, "x"));

    [Fact]
    public void Unknown_TLS_is_silence() => Rule.IsSilent(MailKitClient() with { Tls = Fact<TlsMode>.Unknown });

    [Fact]
    public void An_unknown_host_is_silence() =>
        Rule.IsSilent(MailKitClient().With(TlsMode.Opportunistic, "false").AtUnknownHost());
}
