using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Transport.StartTlsMissing;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Transport;

public class StartTlsMissingTests
{
    [Fact]
    public void EnableSsl_false_becomes_true()
    {
        Assert.Equal("Replace false: true", Rule.Fix(NetMailClient().With(TlsMode.None, "false")));
        Assert.Contains(
            "\"530 5.7.57\" or \"451 5.7.3\"",
            Rule.Says(NetMailClient().With(TlsMode.None, "false")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void EnableSsl_never_set_is_set_where_the_client_is_made()
    {
        var use = NetMailClient().WithDefaultPortAndTls();
        Assert.Equal("new SmtpClient()", Rule.Underlines(use));
        Assert.Equal("SetProperty new SmtpClient(): EnableSsl = true", Rule.Fix(use));
        Assert.StartsWith(
            "'smtp.office365.com' offers sign-in only after STARTTLS, and EnableSsl is never set:",
            Rule.Says(use),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_None_of_MailKit_becomes_StartTls() =>
        Assert.Equal(
            "Replace SecureSocketOptions.None: global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(MailKitClient().With(TlsMode.None, "SecureSocketOptions.None"))
        );

    [Fact]
    public void A_computed_value_is_named_but_not_edited() =>
        Assert.Empty(Rule.Fires(NetMailClient().With(TlsMode.None, "bool.Parse(\"false\")")).Edits);

    [Theory]
    [InlineData("smtp.live.com")]
    [InlineData("smtp.outlook.com")]
    [InlineData("smtp.hve.mx.microsoft")]
    public void Every_host_meant_for_submission_counts(string host) =>
        Rule.Fires(NetMailClient(host).With(TlsMode.None, "false"));

    [Theory]
    [InlineData(Mx)]
    [InlineData(Gmail)]
    [InlineData("localhost")]
    public void Elsewhere_it_may_be_right(string host) =>
        Rule.IsSilent(NetMailClient(host).With(TlsMode.None, "false"));

    [Theory]
    [InlineData(TlsMode.StartTls)]
    [InlineData(TlsMode.Implicit)]
    [InlineData(TlsMode.Opportunistic)]
    internal void Any_TLS_is_some(TlsMode mode) => Rule.IsSilent(MailKitClient().With(mode, "x"));

    [Fact]
    public void In_a_preset_false_is_ambiguous() =>
        Rule.IsSilent(Preset(M365, 587).With(TlsMode.None, "false"));

    [Fact]
    public void Out_of_sight_somebody_may_still_set_it() =>
        Rule.IsSilent((NetMailClient() with { Moment = Moment.Leaves }).WithDefaultPortAndTls());

    [Fact]
    public void Unknown_TLS_is_silence() => Rule.IsSilent(NetMailClient() with { Tls = Fact<TlsMode>.Unknown });

    [Fact]
    public void An_unknown_host_is_silence() =>
        Rule.IsSilent(NetMailClient().With(TlsMode.None, "false").AtUnknownHost());
}
