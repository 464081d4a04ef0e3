using M365Smtp.Analyzers.Model;
using static M365Smtp.Analyzers.Rules.Endpoint.MxHostWithLogin;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

public class MxHostWithLoginTests
{
    [Fact]
    public void A_login_at_the_MX_endpoint_moves_to_submission_with_port_and_TLS()
    {
        var use = NetMailClient(Mx).OnPort(25).With(TlsMode.None, "false");
        Assert.Equal(
            $"Replace \"{Mx}\": \"smtp.office365.com\" | Replace 25: 587 | Replace false: true",
            Rule.Fix(use)
        );
        Assert.Contains("504 5.7.4 Unrecognized authentication type", Rule.Says(use), StringComparison.Ordinal);
    }

    [Fact]
    public void The_login_is_an_additional_location() =>
        Assert.Equal("new NetworkCredential(user, secret)", Assert.Single(Rule.Fires(NetMailClient(Mx)).Also).Text);

    [Fact]
    public void What_is_right_already_stays() =>
        Assert.Equal($"Replace \"{Mx}\": \"smtp.office365.com\"", Rule.Fix(NetMailClient(Mx)));

    [Fact]
    public void The_sign_in_of_MailKit_still_knows_the_call_that_connected()
    {
        var connected = MailKitClient(Mx).WithDefaultPortAndTls();
        var use = connected with
        {
            Moment = Moment.Authenticate,
            Site = connected.Site with { Call = At(14, "client.Authenticate(…)") },
        };
        Assert.Equal(
            $"Replace \"{Mx}\": \"smtp.office365.com\" | SetArgument client.Connect(…): port = 587 | SetArgument client.Connect(…): options = global::MailKit.Security.SecureSocketOptions.StartTls",
            Rule.Fix(use)
        );
    }

    [Fact]
    public void A_host_out_of_reach_is_reported_without_a_partial_fix() =>
        Assert.Empty(
            Rule.Fires(NetMailClient(Mx).OnPort(25) with { Host = Fact.Known(Mx, At(20, "Tenant + Suffix")) }).Edits
        );

    [Fact]
    public void The_newer_MX_names_count() => Rule.Fires(MailKitClient("contoso-com.a-v1.mx.microsoft").WithToken());

    [Fact]
    public void Direct_send_without_a_login_is_right() => Rule.IsSilent(NetMailClient(Mx).NotSignedIn());

    [Fact]
    public void An_unknown_login_is_silence() =>
        Rule.IsSilent(NetMailClient(Mx) with { Credential = Fact<Credential>.Unknown });

    [Fact]
    public void High_Volume_Email_ends_like_an_MX_endpoint_and_is_none() =>
        Rule.IsSilent(MailKitClient("smtp.hve.mx.microsoft"));

    [Fact]
    public void A_submission_host_takes_a_login() => Rule.IsSilent(NetMailClient());
}
