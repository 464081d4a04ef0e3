using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Rules.Endpoint;
using M365Smtp.Analyzers.Rules.Transport;
using M365Smtp.Knowledge;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules.Endpoint;

/// <summary>SMTP1009, SMTP2006 and SMTP4011 report, and all rules about Exchange Online do not.</summary>
public class CommunicationServicesTests
{
    [Theory]
    [InlineData(465)]
    [InlineData(2525)]
    [InlineData(443)]
    public void Another_port_than_587_and_25_is_wrong(int port)
    {
        Assert.Equal($"Replace {port}: 587", CommunicationPort.Rule.Fix(MailKitClient(Communication).OnPort(port)));
        Assert.Contains(
            $"does not listen on port {port}",
            CommunicationPort.Rule.Says(Preset(Communication, port)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_two_ports_and_other_servers_are_silent()
    {
        CommunicationPort.Rule.IsSilent(MailKitClient(Communication));
        CommunicationPort.Rule.IsSilent(MailKitClient(Communication).OnPort(25));
        CommunicationPort.Rule.IsSilent(MailKitClient().OnPort(465));
        CommunicationPort.Rule.IsSilent(MailKitClient(Gmail).OnPort(465));
    }

    [Theory]
    [InlineData(TlsMode.None, "which is off here")]
    [InlineData(TlsMode.Opportunistic, "only if it is offered")]
    [InlineData(TlsMode.Implicit, "SslHandshakeException")]
    internal void Anything_but_STARTTLS_is_wrong(TlsMode mode, string said)
    {
        var use = MailKitClient(Communication).With(mode, "SecureSocketOptions.Other");
        Assert.Contains(said, CommunicationTls.Rule.Says(use), StringComparison.Ordinal);
        Assert.Equal(
            "Replace SecureSocketOptions.Other: global::MailKit.Security.SecureSocketOptions.StartTls",
            CommunicationTls.Rule.Fix(use)
        );
    }

    [Fact]
    public void STARTTLS_and_implicit_TLS_on_a_port_that_is_wrong_anyway_are_silent()
    {
        CommunicationTls.Rule.IsSilent(MailKitClient(Communication));
        CommunicationTls.Rule.IsSilent(MailKitClient(Communication).OnPort(465).With(TlsMode.Implicit, "true"));
        CommunicationTls.Rule.IsSilent(MailKitClient(Gmail).With(TlsMode.None, "false"));
    }

    [Theory]
    [InlineData("https://outlook.office365.com/.default")]
    [InlineData("https://outlook.office.com/SMTP.Send")]
    [InlineData("https://graph.microsoft.com/.default")]
    [InlineData("https://outlook.office365.us/.default")]
    [InlineData("SMTP.Send")]
    public void A_scope_of_another_service_is_wrong(string scope) =>
        Assert.Equal(
            $"Replace \"{scope}\": \"https://communication.azure.com/.default\"",
            CommunicationScope.Rule.Fix(MailKitClient(Communication).WithToken(scope))
        );

    [Theory]
    [InlineData("https://communication.azure.com/.default")]
    [InlineData("https://communication.azure.com//.default")]
    [InlineData("https://example.com/.default")]
    public void The_right_scope_and_an_unknown_one_are_silent(string scope) =>
        CommunicationScope.Rule.IsSilent(MailKitClient(Communication).WithToken(scope));

    public static TheoryData<string> UserNames =>
        [
            "contoso-mail",
            "resource|client-id|tenant-id",
            "CONTOSO\\mailer",
            "mailer@gmail.com",
            "orders+web@contoso.com",
        ];

    [Theory]
    [MemberData(nameof(UserNames))]
    public void Any_user_name_may_sign_in_and_no_password_is_retired(string user)
    {
        var use = MailKitClient(Communication).SignedIn(user).From("donotreply@fabrikam.com");
        Moment[] moments = [Moment.Connect, Moment.Authenticate, Moment.Send];
        Assert.All(moments, moment => Assert.Empty(Findings.Of(use with { Moment = moment })));
        Assert.Empty(Findings.Of(NetMailClient(Communication).SignedIn(user)));
    }

    [Fact]
    public void It_is_not_aimed_at_Exchange_Online() => Assert.False(Hosts.Find(Communication)!.TakesSubmission);
}
