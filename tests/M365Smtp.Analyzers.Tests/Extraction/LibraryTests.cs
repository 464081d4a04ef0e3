using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// Libraries that wrap a client: their calls and options objects are usages, and their TLS switch has the library's
/// meaning.
/// </summary>
public class LibraryTests
{
    const string Stubs = """
        namespace Microsoft.Extensions.DependencyInjection
        {
            public class FluentEmailServicesBuilder { }
            public static class FluentEmailSmtpBuilderExtensions
            {
                public static void AddSmtpSender(this FluentEmailServicesBuilder builder, string host, int port) => throw null;
                public static void AddSmtpSender(this FluentEmailServicesBuilder builder, string host, string template) => throw null;
                public static void AddSmtpSender(this FluentEmailServicesBuilder builder, string host, int port, string username, string password) => throw null;
            }
            public static class FluentEmailMailKitBuilderExtensions
            {
                public static void AddMailKitSender(this FluentEmailServicesBuilder builder, FluentEmail.MailKitSmtp.SmtpClientOptions smtpClientOptions) => throw null;
            }
        }
        namespace FluentEmail.MailKitSmtp
        {
            public class SmtpClientOptions { public string Server { get; set; } public int Port { get; set; } public bool UseSsl { get; set; } public string User { get; set; } public string Password { get; set; } }
        }
        namespace Serilog.Sinks.Email
        {
            public class EmailSinkOptions { public string From { get; set; } public string Host { get; set; } public int Port { get; set; } public System.Net.ICredentialsByHost Credentials { get; set; } public MailKit.Security.SaslMechanism SaslMechanism { get; set; } public MailKit.Security.SecureSocketOptions ConnectionSecurity { get; set; } public System.Net.Security.RemoteCertificateValidationCallback ServerCertificateValidationCallback { get; set; } }
        }
        namespace EASendMail
        {
            public enum SmtpConnectType { ConnectNormal, ConnectSSLAuto, ConnectSTARTTLS, ConnectDirectSSL, ConnectTryTLS }
            public enum SmtpAuthType { AuthAuto, AuthLogin, XOAUTH2 }
            public class SmtpServer { public SmtpServer(string server) { } public int Port { get; set; } public string User { get; set; } public string Password { get; set; } public SmtpConnectType ConnectType { get; set; } public SmtpAuthType AuthType { get; set; } }
            public class SmtpMail { public SmtpMail(string licenseCode) { } }
            public class SmtpClient { public void SendMail(SmtpServer server, SmtpMail mail) { } }
        }
        """;

    [Theory]
    [InlineData(
        "FluentEmail.Smtp without a login",
        "builder.AddSmtpSender(\"smtp.office365.com\", 587);",
        "Send: smtp.office365.com:587 None, no login"
    )]
    [InlineData(
        "FluentEmail.Smtp with one",
        "builder.AddSmtpSender(\"smtp.office365.com\", 587, \"app@contoso.com\", secret);",
        "Send: smtp.office365.com:587 StartTls, password app@contoso.com"
    )]
    [InlineData(
        "a method of the library that takes something else",
        "builder.AddSmtpSender(\"smtp.office365.com\", \"template\");",
        "Mention: smtp.office365.com:? ?"
    )]
    [InlineData(
        "FluentEmail.MailKit, true",
        "builder.AddMailKitSender(new SmtpClientOptions { Server = \"smtp.office365.com\", Port = 587, UseSsl = true });",
        "Leaves: smtp.office365.com:587 Implicit"
    )]
    [InlineData(
        "FluentEmail.MailKit, false",
        "builder.AddMailKitSender(new SmtpClientOptions { Server = \"smtp.office365.com\", Port = 587, UseSsl = false, User = \"app@contoso.com\", Password = secret });",
        "Leaves: smtp.office365.com:587 Opportunistic, password app@contoso.com"
    )]
    [InlineData(
        "FluentEmail.MailKit, a password alone",
        "builder.AddMailKitSender(new SmtpClientOptions { Server = \"smtp.office365.com\", Port = 587, UseSsl = true, Password = secret });",
        "Leaves: smtp.office365.com:587 Implicit, password unset"
    )]
    [InlineData(
        "FluentEmail.MailKit, a user alone",
        "builder.AddMailKitSender(new SmtpClientOptions { Server = \"smtp.office365.com\", Port = 587, UseSsl = true, User = \"app@contoso.com\" });",
        "Leaves: smtp.office365.com:587 Implicit, password app@contoso.com"
    )]
    [InlineData(
        "Serilog, returned",
        "Use(() => new Serilog.Sinks.Email.EmailSinkOptions { Host = \"smtp.office365.com\", From = \"logs@contoso.com\", Credentials = new System.Net.NetworkCredential(\"logs@contoso.com\", secret) });",
        "Leaves: smtp.office365.com:25 Opportunistic, password logs@contoso.com, from logs@contoso.com"
    )]
    [InlineData(
        "EASendMail, ConnectNormal",
        "var server = new EASendMail.SmtpServer(\"smtp.office365.com\") { Port = 587, User = \"app@contoso.com\", Password = secret, ConnectType = EASendMail.SmtpConnectType.ConnectNormal }; new EASendMail.SmtpClient().SendMail(server, new(\"TryIt\"));",
        "Leaves: smtp.office365.com:587 None, password app@contoso.com / Mention: smtp.office365.com:? ?"
    )]
    [InlineData(
        "EASendMail, ConnectSSLAuto",
        "var server = new EASendMail.SmtpServer(\"smtp.office365.com\") { Port = 587, User = \"app@contoso.com\", Password = secret, ConnectType = EASendMail.SmtpConnectType.ConnectSSLAuto }; new EASendMail.SmtpClient().SendMail(server, new(\"TryIt\"));",
        "Leaves: smtp.office365.com:587 StartTls, password app@contoso.com / Mention: smtp.office365.com:? ?"
    )]
    [InlineData(
        "EASendMail, ConnectSTARTTLS",
        "var server = new EASendMail.SmtpServer(\"smtp.office365.com\") { Port = 587, User = \"app@contoso.com\", Password = secret, ConnectType = EASendMail.SmtpConnectType.ConnectSTARTTLS }; new EASendMail.SmtpClient().SendMail(server, new(\"TryIt\"));",
        "Leaves: smtp.office365.com:587 StartTls, password app@contoso.com / Mention: smtp.office365.com:? ?"
    )]
    [InlineData(
        "EASendMail, ConnectDirectSSL",
        "var server = new EASendMail.SmtpServer(\"smtp.office365.com\") { Port = 587, User = \"app@contoso.com\", Password = secret, ConnectType = EASendMail.SmtpConnectType.ConnectDirectSSL }; new EASendMail.SmtpClient().SendMail(server, new(\"TryIt\"));",
        "Leaves: smtp.office365.com:587 Implicit, password app@contoso.com / Mention: smtp.office365.com:? ?"
    )]
    [InlineData(
        "EASendMail, ConnectTryTLS",
        "var server = new EASendMail.SmtpServer(\"smtp.office365.com\") { Port = 587, User = \"app@contoso.com\", Password = secret, ConnectType = EASendMail.SmtpConnectType.ConnectTryTLS }; new EASendMail.SmtpClient().SendMail(server, new(\"TryIt\"));",
        "Leaves: smtp.office365.com:587 Opportunistic, password app@contoso.com / Mention: smtp.office365.com:? ?"
    )]
    [InlineData(
        "EASendMail with a token",
        "var server = new EASendMail.SmtpServer(\"smtp.office365.com\") { Port = 587, AuthType = EASendMail.SmtpAuthType.XOAUTH2, User = \"app@contoso.com\", Password = secret }; new EASendMail.SmtpClient().SendMail(server, new(\"TryIt\"));",
        "Leaves: smtp.office365.com:587 ? / Mention: smtp.office365.com:? ?"
    )]
    [InlineData(
        "options filled in a lambda",
        "Configure(o => { o.Server = \"smtp.office365.com\"; o.Port = 465; o.UseSsl = true; });",
        "Leaves: smtp.office365.com:465 Implicit"
    )]
    [InlineData(
        "another provider",
        "builder.AddSmtpSender(\"smtp.sendgrid.net\", 2525);",
        "Send: smtp.sendgrid.net:2525 None, no login"
    )]
    public void A_library_is_judged_by_its_own_meaning(string name, string body, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfLibrary(
                    Stubs,
                    $$"""
                    using System; using FluentEmail.MailKitSmtp; using Microsoft.Extensions.DependencyInjection;
                    abstract class C {
                        protected abstract void Use(Func<object> make);
                        protected abstract void Configure(Action<SmtpClientOptions> fill);
                        void M(FluentEmailServicesBuilder builder, string secret) { {{body}} }
                    }
                    """
                )
            )
        );

    static readonly MetadataReference Library = CSharpCompilation
        .Create(
            "Library",
            [CSharpSyntaxTree.ParseText(Stubs)],
            Facts.References,
            new(OutputKind.DynamicallyLinkedLibrary)
        )
        .ToMetadataReference();

    [Fact]
    public Task The_login_of_options_is_underlined_where_the_password_is_set() =>
        MarkedCode.Check(
            Report
                .CSharp(
                    """
                using FluentEmail.MailKitSmtp; using Microsoft.Extensions.DependencyInjection;
                class C {
                    void M(FluentEmailServicesBuilder builder, string secret) {
                        var options = new SmtpClientOptions { Server = "smtp.office365.com", Port = 587 };
                        options.User = "app@contoso.com";
                        options.Password = secret; //! SMTP4001
                        builder.AddMailKitSender(options);
                    }
                }
                """
                )
                .AddReferences(Library),
            "SMTP4001"
        );

    [Fact]
    public void Serilog_signs_in_with_a_mechanism_and_may_check_no_certificate() =>
        Assert.StartsWith(
            "Leaves: smtp.office365.com:587 StartTls, XOAUTH2 logs@contoso.com, any certificate",
            Facts.OfLibrary(
                Stubs,
                """
                using MailKit.Security; using Serilog.Sinks.Email;
                class C {
                    EmailSinkOptions Log(string token) => new EmailSinkOptions {
                        Host = "smtp.office365.com", Port = 587, ConnectionSecurity = SecureSocketOptions.StartTls,
                        SaslMechanism = new SaslMechanismOAuth2("logs@contoso.com", token),
                        ServerCertificateValidationCallback = (sender, certificate, chain, errors) => true,
                    };
                }
                """
            ),
            StringComparison.Ordinal
        );
}
