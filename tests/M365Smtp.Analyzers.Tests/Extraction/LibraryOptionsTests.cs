namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>The options object of a mail library, whose host and login come from elsewhere.</summary>
public class LibraryOptionsTests
{
    const string Known = "Leaves: smtp.office365.com:587 StartTls";

    [Theory]
    [InlineData("nothing", "", Known)]
    [InlineData(
        "a login made here",
        "o.Credentials = new NetworkCredential(\"logs@contoso.com\", secret);",
        Known + ", password logs@contoso.com"
    )]
    [InlineData("a login handed in", "o.Credentials = login;", Known + ", password ?")]
    [InlineData("a login of an unknown kind", "o.Credentials = logins;", Known)]
    [InlineData("no login", "o.Credentials = null;", Known + ", no login")]
    [InlineData("the login of Windows", "o.Credentials = CredentialCache.DefaultNetworkCredentials;", Known + ", no login")]
    [InlineData(
        "a callback that accepts all",
        "o.ServerCertificateValidationCallback = (_, _, _, _) => true;",
        Known + ", any certificate"
    )]
    [InlineData(
        "a callback that checks",
        "o.ServerCertificateValidationCallback = (_, _, _, errors) => errors == 0;",
        Known
    )]
    [InlineData("no callback", "o.ServerCertificateValidationCallback = null;", Known)]
    [InlineData("a sender", "o.From = \"logs@contoso.com\";", Known + ", from logs@contoso.com")]
    public void It_has_what_the_code_gives_it(string name, string set, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfLibrary(
                    SerilogStub.Code,
                    $$"""
                    using System.Net; using MailKit.Security; using Serilog.Sinks.Email;
                    class C {
                        EmailSinkOptions Log(string secret, NetworkCredential login, ICredentialsByHost logins) {
                            var o = new EmailSinkOptions { Host = "smtp.office365.com", Port = 587 };
                            o.ConnectionSecurity = SecureSocketOptions.StartTls;
                            {{set}}
                            return o;
                        }
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData("void Fill(EmailSinkOptions o) { o.Host = \"smtp.office365.com\"; o.Port = 465; }")]
    [InlineData("void Fill(EmailSinkOptions o) { (o.Host, o.Port) = (\"smtp.office365.com\", 465); }")]
    public void It_is_complete_when_a_method_has_filled_it(string member) =>
        Assert.Equal(
            "Leaves: smtp.office365.com:465 ?",
            Facts.OfLibrary(SerilogStub.Code, $"using Serilog.Sinks.Email; class C {{ {member} }}")
        );

    /// <summary>No name in the method speaks of mail but that of the library's type.</summary>
    [Theory]
    [InlineData("new EmailSinkOptions { Host = at, Port = 465 }", "Leaves: smtp.office365.com:465 Implicit")]
    [InlineData("Make(new EmailSinkOptions { Host = at, Port = 465 })", "Leaves: smtp.office365.com:465 Implicit")]
    [InlineData("log.Email(\"\", \"\", at, 465)", "Send: smtp.office365.com:465 Implicit, from ")]
    public void It_is_found_by_its_type(string made, string facts) =>
        Assert.Equal(
            (made, facts),
            (
                made,
                Facts.OfLibrary(
                    SerilogStub.Code,
                    $$"""
                    using Serilog; using Serilog.Sinks.Email;
                    abstract class C {
                        readonly string at;
                        protected C() => at = "smtp.office365.com";
                        protected abstract object Make(object from);
                        object Log(LoggerSinkConfiguration log) => {{made}};
                    }
                    """
                )
            )
        );
}
