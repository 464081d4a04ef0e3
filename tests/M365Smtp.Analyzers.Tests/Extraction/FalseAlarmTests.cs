namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// Correct code, and code that does not concern us, gets no finding. Rules about every password sign-in (SMTP4001,
/// SMTP4002) are excluded.
/// </summary>
public class FalseAlarmTests
{
    [Theory]
    [InlineData(
        "TLS set in a helper of the class",
        """class C { static void Secure(SmtpClient c) => c.EnableSsl = true; void M(MailMessage m, NetworkCredential l) { using var c = new SmtpClient("smtp.office365.com", 587) { Credentials = l }; Secure(c); c.Send(m); } }"""
    )]
    [InlineData(
        "TLS set inside try",
        """class C { void M(MailMessage m, NetworkCredential l) { var c = new SmtpClient("smtp.office365.com", 587) { Credentials = l }; try { c.EnableSsl = true; } catch (InvalidOperationException) { throw; } c.Send(m); } }"""
    )]
    [InlineData(
        "TLS by a flag",
        """class C(bool tls) { void M(MailMessage m, NetworkCredential l) { var c = new SmtpClient("smtp.office365.com", 587) { Credentials = l }; if (tls) c.EnableSsl = true; c.Send(m); } }"""
    )]
    [InlineData(
        "client in a field, TLS set in another method",
        """class C(NetworkCredential l) { readonly SmtpClient c = new("smtp.office365.com", 587); void Open() { c.EnableSsl = true; c.Credentials = l; } void M(MailMessage m) => c.Send(m); }"""
    )]
    [InlineData(
        "client in a public property that others set up",
        """public class C { public SmtpClient Client { get; } = new("smtp.office365.com", 587); public void M(MailMessage m) => Client.Send(m); }"""
    )]
    [InlineData(
        "client in a protected field",
        """public class C { protected SmtpClient client = new("smtp.office365.com", 587); public void M(MailMessage m) => client.Send(m); }"""
    )]
    [InlineData(
        "factory, set up by the caller",
        """class C { static SmtpClient Make() => new("smtp.office365.com"); void M(MailMessage m, NetworkCredential l) { var c = Make(); c.Port = 587; c.EnableSsl = true; c.Credentials = l; c.Send(m); } }"""
    )]
    [InlineData(
        "a public factory leaves the rest to its callers",
        """public class C { public static SmtpClient Make() => new("smtp.office365.com"); }"""
    )]
    [InlineData(
        "handed to code we do not see",
        """class C { void M(MailMessage m, Action<SmtpClient> setup) { var c = new SmtpClient("smtp.office365.com"); setup(c); c.Send(m); } }"""
    )]
    [InlineData(
        "kept by a container",
        """class C { readonly System.Collections.Generic.List<SmtpClient> all = []; void M() => all.Add(new SmtpClient("smtp.office365.com")); }"""
    )]
    [InlineData(
        "settings from outside",
        """class C { void M(MailMessage m, string host, int port, bool tls, string user, string pw) { var c = new SmtpClient(host, port) { EnableSsl = tls, Credentials = new NetworkCredential(user, pw) }; c.Send(m); } }"""
    )]
    [InlineData(
        "local catcher",
        """class C { void M(MailMessage m) { new SmtpClient("localhost", 25).Send(m); new SmtpClient("mailpit", 1025).Send(m); new SmtpClient("127.0.0.1").Send(m); } }"""
    )]
    [InlineData(
        "pickup directory",
        """class C { void M(MailMessage m) { var c = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = "/tmp" }; c.Send(m); } }"""
    )]
    [InlineData(
        "direct send",
        """class C { void M(MailMessage m) { new SmtpClient("contoso-com.mail.protection.outlook.com", 25).Send(m); } }"""
    )]
    [InlineData(
        "other providers",
        """class C { void M(MailMessage m, string key) { new SmtpClient("smtp.sendgrid.net", 2525) { Credentials = new NetworkCredential("apikey", key) }.Send(m); new SmtpClient("smtp.gmail.com", 465) { EnableSsl = true }.Send(m); new SmtpClient("mail.example.org").Send(m); } }"""
    )]
    [InlineData(
        "development and production by one flag",
        """class C { void M(MailMessage m, NetworkCredential l, bool dev) { var c = new SmtpClient(dev ? "localhost" : "smtp.office365.com", dev ? 1025 : 587) { EnableSsl = !dev, Credentials = l }; c.Send(m); } }"""
    )]
    [InlineData(
        "the flag tested twice",
        """class C { void M(MailMessage m, NetworkCredential l, bool dev) { string host = "smtp.office365.com"; if (dev) host = "localhost"; var c = new SmtpClient(host, 587) { Credentials = l }; if (!dev) c.EnableSsl = true; c.Send(m); } }"""
    )]
    [InlineData(
        "development leaves early",
        """class C { void M(MailMessage m, NetworkCredential l, bool dev) { var c = new SmtpClient("smtp.office365.com", 587); if (dev) { c.Host = "localhost"; c.Port = 25; c.Send(m); return; } c.EnableSsl = true; c.Credentials = l; c.Send(m); } }"""
    )]
    [InlineData(
        "the host is compared, looked up and logged",
        """class C { static readonly System.Collections.Generic.HashSet<string> Retired = ["smtp.live.com", "smtp.office.com"]; static readonly string[] Old = { "mail.office365.com" }; bool Is(string h) { Console.WriteLine("Not {0}:{1}", "smtp.live.com", 25); if (h == "smtp.live.com" || Old.Contains(h)) throw new ArgumentException("smtp.live.com is gone"); return Retired.Contains(h) && h.Replace("smtp.office.com", "smtp.office365.com").StartsWith("smtp.outlook.office365.com"); } }"""
    )]
    [InlineData(
        "a table of corrections",
        """class C { static readonly System.Collections.Generic.Dictionary<string, string> Right = new() { ["smtp.office.com"] = "smtp.office365.com", ["smtp.live.com"] = "smtp-mail.outlook.com" }; string M(string h) => h switch { "smtp.live.com" => "smtp-mail.outlook.com", _ => Right.GetValueOrDefault(h, h) }; }"""
    )]
    [InlineData(
        "host in an attribute and in comments",
        """
            /* new SmtpClient("smtp.live.com", 465) */
            class C {
                [System.ComponentModel.DefaultValue("smtp.live.com")] public string Host { get; set; } // c.EnableSsl = false; smtp.office365.com:25
            }
            """
    )]
    [InlineData(
        "commented-out half of an initializer",
        """class C { void M(MailMessage m, NetworkCredential l) { var c = new SmtpClient { Host = "smtp.gmail.com", Port = 465, /* Host = "smtp.office365.com", Port = 25, */ EnableSsl = true, Credentials = l }; c.Send(m); } }"""
    )]
    [InlineData(
        "the address of a token",
        """class C { readonly Uri at = new("https://outlook.office365.com"); string Scope => "https://outlook.office365.com/.default"; }"""
    )]
    [InlineData(
        "an account with IMAP and SMTP",
        """record A(string ImapHost, int ImapPort, string SmtpHost, int SmtpPort); class C { public static readonly A One = new("outlook.office365.com", 993, "smtp.office365.com", 587); public static readonly A[] All = [new("imap.gmail.com", 993, "smtp.gmail.com", 465), One]; }"""
    )]
    [InlineData(
        "options of both, the IMAP port by default",
        """public class O { public string ImapHost { get; set; } public int ImapPort { get; set; } = 993; public string SmtpHost { get; set; } public int SmtpPort { get; set; } } class C { public O Default() => new() { ImapHost = "outlook.office365.com", SmtpHost = "smtp.office365.com", SmtpPort = 587 }; }"""
    )]
    [InlineData(
        "a resolver and a socket",
        """class C { async Task M() { await Dns.GetHostAddressesAsync("outlook.office365.com"); using var t = new System.Net.Sockets.TcpClient(); await t.ConnectAsync("smtp.office365.com", 587); } }"""
    )]
    [InlineData(
        "a probe of port 25",
        """class C { async Task M() { using var t = new System.Net.Sockets.TcpClient(); await t.ConnectAsync("smtp.office365.com", 25); using var u = new System.Net.Sockets.TcpClient("smtp.office365.com", 25); } }"""
    )]
    [InlineData(
        "one mail, many recipients",
        """class C { void M(string[] to, NetworkCredential l) { var m = new MailMessage { From = new("a@contoso.com") }; foreach (var t in to) m.To.Add(t); using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; c.Send(m); } }"""
    )]
    [InlineData(
        "retries",
        """class C { void M(MailMessage m, NetworkCredential l) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; for (var i = 0; i < 3; i++) try { c.Send(m); break; } catch (SmtpException e) when (i < 2 && e.StatusCode == SmtpStatusCode.ServiceNotAvailable) { } } }"""
    )]
    [InlineData(
        "a loop that waits",
        """class C { async Task M(MailMessage[] all, NetworkCredential l) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; foreach (var m in all) { await c.SendMailAsync(m); await Task.Delay(2000); } } }"""
    )]
    [InlineData(
        "a limiter",
        """class C { async Task M(MailMessage[] all, NetworkCredential l, System.Threading.SemaphoreSlim gate) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; foreach (var m in all) { await gate.WaitAsync(); await c.SendMailAsync(m); } } }"""
    )]
    [InlineData(
        "a pause between two portions",
        """class C { async Task M(MailMessage[] all, NetworkCredential l) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; foreach (var few in all.Chunk(25)) { foreach (var m in few) await c.SendMailAsync(m); await Task.Delay(60_000); } } }"""
    )]
    [InlineData(
        "a method of the project that waits",
        """class Turn { public async Task Next() => await Task.Delay(2000); } class C { async Task M(MailMessage[] all, NetworkCredential l, Turn turn) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; foreach (var m in all) { await turn.Next(); await c.SendMailAsync(m); } } }"""
    )]
    [InlineData(
        "a method that may wait, behind an interface or a delegate",
        """interface ITurn { Task Next(System.Threading.CancellationToken cancel); } class C { async Task M(MailMessage[] all, NetworkCredential l, ITurn turn, Func<Task> next) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; foreach (var m in all) { await turn.Next(default); await c.SendMailAsync(m); } foreach (var m in all) { await next(); await c.SendMailAsync(m); } } }"""
    )]
    [InlineData(
        "a timer that ticks",
        """class C { async Task M(Queue<MailMessage> all, NetworkCredential l, System.Threading.PeriodicTimer timer) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; while (await timer.WaitForNextTickAsync()) { var m = all.Dequeue(); c.Send(m); } } }"""
    )]
    [InlineData(
        "fewer mails than a minute takes",
        """class C { void M(List<MailMessage> all, MailMessage a, MailMessage b, NetworkCredential l) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; foreach (var m in new[] { a, b }) c.Send(m); foreach (var m in all.Take(10)) c.Send(m); } }"""
    )]
    [InlineData(
        "sends at once that a semaphore holds back",
        """class C(NetworkCredential l) { readonly System.Threading.SemaphoreSlim gate = new(2, 2); async Task One(MailMessage m) { await gate.WaitAsync(); using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; try { await c.SendMailAsync(m); } finally { gate.Release(); } } Task All(MailMessage[] all) => Task.WhenAll(all.Select(One)); }"""
    )]
    [InlineData(
        "a socket whose host and port are defaults",
        """class C { string Banner(string host = "smtp.office365.com", int port = 25) { using var t = new System.Net.Sockets.TcpClient(host, port); using var r = new System.IO.StreamReader(t.GetStream()); return r.ReadLine(); } }"""
    )]
    [InlineData(
        "two mails at once, or three at a time",
        """class C(NetworkCredential l) { async Task One(MailMessage m) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = l }; await c.SendMailAsync(m); } Task Two(MailMessage a, MailMessage b) => Task.WhenAll(One(a), One(b)); async Task Few(MailMessage[] all) { foreach (var few in all.Chunk(3)) await Task.WhenAll(few.Select(One)); } }"""
    )]
    [InlineData(
        "a placeholder of a password",
        """class C { void M(MailMessage m) { var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", "<your password>") }; c.Send(m); } }"""
    )]
    [InlineData(
        "a string that only looks like settings",
        """class C { string Help => "Use smtp.office365.com, port 465"; string Title { get; set; } = "smtp.office365.com:587"; }"""
    )]
    public async Task System_Net_Mail(string story, string code) =>
        Assert.Equal(
            (story, ""),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        "using System; using System.Linq; using System.Net; using System.Net.Mail; using System.Threading.Tasks; using System.Collections.Generic;\n"
                            + code
                    ),
                    "SMTP4001",
                    "SMTP4002"
                )
            )
        );

    [Theory]
    [InlineData(
        "STARTTLS",
        """await c.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls); await c.AuthenticateAsync("a@contoso.com", s); await c.SendAsync(m);"""
    )]
    [InlineData(
        "a token",
        """await c.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls); await c.AuthenticateAsync(new SaslMechanismOAuth2("a@contoso.com", s)); await c.SendAsync(m);"""
    )]
    [InlineData(
        "options by condition",
        """await c.ConnectAsync("smtp.office365.com", 587, b ? SecureSocketOptions.StartTls : SecureSocketOptions.None); await c.AuthenticateAsync("a@contoso.com", s);"""
    )]
    [InlineData(
        "login only where there is one",
        """await c.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls); if (s != null) await c.AuthenticateAsync("a@contoso.com", s); await c.SendAsync(m);"""
    )]
    [InlineData(
        "another provider",
        """await c.ConnectAsync("smtp.sendgrid.net", 465, true); await c.AuthenticateAsync("apikey", s); await c.SendAsync(m);"""
    )]
    [InlineData(
        "a catcher",
        """await c.ConnectAsync("mailhog", 1025, SecureSocketOptions.None); await c.SendAsync(m);"""
    )]
    [InlineData(
        "direct send",
        """await c.ConnectAsync("contoso-com.mail.protection.outlook.com", 25, SecureSocketOptions.StartTls); await c.SendAsync(m);"""
    )]
    [InlineData(
        "a mailbox is read",
        """using var i = new MailKit.Net.Imap.ImapClient(); await i.ConnectAsync("outlook.office365.com", 993, true); await i.AuthenticateAsync("a@contoso.com", s); using var p = new MailKit.Net.Pop3.Pop3Client(); p.Connect("outlook.office365.com", 995, SecureSocketOptions.SslOnConnect);"""
    )]
    [InlineData(
        "certificates are checked",
        """c.ServerCertificateValidationCallback = (_, cert, _, e) => e == System.Net.Security.SslPolicyErrors.None; await c.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);"""
    )]
    public async Task MailKit(string story, string body) =>
        Assert.Equal(
            (story, ""),
            (
                story,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                        class C { async Task M(MimeMessage m, bool b, string s) { using var c = new SmtpClient(); {{body}} } }
                        """
                    ),
                    "SMTP4001"
                )
            )
        );

    [Fact]
    public async Task A_client_whose_TLS_is_set_in_another_part_of_its_class() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    """using System.Net.Mail; partial class C { readonly SmtpClient smtp = new("smtp.office365.com", 587); public void M(MailMessage m) => smtp.Send(m); }""",
                    """using System.Net; partial class C { public void Open(NetworkCredential login) { smtp.EnableSsl = true; smtp.Credentials = login; } }"""
                ),
                "SMTP4001",
                "SMTP4002"
            )
        );

    /// <summary>
    /// The class has a default host, so the sign-in is reported there; a caller that passes the same host adds nothing.
    /// </summary>
    [Theory]
    [InlineData("the default again", """new Sender().Report(u, p, "smtp.office365.com", 587);""", "")]
    [InlineData(
        "the default behind a setting",
        """string server = Environment.GetEnvironmentVariable("S") ?? "smtp.office365.com"; int.TryParse(Environment.GetEnvironmentVariable("P") ?? "587", out int port); new Sender().Report(u, p, server, port);""",
        ""
    )]
    [InlineData("the default unsaid", """new Sender().Report(u, p);""", "")]
    [InlineData("through a method of its own", """new Sender().Through(u, p, "smtp.office365.com");""", "")]
    [InlineData(
        "a wrong port all the same",
        """new Sender().Report(u, p, "smtp.office365.com", 465);""",
        "File0.cs SMTP1004"
    )]
    [InlineData(
        "a password all the same",
        """new Sender().Report(u, "Heron#Copper72", "smtp.office365.com");""",
        "File0.cs SMTP4003"
    )]
    [InlineData(
        "a class without a default",
        """new Plain().Report(u, p, "smtp.office365.com");""",
        "File0.cs SMTP4001"
    )]
    public async Task One_sign_in_in_two_files(string story, string call, string found)
    {
        var compilation = Report.CSharp(
            "using System; class App { /* SMTP */ void M(string u, string p) { " + call + " } }",
            """
            using MailKit.Net.Smtp; using MailKit.Security;
            class Sender {
                public void Report(string user, string pw, string server = "smtp.office365.com", int port = 587) {
                    using var client = new SmtpClient();
                    client.Connect(server, port, SecureSocketOptions.StartTls);
                    client.Authenticate(user, pw);
                    client.Send(new MimeKit.MimeMessage());
                }
                public void Through(string user, string pw, string server = "smtp.office365.com") => Report(user, pw, server, 587);
            }
            """,
            """
            using MailKit.Net.Smtp; using MailKit.Security;
            class Plain {
                public void Report(string user, string pw, string server) {
                    using var client = new SmtpClient();
                    client.Connect(server, 587, SecureSocketOptions.StartTls);
                    client.Authenticate(user, pw);
                }
            }
            """
        );
        var all = (await Report.DiagnosticsOf(compilation))
            .Select(one => $"{one.Location.SourceTree!.FilePath} {one.Id}")
            .ToList();
        Assert.Contains("File1.cs SMTP4001", all);
        Assert.Equal(
            (story, found),
            (story, string.Join(", ", all.Where(one => one.StartsWith("File0", StringComparison.Ordinal))))
        );
    }

    [Fact]
    public async Task A_host_that_a_default_passes_on_in_one_file_is_judged_there() =>
        Assert.Equal(
            "SMTP4001",
            await Report.Of(
                Report.CSharp(
                    """
                    using MailKit.Net.Smtp; using MailKit.Security;
                    class Sender {
                        public void Report(string user, string pw, string server = "smtp.office365.com") => Open(user, pw, server);
                        static void Open(string user, string pw, string server) {
                            using var client = new SmtpClient();
                            client.Connect(server, 587, SecureSocketOptions.StartTls);
                            client.Authenticate(user, pw);
                        }
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData("readonly int port = 25;")]
    [InlineData("private int port = 25;")]
    [InlineData("int port { get; } = 25;")]
    public async Task A_value_that_another_part_of_the_class_replaces(string member) =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    "using System.Net.Mail; partial class C { "
                        + member
                        + " public void M(MailMessage m) => new SmtpClient(\"smtp.office365.com\", port) { EnableSsl = true }.Send(m); }",
                    "partial class C { public C() { port = 587; } }"
                ),
                "SMTP4002",
                "SMTP4005"
            )
        );

    [Fact]
    public async Task Types_of_the_same_name_from_elsewhere() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    """
                    namespace Vendor.Mail { public class SmtpClient { public SmtpClient(string host, int port = 587) { } public bool EnableSsl; public void Send(string text) { } } }
                    namespace App { using Vendor.Mail; class C { void M() { var c = new SmtpClient("mail.example.org", 465); c.EnableSsl = false; c.Send("x"); } } }
                    """
                )
            )
        );

    [Fact]
    public async Task A_unit_test_that_writes_wrong_values_and_sends_nothing() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    """
                    using System.Net.Mail; using Xunit;
                    public class SettingsTests {
                        static bool IsValid(string host, int port) => host != "" && port > 0;
                        [Fact] public void Refuses_old_hosts() { Assert.False(IsValid("smtp.live.com", 465)); var c = new SmtpClient("smtp.office.com", 25); System.GC.KeepAlive(c); Assert.Equal("smtp.office.com", c.Host); }
                        [Theory] [InlineData("smtp.live.com", 25)] public void Rows(string host, int port) => Assert.True(IsValid(host, port));
                    }
                    """
                )
            )
        );

    [Fact]
    public async Task A_unit_test_that_sends_is_judged() =>
        Assert.Equal(
            "SMTP1001",
            await Report.Of(
                Report.CSharp(
                    """
                    using System.Net.Mail; using Xunit;
                    public class DeliveryTests {
                        [Fact] public void Sends() => new SmtpClient("smtp.live.com", 587) { EnableSsl = true }.Send(new MailMessage());
                    }
                    """
                ),
                "SMTP4002",
                "SMTP4005"
            )
        );

    [Fact]
    public async Task Visual_Basic_that_is_right() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.VisualBasic(
                    """
                    Imports System.Net
                    Imports System.Net.Mail
                    ' Dim old As New SmtpClient("smtp.live.com", 465)
                    Class C
                        Private ReadOnly dev As Boolean
                        Private Sub Secure(client As SmtpClient)
                            client.EnableSsl = True
                        End Sub
                        Sub M(mail As MailMessage, login As NetworkCredential)
                            Dim client As New SmtpClient("smtp.office365.com", 587)
                            client.Credentials = login
                            Secure(client)
                            client.Send(mail)
                            Dim local As New SmtpClient("localhost", 25)
                            local.Send(mail)
                            Dim other As New SmtpClient("smtp.gmail.com", 465) With {.EnableSsl = True}
                            other.Send(mail)
                        End Sub
                        Function IsOld(host As String) As Boolean
                            Return host = "smtp.live.com" OrElse host.EndsWith("smtp.office.com")
                        End Function
                    End Class
                    """
                ),
                "SMTP4001",
                "SMTP4002"
            )
        );

    [Fact]
    public async Task Known_miss_a_file_that_drives_a_client_without_a_mail_word() =>
        Assert.Equal(
            "",
            await Report.Of(
                Report.CSharp(
                    """partial class Mailer { void M() { box.Port = 465; box.Send(new()); } }""",
                    """using System.Net.Mail; partial class Mailer { readonly SmtpClient box = new() { EnableSsl = true }; }"""
                ),
                "SMTP4001",
                "SMTP4002"
            )
        );

    /// <summary>The harness can fail: the same code with one mistake.</summary>
    [Fact]
    public async Task Wrong_code_is_not_silent() =>
        Assert.Equal(
            "SMTP4002 SMTP1004 SMTP2001 SMTP4001",
            await Report.Of(
                Report.CSharp(
                    """
                    using System.Net; using System.Net.Mail;
                    class C { void M(MailMessage m, NetworkCredential l) { var c = new SmtpClient("smtp.office365.com", 465) { EnableSsl = false, Credentials = l }; c.Send(m); } }
                    """
                )
            )
        );
}
