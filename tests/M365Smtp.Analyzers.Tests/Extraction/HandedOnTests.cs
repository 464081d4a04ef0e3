namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Hosts and ports passed to other code: which belong together, and what uses them.</summary>
public class HandedOnTests
{
    static Task<string> Of(string members, string types = "") =>
        Report.Of(
            Report.CSharp(
                $$"""
                using System.Collections.Generic; using System.Net.Mail;
                {{types}}
                class C { {{members}} }
                """
            ),
            "SMTP4001",
            "SMTP4002",
            "SMTP4005"
        );

    const string Two = "interface IOwn { void Set(string host, int a, string server, int b); }";

    [Theory]
    [InlineData(587, 587, "")]
    [InlineData(465, 587, "SMTP1004")]
    [InlineData(587, 465, "SMTP1004")]
    public async Task Each_host_has_the_port_behind_it(int first, int second, string found) =>
        Assert.Equal(
            found,
            await Of(
                $"void M(IOwn own) => own.Set(\"smtp.office365.com\", {first}, \"smtp.partner.outlook.cn\", {second});",
                Two
            )
        );

    [Theory]
    [InlineData("587", "")]
    [InlineData("465", "SMTP1004")]
    [InlineData("none", "")]
    public async Task A_port_may_be_a_text(string port, string found) =>
        Assert.Equal(
            found,
            await Of(
                $"void M(IOwn own) => own.Set(\"smtp.office365.com\", \"{port}\");",
                "interface IOwn { void Set(string host, string port); }"
            )
        );

    [Theory]
    [InlineData(587, 587, "")]
    [InlineData(465, 587, "SMTP1004")]
    [InlineData(587, 465, "SMTP1004")]
    public async Task Each_host_of_an_object_has_the_port_written_behind_it(int first, int second, string found) =>
        Assert.Equal(
            found,
            await Of(
                $$"""
                Routes Make() => new() {
                    HostForOrders = "smtp.office365.com", PortForOrders = {{first}},
                    HostForNews = "smtp.partner.outlook.cn", PortForNews = {{second}},
                };
                """,
                """
                class Routes {
                    public string HostForOrders, HostForNews;
                    public int PortForOrders, PortForNews;
                }
                """
            )
        );

    [Theory]
    [InlineData(587, 465, "SMTP1004")]
    [InlineData(465, 587, "")]
    public async Task Of_two_ports_beside_one_host_the_last_counts(int first, int second, string found) =>
        Assert.Equal(
            found,
            await Of(
                $"void M(IOwn own) => own.Set(\"smtp.office365.com\", {first}, {second});",
                "interface IOwn { void Set(string host, int port, int safePort); }"
            )
        );

    [Theory]
    [InlineData("string host, int port", 443, "SMTP1004")]
    [InlineData("string host, int prt", 443, "SMTP1004")]
    [InlineData("string host, int timeout", 443, "")]
    [InlineData("string host, int number", 25, "SMTP1005")]
    [InlineData("string host, int number", 465, "SMTP1004")]
    [InlineData("string host, int number", 2525, "SMTP1004")]
    [InlineData("string host, int port", 65535, "SMTP1004")]
    [InlineData("string host, int port", 65536, "")]
    [InlineData("string host, int port", 0, "")]
    [InlineData("string server, int port", 465, "SMTP1004")]
    [InlineData("string smtp, int port", 465, "SMTP1004")]
    [InlineData("string name, int port", 465, "SMTP1004")]
    public async Task A_number_is_a_port_by_its_name_or_value(string parameters, int number, string found) =>
        Assert.Equal(
            found,
            await Of(
                $"void M(IOwn own) => own.Set(\"smtp.office365.com\", {number});",
                $"interface IOwn {{ void Set({parameters}); }}"
            )
        );

    [Theory]
    [InlineData("string host", "SMTP1001")]
    [InlineData("string mailServer", "SMTP1001")]
    [InlineData("string smtp", "SMTP1001")]
    [InlineData("string text", "")]
    [InlineData("object host", "")]
    public async Task A_host_without_a_port_is_one_by_the_name_of_its_parameter(string parameter, string found) =>
        Assert.Equal(
            found,
            await Of("void M(IOwn own) => own.Set(\"smtp.live.com\");", $"interface IOwn {{ void Set({parameter}); }}")
        );

    [Fact]
    public async Task The_base_of_a_class_may_receive_them() =>
        Assert.Equal(
            "SMTP1004",
            await Of("", "class Own : System.Net.DnsEndPoint { public Own() : base(\"smtp.office365.com\", 465) { } /* SMTP */ }")
        );

    [Theory]
    [InlineData("new Note { Text = \"smtp.live.com\" }", "SMTP1001")]
    [InlineData("new Note { Text = \"smtp.office365.com\", Port = 465 }", "SMTP1004")]
    [InlineData("new Note { Text = \"smtp.office365.com\", Count = 443 }", "")]
    [InlineData("new Note { ImapServer = \"smtp.office365.com\", Port = 465 }", "")]
    [InlineData("new Note(\"smtp.office365.com\") { Port = 465 }", "")]
    [InlineData("new Dictionary<string, string> { { \"outlook.com\", \"smtp.live.com\" } }", "SMTP1001")]
    [InlineData("new Dictionary<string, string> { [\"outlook.com\"] = \"smtp.live.com\" }", "SMTP1001")]
    [InlineData("new Dictionary<string, string> { { \"smtp.live.com\", \"Outlook\" } }", "")]
    [InlineData("new List<string> { \"smtp.live.com\" }", "")]
    [InlineData("new[] { \"smtp.live.com\" }", "")]
    [InlineData("new object[] { \"smtp.live.com\" }", "")]
    public async Task An_object_holds_a_host(string made, string found) =>
        Assert.Equal(
            (made, found),
            (
                made,
                await Of(
                    $"object M() => {made};",
                    """
                    class Note {
                        public Note() { }
                        public Note(string server) => ImapServer = server;
                        public string Text, ImapServer; public int Port, Count;
                    }
                    """
                )
            )
        );

    [Fact]
    public async Task An_object_that_a_method_fills_for_its_caller_is_complete_at_the_end() =>
        Assert.Equal(
            "SMTP1004",
            await Of(
                "void Fill(Route route) { route.Host = \"smtp.office365.com\"; route.Port = 465; }",
                "class Route { public string Host; public int Port; }"
            )
        );

    [Theory]
    [InlineData("host", 465, "SMTP1004")]
    [InlineData("imapHost", 465, "")]
    [InlineData("incomingServer", 465, "")]
    [InlineData("host", 143, "")]
    [InlineData("host", 144, "SMTP1004")]
    [InlineData("host", 993, "")]
    [InlineData("host", 110, "")]
    [InlineData("host", 995, "")]
    [InlineData("popServer", 465, "SMTP1004")]
    [InlineData("pop3Server", 465, "")]
    [InlineData("inboundServer", 465, "")]
    public async Task A_host_of_another_protocol_is_left_alone(string name, int port, string found) =>
        Assert.Equal(
            found,
            await Of(
                $"void M(IOwn own) => own.Set(\"smtp.office365.com\", {port});",
                $"interface IOwn {{ void Set(string {name}, int port); }}"
            )
        );

    [Theory]
    [InlineData("DependencyInjection", "AddSingleton", "SMTP2001")]
    [InlineData("DependencyInjection.Extensions", "TryAddSingleton", "SMTP2001")]
    [InlineData("DependencyInjection.Extensions", "TryAdd", "SMTP2001")]
    [InlineData("DependencyInjection", "Register", "")]
    [InlineData("Other", "AddSingleton", "")]
    public async Task A_registered_object_is_used_as_it_was_made(string space, string method, string found) =>
        Assert.Equal(
            found,
            await Of(
                $"void M(object services) => Own.{space}.Services.{method}(services, new Mailer(\"smtp.office365.com\", 587, false));",
                $$"""
                namespace Own.{{space}} { static class Services { public static extern void {{method}}(object services, object one); } }
                class Mailer {
                    readonly string host; readonly int port; readonly bool ssl;
                    public Mailer(string host, int port, bool ssl) { this.host = host; this.port = port; this.ssl = ssl; }
                    public void Send(MailMessage m) => new SmtpClient(host, port) { EnableSsl = ssl }.Send(m);
                }
                """
            )
        );

    [Theory]
    [InlineData("class Own : IOwn { public int Port => 465; }", "SMTP1004")]
    [InlineData("class Own : IOwn { public int Port => 465; } class More : IOwn { public int Port => 587; }", "")]
    [InlineData("abstract class Base : IOwn { public int Port => 465; } class Own : Base { }", "SMTP1004")]
    [InlineData("struct Own : IOwn { public int Port => 465; }", "SMTP1004")]
    public async Task An_interface_stands_for_the_one_class_that_has_it(string types, string found) =>
        Assert.Equal(
            found,
            await Of(
                "void M(IOwn own, MailMessage m) => new SmtpClient(\"smtp.office365.com\", own.Port) { EnableSsl = true }.Send(m);",
                "interface IOwn { int Port { get; } } " + types
            )
        );
}
