namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// A certificate callback, a TLS version or an open protocol log on a client that connects to another provider's
/// server, or to this machine, does not concern Microsoft 365, however the client is used later. The same code with an
/// unknown host still does.
/// </summary>
public class ConnectsElsewhereTests
{
    public static TheoryData<string, string> Ways =>
        new()
        {
            {
                "a try whose catch goes on",
                "try { {0} } catch (System.Exception e) { log.Warn(e.Message); } Use(() => client.NoOp());"
            },
            {
                "a try, then handed on",
                "try { {0} } catch (System.Exception e) { log.Warn(e.Message); } log.Take(client);"
            },
            { "a try, then sent", "try { {0} } catch (System.Exception e) { log.Warn(e.Message); } client.Send(m);" },
            {
                "a try within a try",
                "try { try { {0} } catch (System.IO.IOException) { } client.Send(m); } finally { client.Disconnect(true); }"
            },
            { "a retry helper", "log.Retry(() => {0_}); client.Send(m);" },
            { "a retry helper with a block", "log.Retry(() => { {0} client.NoOp(); }); log.Take(client);" },
            { "a lambda in a variable", "System.Action open = () => {0_}; open(); client.Send(m);" },
            { "a local function", "void Open() => {0_}; log.Retry(Open); log.Take(client);" },
            { "sent in a lambda", "{0} log.Retry(() => client.Send(m));" },
            { "connected and sent in one lambda each", "log.Retry(() => {0_}); log.Retry(() => client.Send(m));" },
            { "unless connected", "if (!client.IsConnected) {0} log.Take(client);" },
            { "unless connected, in a loop", "while (!client.IsConnected) { {0} } client.Send(m);" },
            { "a switch", "switch (m.Subject) { case \"x\": {0} break; default: break; } log.Take(client);" },
            {
                "two servers",
                "if (m.Subject == null) {0} else client.Connect(\"smtp.gmail.com\", 465, SecureSocketOptions.SslOnConnect); client.Send(m);"
            },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_client_that_connects_elsewhere_only(string way, string code)
    {
        foreach (var setting in Settings)
            foreach (
                var host in new[]
                {
                "\"smtp.example.org\", 465, SecureSocketOptions.SslOnConnect",
                "\"localhost\", 1025, SecureSocketOptions.None",
                }
            )
                Assert.Equal((way, ""), (way, await Of(setting, code, host)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_client_that_may_connect_anywhere(string way, string code) =>
        Assert.Equal(
            (way, "SMTP2004"),
            (way, await Of(Settings[0], code, "m.Subject, 587, SecureSocketOptions.StartTls"))
        );

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_client_that_connects_to_Microsoft(string way, string code) =>
        Assert.Equal(
            (way, "SMTP2004"),
            (way, await Of(Settings[0], code, "\"smtp.office365.com\", 587, SecureSocketOptions.StartTls"))
        );

    [Fact]
    public async Task A_client_of_a_field_that_one_method_sets_up_and_another_connects() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    """
                    using MailKit.Net.Smtp; using MailKit.Security;
                    class C {
                        readonly SmtpClient client = new();
                        public C() => client.ServerCertificateValidationCallback = (s, c, h, e) => true;
                        public void Open() { try { client.Connect("localhost", 1025, SecureSocketOptions.None); } catch (System.IO.IOException) { } }
                        public void Send(MimeKit.MimeMessage m) => client.Send(m);
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        "no client at all",
        "class Api { /* no SMTP here */ void M() { {0} new HttpClient().GetAsync(\"x\"); } }",
        ""
    )]
    [InlineData("an enum of mail", "class Api { SmtpStatusCode M() { {0} return SmtpStatusCode.Ok; } }", "")]
    [InlineData("a message only", "class Api { MailMessage Smtp() { {0} return new MailMessage(); } }", "")]
    [InlineData(
        "a client that is made",
        "class Api { void M(string host, MailMessage m) { {0} new SmtpClient(host).Send(m); } }",
        "SMTP2004"
    )]
    [InlineData("a client that is received", "class Api { void M(SmtpClient client) { {0} } }", "SMTP2004")]
    [InlineData("a client that a field holds", "class Api { SmtpClient client; void M() { {0} } }", "SMTP2004")]
    [InlineData(
        "a client for this machine",
        "class Api { void M(MailMessage m) { {0} new SmtpClient(\"localhost\", 25).Send(m); } }",
        ""
    )]
    [InlineData(
        "a client for each",
        "class Api { void M(MailMessage m, string h) { {0} new SmtpClient(\"localhost\", 25).Send(m); new SmtpClient(h).Send(m); } }",
        "SMTP2004"
    )]
    public async Task A_callback_of_the_whole_process_counts_beside_a_mail_client(
        string story,
        string code,
        string found
    ) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        "using System.Net; using System.Net.Http; using System.Net.Mail;\n"
                            + code.Replace(
                                "{0}",
                                "ServicePointManager.ServerCertificateValidationCallback = (s, c, h, e) => true;",
                                StringComparison.Ordinal
                            )
                    ),
                    "SMTP4001",
                    "SMTP4002",
                    "SMTP4005"
                )
            )
        );

    static readonly string[] Settings =
    [
        "using var client = new SmtpClient(); client.ServerCertificateValidationCallback = (s, c, h, e) => true;",
        "using var client = new SmtpClient { SslProtocols = System.Security.Authentication.SslProtocols.Tls };",
        "using var client = new SmtpClient(new MailKit.ProtocolLogger(\"log\") { RedactSecrets = false });",
    ];

    static Task<string> Of(string setting, string code, string host)
    {
        var connect = $"client.Connect({host})";
        return Report.Of(
            Report.CSharp(
                $$"""
                using MailKit.Net.Smtp; using MailKit.Security;
                class C {
                    public void M(ILog log, MimeKit.MimeMessage m) {
                        {{setting}}
                        {{code.Replace("{0}", connect + ";", StringComparison.Ordinal).Replace(
                    "{0_}",
                    connect,
                    StringComparison.Ordinal
                )}}
                    }
                    static void Use(System.Action a) => a();
                }
                public interface ILog { void Warn(string s); void Take(SmtpClient c); void Retry(System.Action a); }
                """
            ),
            "SMTP4001",
            "SMTP4005"
        );
    }
}
