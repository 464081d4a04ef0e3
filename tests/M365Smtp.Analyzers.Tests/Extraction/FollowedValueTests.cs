namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// Values that real code passes on in unusual ways: each shape with its result, and a twin without one.
/// </summary>
public class FollowedValueTests
{
    [Theory]
    [InlineData(
        "an enum of another size",
        """enum P : ushort { Tls = 587, Ssl = 465 } class C { readonly P p = P.Ssl; void M(MailMessage m) => new SmtpClient("h", (int)p).Send(m); }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "a trimmed text",
        """class C { void M(MailMessage m) => new SmtpClient(" h ".Trim().ToLowerInvariant(), 465).Send(m); }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "a short variable",
        """class C { void M(MailMessage m) { ushort p = 465; new SmtpClient("h", p).Send(m); } }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "a changed copy of a record",
        """record A(string Host, int Port); class C { static readonly A Strato = new("a.example", 465); static readonly A Own = Strato with { Host = "h" }; void M(MailMessage m) => new SmtpClient(Own.Host, Own.Port).Send(m); }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "a record whose copy changed",
        """record A(string Host, int Port); class C { void M(MailMessage m) { var a = new A("h", 587); var b = a with { Port = 465 }; new SmtpClient(a.Host, a.Port).Send(m); } }""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "a changed copy of a struct",
        """record struct A(string Host, int Port); class C { void M(MailMessage m) { var a = new A("a.example", 465); var b = a with { Host = "h" }; new SmtpClient(b.Host, b.Port).Send(m); } }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "a struct whose copy changed",
        """record struct A(string Host, int Port); class C { void M(MailMessage m) { var a = new A("h", 587); var b = a with { Port = 465 }; new SmtpClient(a.Host, a.Port).Send(m); } }""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "one of two implementations",
        """interface IPlace { string Host { get; } int Port(); } class A : IPlace { public string Host => "h"; public int Port() => 465; } class B : IPlace { public string Host => "b.example"; public int Port() => 25; } class C { readonly IPlace place = new A(); void M(MailMessage m) => new SmtpClient(place.Host, place.Port()).Send(m); }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "whichever implementation",
        """interface IPlace { string Host { get; } int Port(); } class A : IPlace { public string Host => "h"; public int Port() => 465; } class B : IPlace { public string Host => "b.example"; public int Port() => 25; } class C { readonly IPlace place; C(IPlace p) => place = p; void M(MailMessage m) => new SmtpClient(place.Host, place.Port()).Send(m); }""",
        "Send: ?:? unset, no login"
    )]
    [InlineData(
        "a text that is a number",
        """class C { void M(MailMessage m) { int.TryParse("465", out var p); new SmtpClient("h", p).Send(m); } }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "a text that nobody knows",
        """class C { void M(MailMessage m, string s) { int.TryParse(s, out var p); new SmtpClient("h", p).Send(m); } }""",
        "Send: h:? unset, no login"
    )]
    public void Net(string name, string code, string facts) =>
        Assert.Equal(
            (name, facts),
            (name, Facts.OfCSharp("using System; using System.Net; using System.Net.Mail;\n" + code))
        );

    [Theory]
    [InlineData(
        "scheme, host and a port set later",
        """new UriBuilder("smtps", "h") { Port = 465 }.Uri""",
        "Connect: h:465 Implicit, no login"
    )]
    [InlineData(
        "scheme, host and port",
        """new UriBuilder("smtp", "h", 587).Uri""",
        "Connect: h:587 Opportunistic, no login"
    )]
    [InlineData(
        "a query that may ask for STARTTLS",
        """new UriBuilder("smtp", "h", 587) { Query = s }.Uri""",
        "Connect: h:587 ?, no login"
    )]
    [InlineData("scheme and host", """new UriBuilder("smtp", "h").Uri""", "Connect: h:25 Opportunistic, no login")]
    [InlineData("scheme and host with TLS", """new UriBuilder("smtps", "h").Uri""", "Connect: h:465 Implicit, no login")]
    [InlineData(
        "all by properties",
        """new UriBuilder { Scheme = "SMTPS", Host = "h", Port = 2525 }.Uri""",
        "Connect: h:2525 Implicit, no login"
    )]
    [InlineData(
        "properties over arguments",
        """new UriBuilder("smtp", "x", 25) { Scheme = "smtps", Host = "h", Port = 465 }.Uri""",
        "Connect: h:465 Implicit, no login"
    )]
    [InlineData(
        "a query among the arguments",
        """new UriBuilder("smtp", "h", 587, "", "?starttls=always").Uri""",
        "Connect: h:587 ?, no login"
    )]
    [InlineData("a text", """new Uri("smtps://h:2525")""", "Connect: h:2525 Implicit, no login")]
    [InlineData("a text without a port", """new Uri("smtp://h")""", "Connect: h:25 Opportunistic, no login")]
    [InlineData("a text without a port, with TLS", """new Uri("smtps://h")""", "Connect: h:465 Implicit, no login")]
    [InlineData("a text that is no address", """new Uri("mail")""", "Connect: ?:? ?, no login")]
    [InlineData("a text from outside", """new UriBuilder(s).Uri""", "Connect: ?:? ?, no login")]
    public void An_address_from_a_builder(string name, string address, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfCSharp(
                    $$"""using System; class C { void M(string s) { var at = {{address}}; using var k = new MailKit.Net.Smtp.SmtpClient(); k.Connect(at); } }"""
                )
            )
        );

    [Fact]
    public async Task A_mistake_in_a_helper_is_reported_in_the_helper() =>
        Assert.Equal(
            [
                "File0.cs:2 SMTP4002",
                "File0.cs:2 SMTP4004",
                "File1.cs:3 SMTP1001",
                "File1.cs:3 SMTP1004",
                "File1.cs:3 SMTP2001",
            ],
            await Places(
                "using System.Net; using System.Net.Mail;\nclass C { void M(MailMessage m) { var c = new SmtpClient { UseDefaultCredentials = true }; Setup.Aim(c); c.Send(m); } }",
                "using System.Net.Mail;\nstatic class Setup {\npublic static void Aim(SmtpClient c) { c.Host = \"smtp.live.com\"; c.Port = 465; c.EnableSsl = false; } }"
            )
        );

    [Fact]
    public async Task A_mistake_of_the_caller_is_reported_at_the_caller() =>
        Assert.Equal(
            ["File0.cs:2 SMTP1001", "File0.cs:2 SMTP4002", "File0.cs:2 SMTP4004"],
            await Places(
                "using System.Net; using System.Net.Mail;\nclass C { void M(MailMessage m) { var c = new SmtpClient(\"smtp.live.com\") { UseDefaultCredentials = true }; Setup.Open(c); c.Send(m); } }",
                "using System.Net.Mail;\nstatic class Setup {\npublic static void Open(SmtpClient c) { c.Port = 587; c.EnableSsl = true; } }"
            )
        );

    static async Task<string[]> Places(params string[] files) =>
        [
            .. (await Report.DiagnosticsOf(Report.CSharp(files)))
                .Select(found =>
                    $"{found.Location.SourceTree!.FilePath}:{found.Location.GetLineSpan().StartLinePosition.Line + 1} {found.Id}"
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [InlineData("a list's ForEach", "all.ForEach(m => c.Send(m));", true)]
    [InlineData(
        "a list's ForEach that waits",
        "all.ForEach(m => { c.Send(m); System.Threading.Thread.Sleep(2000); });",
        false
    )]
    [InlineData(
        "a list's ForEach that adds recipients",
        "var one = new MailMessage(); all.ForEach(m => one.To.Add(m.Subject)); c.Send(one);",
        false
    )]
    [InlineData(
        "an iterator of this file",
        "await foreach (var m in Letters().ConfigureAwait(false)) c.Send(m);",
        true
    )]
    [InlineData("an iterator that waits", "await foreach (var m in Slowly()) c.Send(m);", false)]
    [InlineData("a queue", "await foreach (var m in queue.Reader.ReadAllAsync()) c.Send(m);", false)]
    [InlineData("a stream from outside", "await foreach (var m in stream) c.Send(m);", false)]
    public void A_loop_that_is_no_foreach_statement(string name, string body, bool isUnpaced) =>
        Assert.Equal(
            (name, isUnpaced),
            (
                name,
                Facts
                    .OfCSharp(
                        $$"""
                        using System.Collections.Generic; using System.Net; using System.Net.Mail; using System.Threading.Tasks;
                        class C {
                            async IAsyncEnumerable<MailMessage> Letters() { await Task.Yield(); yield return new(); }
                            async IAsyncEnumerable<MailMessage> Slowly() { await Task.Delay(2000); yield return new(); }
                            async Task M(List<MailMessage> all, string s, System.Threading.Channels.Channel<MailMessage> queue, IAsyncEnumerable<MailMessage> stream) {
                                using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", s) };
                                {{body}}
                                await Task.CompletedTask;
                            }
                        }
                        """
                    )
                    .Contains("LoopWithoutPause", StringComparison.Ordinal)
            )
        );

    [Theory]
    [InlineData("a list's ForEach", "all.ForEach(m => c.Send(m));", "SMTP5001")]
    [InlineData("a list's ForEach that changes the client", "all.ForEach(m => { c.Host = s; c.Send(m); });", "")]
    [InlineData(
        "a lambda for later",
        "System.Action<MailMessage> later = m => c.Send(m); c.Host = s; all.ForEach(later);",
        ""
    )]
    [InlineData(
        "a task each turn",
        "foreach (var m in all) Task.Run(() => { using var own = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, Credentials = new NetworkCredential(\"a@contoso.com\", s) }; own.Send(m); });",
        "SMTP5002"
    )]
    [InlineData(
        "a task each turn, waited for",
        "foreach (var m in all) Task.Run(() => { using var own = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, Credentials = new NetworkCredential(\"a@contoso.com\", s) }; own.Send(m); }).Wait();",
        ""
    )]
    [InlineData(
        "a task each turn behind a gate",
        "foreach (var m in all) { gate.Wait(); Task.Run(() => { using var own = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, Credentials = new NetworkCredential(\"a@contoso.com\", s) }; own.Send(m); gate.Release(); }); }",
        ""
    )]
    public async Task A_lambda_that_runs_here_and_now_knows_its_client(string name, string body, string found) =>
        Assert.Equal(
            (name, found),
            (
                name,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System.Collections.Generic; using System.Net; using System.Net.Mail; using System.Threading.Tasks;
                        class C {
                            void M(List<MailMessage> all, string s, System.Threading.SemaphoreSlim gate) {
                                using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", s) };
                                {{body}}
                            }
                        }
                        """
                    ),
                    "SMTP4001",
                    "SMTP4002"
                )
            )
        );
}
