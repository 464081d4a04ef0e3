using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Transport.ImplicitTls;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Transport;

public class ImplicitTlsTests
{
    static SmtpUsage SslOnConnect(string host, int port) =>
        MailKitClient(host).OnPort(port).With(TlsMode.Implicit, "SecureSocketOptions.SslOnConnect");

    [Theory]
    [InlineData(587)]
    [InlineData(25)]
    public void The_handshake_fails_where_the_server_starts_in_plain_text(int port)
    {
        Assert.Equal(
            "Replace SecureSocketOptions.SslOnConnect: global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(SslOnConnect(M365, port))
        );
        Assert.Contains(
            $"port {port}: implicit TLS fails with an SslHandshakeException",
            Rule.Says(SslOnConnect(M365, port)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void UseSsl_true_moves_to_the_overload_with_options() =>
        Assert.Equal(
            "SetArgument client.Connect(…): options = global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(MailKitClient().With(TlsMode.Implicit, "true"))
        );

    [Fact]
    public void At_the_sign_in_a_bool_is_named_but_the_call_that_connects_is_out_of_reach() =>
        Assert.Empty(
            Rule.Fires(MailKitClient().With(TlsMode.Implicit, "true") with { Moment = Moment.Authenticate }).Edits
        );

    [Fact]
    public void A_Uri_holds_too_much_to_edit_a_part() =>
        Assert.Empty(Rule.Fires(MailKitClient().With(TlsMode.Implicit, "\"smtps://smtp.office365.com:587\"")).Edits);

    [Fact]
    public void A_wrong_port_is_reported_instead() => Rule.IsSilent(SslOnConnect(M365, 465));

    [Fact]
    public void An_unknown_port_is_silence() =>
        Rule.IsSilent(SslOnConnect(M365, 587) with { Port = Fact<int>.Unknown });

    [Fact]
    public void Elsewhere_it_may_be_right() => Rule.IsSilent(SslOnConnect(Gmail, 587));

    [Fact]
    public void An_MX_endpoint_starts_in_plain_text_too() => Rule.Fires(SslOnConnect(Mx, 25));

    [Theory]
    [InlineData(TlsMode.None)]
    [InlineData(TlsMode.StartTls)]
    [InlineData(TlsMode.Opportunistic)]
    internal void Other_modes_do_not_start_with_TLS(TlsMode mode) => Rule.IsSilent(MailKitClient().With(mode, "x"));

    [Fact]
    public void Unknown_TLS_is_silence() => Rule.IsSilent(MailKitClient() with { Tls = Fact<TlsMode>.Unknown });
}
