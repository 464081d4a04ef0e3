using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Rules.Transport;
using static M365Smtp.Analyzers.Tests.Rules.Mailer;

namespace M365Smtp.Analyzers.Tests.Rules;

/// <summary>A finding stands where its edit would go too far: then it has none.</summary>
public class NoEditTests
{
    static SmtpUsage SignIn(SmtpUsage use) => use with { Moment = Moment.Authenticate };

    [Fact]
    public void A_login_of_a_Windows_domain_is_not_moved_to_OAuth()
    {
        Assert.NotEmpty(PasswordSignIn.Rule.Fires(SignIn(MailKitClient())).Edits);
        Assert.Empty(PasswordSignIn.Rule.Fires(SignIn(MailKitClient().SignedIn("app@contoso.com", "x", "CONTOSO"))).Edits);
    }

    [Fact]
    public void A_sign_in_that_serves_several_hosts_is_not_moved_to_OAuth() =>
        Assert.Empty(PasswordSignIn.Rule.Fires(SignIn(MailKitClient()) with { IsCallShared = true }).Edits);

    [Theory]
    [InlineData(587, true)]
    [InlineData(25, true)]
    [InlineData(465, false)]
    [InlineData(null, false)]
    public void Implicit_TLS_of_Communication_Services_is_judged_on_its_own_ports(int? port, bool isWrong)
    {
        var use = MailKitClient(Communication).With(TlsMode.Implicit, "true");
        use = port is { } number ? use.OnPort(number) : use with { Port = Fact<int>.Unknown };

        Assert.Equal(isWrong, CommunicationTls.Rule.Check(use) is not null);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_call_that_serves_several_hosts_is_not_bent_to_one(bool isShared, bool isEdited)
    {
        var use = MailKitClient().With(TlsMode.Implicit, "true") with { IsCallShared = isShared };

        Assert.Equal(isEdited, ImplicitTls.Rule.Fires(use).Edits.Length > 0);
    }
}
