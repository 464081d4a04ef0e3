using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>One flag tested twice, defaults that wait for a value, clients kept by a class.</summary>
public class ConditionTests
{
    [Theory]
    [InlineData(
        "a flag asked twice",
        "var host = b ? \"localhost\" : \"smtp.office365.com\"; var c = new SmtpClient(host, b ? 25 : 587); if (!b) c.EnableSsl = true; c.Send(m);",
        "Send: localhost:25 unset, no login / Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "a question asked twice",
        "var c = new SmtpClient(s.IsNormalized() ? \"localhost\" : \"smtp.office365.com\", 587); if (!s.IsNormalized()) c.EnableSsl = true; c.Send(m);",
        "Send: localhost:587 unset, no login / Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "the flag was set in between",
        "var host = b ? \"localhost\" : \"smtp.office365.com\"; b = s == null; var c = new SmtpClient(host, 587); if (!b) c.EnableSsl = true; c.Send(m);",
        "Send: localhost:587 ?, no login / Send: smtp.office365.com:587 ?, no login"
    )]
    [InlineData(
        "a flag that a loop asks each turn",
        "var c = new SmtpClient(\"h\", 25); while (b) { c.Port = 587; b = s.Length > 3; } c.Send(m);",
        "Send: h:587 unset, no login / Send: h:25 unset, no login"
    )]
    [InlineData(
        "a parameter inside its own branch",
        "var c = new SmtpClient(\"h\", 587); if (b) { c.EnableSsl = b ? true : false; c.Send(m); }",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "a parameter outside its branch",
        "var c = new SmtpClient(\"h\", 587); if (b) return; c.EnableSsl = b ? true : false; c.Send(m);",
        "Send: h:587 None, no login"
    )]
    [InlineData(
        "a variable inside its own branch",
        "var c = new SmtpClient(\"h\", 587); var f = s == null; if (f) { c.EnableSsl = f ? true : false; c.Send(m); }",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "a question inside its own branch",
        "var c = new SmtpClient(\"h\", 587); if (s.IsNormalized()) { c.EnableSsl = s.IsNormalized() ? true : false; c.Send(m); }",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "a call that is no question",
        "var c = new SmtpClient(\"h\", 587); if (s.Remove(0).Contains(\"\")) { c.EnableSsl = s.Remove(0).Contains(\"\") ? true : false; c.Send(m); }",
        "Send: h:587 ?, no login"
    )]
    [InlineData(
        "a flag in its own branch is no fact about the client",
        "var c = new SmtpClient(\"h\", 587); if (b) { c.EnableSsl = b; c.Send(m); }",
        "Send: h:587 ?, no login"
    )]
    [InlineData(
        "nor is its opposite",
        "var c = new SmtpClient(\"h\", 587); if (b) { c.EnableSsl = !b; c.Send(m); }",
        "Send: h:587 ?, no login"
    )]
    [InlineData(
        "a default for a variable that may be set",
        "new SmtpClient(\"h\", int.Parse(System.Environment.GetEnvironmentVariable(\"PORT\") ?? \"465\")).Send(m);",
        "Send: h:? unset, no login / Send: h:465 unset, no login"
    )]
    public void What_a_branch_decided_holds_on_its_path(string name, string body, string facts) =>
        Assert.Equal((name, facts), (name, Facts.OfBody(body)));

    [Fact]
    public void A_default_for_a_key_that_may_be_set_is_one_of_two() =>
        Assert.Equal(
            "Send: h:465 unset, no login / Send: h:? unset, no login",
            Facts.OfCSharpWith(
                Framework.AspNetCore().Select(path => MetadataReference.CreateFromFile(path)),
                """
                using System.Net.Mail; using Microsoft.Extensions.Configuration;
                class C { void M(IConfiguration config, MailMessage m) => new SmtpClient("h", config.GetValue("Port", 465)).Send(m); }
                """
            )
        );

    [Fact]
    public void Settable_defaults_of_the_class_itself_are_tried() =>
        Assert.Equal(
            "Send: ?:? ?, no login / Send: smtp.office365.com:587 StartTls, no login",
            Facts.OfCSharp(
                """
                using System.Net.Mail;
                public class Mailer {
                    public string Host { get; set; } = "smtp.office365.com"; public int Port { get; set; } = 587; public bool Ssl { get; set; } = true;
                    public void Send(MailMessage m) { using (var s = new SmtpClient(Host, Port) { EnableSsl = Ssl }) s.Send(m); }
                }
                """
            )
        );

    [Fact]
    public void An_empty_default_waits_for_its_value() =>
        Assert.Equal(
            "Send: ?:25 unset / Send: ?:25 unset, password ? / Send: smtp.office365.com:25 unset / Send: smtp.office365.com:25 unset, password ?",
            Facts.OfCSharp(
                """
                using System.Net; using System.Net.Mail;
                public class Options { public string Host { get; set; } = "smtp.office365.com"; public string User { get; set; } = ""; }
                public class Mailer {
                    public void Send(Options o, MailMessage m) { using (var s = new SmtpClient(o.Host, 25)) { if (o.User != "") s.Credentials = new NetworkCredential(o.User, "x"); s.Send(m); } }
                }
                """
            )
        );

    [Fact]
    public void A_client_that_a_field_keeps_is_judged_as_the_constructor_leaves_it() =>
        Assert.Equal(
            "Leaves: smtp.office365.com:587 StartTls, password ? / Send: smtp.office365.com:587 StartTls, password ?",
            Facts.OfCSharp(
                """
                using System.Net; using System.Net.Mail;
                public class Mailer {
                    readonly SmtpClient client;
                    public Mailer(string user, string secret) { client = new SmtpClient("smtp.office365.com"); SetUp(user, secret); }
                    void SetUp(string user, string secret) { client.Port = 587; client.EnableSsl = true; client.Credentials = new NetworkCredential(user, secret); }
                    public void Send(MailMessage m) => client.Send(m);
                }
                """
            )
        );

    [Fact]
    public void A_table_of_hosts_mentions_each() =>
        Assert.Equal(
            "Mention: smtp.live.com:? ? / Mention: smtp.office.com:? ?",
            Facts.OfCSharp(
                """
                using System.Collections.Generic;
                public class Hosts {
                    static readonly Dictionary<string, string> Rows = new Dictionary<string, string> { { "gmail", "smtp.gmail.com" }, { "hotmail", "smtp.live.com" } };
                    static readonly Dictionary<string, string> Index = new Dictionary<string, string> { ["office"] = "smtp.office.com" };
                }
                """
            )
        );

    /// <summary>A test of a member before it was set tells nothing about it afterwards.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("provider = s;", "SMTP1004")]
    public async Task A_condition_is_tested_again_after_its_member_was_set(string between, string found) =>
        Assert.Equal(
            (between, found),
            (
                between,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System.Net; using System.Net.Mail;
                        class C {
                            string provider;
                            void M(MailMessage m, string s, NetworkCredential login) {
                                var host = "smtp.gmail.com";
                                if (provider == "ms") host = "smtp.office365.com";
                                {{between}}
                                var port = 465;
                                if (provider == "ms") port = 587;
                                var client = new SmtpClient(host, port) { EnableSsl = true, Credentials = login };
                                client.Send(m);
                            }
                        }
                        """
                    ),
                    "SMTP4001",
                    "SMTP4002"
                )
            )
        );

    /// <summary>
    /// A port that may be wrong keeps paths apart like a host does, even if the host comes from outside.
    /// </summary>
    [Fact]
    public async Task The_port_of_one_answer_does_not_meet_the_TLS_of_the_other() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    """
                    using MailKit.Net.Smtp; using MailKit.Security;
                    class C {
                        void M(MimeKit.MimeMessage m, bool old, string token) {
                            var port = old ? 465 : 587;
                            var host = old ? "smtp.gmail.com" : "smtp.office365.com";
                            using var client = new SmtpClient();
                            client.Connect(host, port, old ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
                            client.Authenticate(new SaslMechanismOAuth2("app@contoso.com", token));
                        }
                    }
                    """
                )
            )
        );
}
