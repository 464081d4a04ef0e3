namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>The ways in which real C# code configures a client, each with the expected facts.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData(
        "constructor, then properties",
        """var c = new SmtpClient("smtp.office365.com", 587); c.UseDefaultCredentials = false; c.Credentials = new NetworkCredential("a@contoso.com", s); c.EnableSsl = true; c.Send(m);""",
        "Send: smtp.office365.com:587 StartTls, password a@contoso.com"
    )]
    [InlineData(
        "port as a property",
        """var c = new SmtpClient("smtp.office365.com"); c.Port = 587; c.EnableSsl = true; c.Send(m);""",
        "Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "credentials before host, TLS last",
        """var c = new SmtpClient(); c.Credentials = new NetworkCredential("a@contoso.com", s); c.Host = "smtp.office365.com"; c.Port = 587; ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; c.EnableSsl = true; c.Send(m);""",
        "Process: ?:? ? / Send: smtp.office365.com:587 StartTls, password a@contoso.com"
    )]
    [InlineData(
        "credential in a local",
        """var login = new NetworkCredential("a@contoso.com", s); var c = new SmtpClient("h", 587) { EnableSsl = true }; c.Credentials = login; c.Send(m);""",
        "Send: h:587 StartTls, password a@contoso.com"
    )]
    [InlineData(
        "credential by initializer",
        """var c = new SmtpClient("h", 587) { EnableSsl = true, Credentials = new NetworkCredential { UserName = "a@contoso.com", Password = s } }; c.Send(m);""",
        "Send: h:587 StartTls, password a@contoso.com"
    )]
    [InlineData(
        "constructor, initializer",
        """var c = new SmtpClient("smtp.office365.com") { Port = 587, EnableSsl = true }; c.Send(m);""",
        "Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "using declaration",
        """using var c = new SmtpClient { Host = "h", Port = 587, EnableSsl = true }; c.Send(m);""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "using statement",
        """using (var c = new SmtpClient("h") { Port = 587, EnableSsl = true }) { c.Send(m); }""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "target-typed new with initializer",
        """SmtpClient c = new("h") { Port = 587, EnableSsl = true }; c.Send(m);""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "qualified type",
        """var c = new System.Net.Mail.SmtpClient("h", 587) { EnableSsl = true }; c.Send(m);""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "locals",
        """string host = "smtp.office365.com"; int port = 587; const bool tls = true; var c = new SmtpClient(host, port) { EnableSsl = tls }; c.Send(m);""",
        "Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "a login of default credentials",
        """var c = new SmtpClient("h", 25) { Credentials = CredentialCache.DefaultNetworkCredentials }; c.Send(m);""",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "no login, said so",
        """var c = new SmtpClient("h", 25) { Credentials = null }; c.Send(m);""",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "a login from a parameter's member",
        """var c = new SmtpClient("h", 25); c.Credentials = new NetworkCredential(s, s.Trim()); c.Send(m);""",
        "Send: h:25 unset, password ?"
    )]
    [InlineData(
        "sender by the four texts",
        """var c = new SmtpClient("h", 25); c.Send("app@contoso.com", s, "subject", "body");""",
        "Send: h:25 unset, no login, from app@contoso.com"
    )]
    [InlineData(
        "sender by property",
        """var c = new SmtpClient("h", 25); var mail = new MailMessage(); mail.From = new MailAddress("app@contoso.com", "App"); c.Send(mail);""",
        "Send: h:25 unset, no login, from app@contoso.com"
    )]
    [InlineData(
        "sender by constructor",
        """var c = new SmtpClient("h", 25); var mail = new MailMessage("app@contoso.com", s); c.Send(mail);""",
        "Send: h:25 unset, no login, from app@contoso.com"
    )]
    [InlineData(
        "sender by initializer",
        """var c = new SmtpClient("h", 25); c.Send(new MailMessage { From = new("app@contoso.com"), Subject = s });""",
        "Send: h:25 unset, no login, from app@contoso.com"
    )]
    [InlineData(
        "login from the sender of the message",
        """var mail = new MailMessage { From = new MailAddress("app@contoso.com") }; var c = new SmtpClient("h", 25) { Credentials = new NetworkCredential(mail.From.Address, s) }; c.Send(mail);""",
        "Send: h:25 unset, password app@contoso.com, from app@contoso.com"
    )]
    [InlineData(
        "tuple and deconstruction",
        """var (host, port, tls) = s == "ms" ? ("smtp.office365.com", 587, true) : ("smtp.gmail.com", 465, false); var c = new SmtpClient(host, port) { EnableSsl = tls }; c.Send(m);""",
        "Send: smtp.gmail.com:465 None, no login / Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "switch expression over providers",
        """var (host, port) = s switch { "ms" => ("smtp.office365.com", 587), "old" => ("smtp.live.com", 25), _ => ("localhost", 2525) }; var c = new SmtpClient(host, port); c.Send(m);""",
        "Send: localhost:2525 unset, no login / Send: smtp.live.com:25 unset, no login / Send: smtp.office365.com:587 unset, no login"
    )]
    [InlineData(
        "if-chain on the mail domain",
        """string h = ""; int p = 0; if (s.EndsWith("gmail.com")) { h = "smtp.gmail.com"; p = 465; } else if (s.EndsWith("contoso.com")) { h = "smtp.office365.com"; p = 25; } var c = new SmtpClient(h, p); c.Send(m);""",
        "Send: :0 unset, no login / Send: smtp.office365.com:25 unset, no login / Send: smtp.gmail.com:465 unset, no login"
    )]
    [InlineData(
        "host from outside, the rest literal",
        """var c = new SmtpClient(s) { Port = 587, EnableSsl = true, TargetName = "STARTTLS/smtp.office365.com" }; c.Send(m);""",
        "Send: ?:587 StartTls, no login"
    )]
    [InlineData(
        "pickup directory",
        """var c = new SmtpClient("smtp.office365.com") { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = s }; c.Send(m);""",
        "Send: ?:unset unset, no login"
    )]
    public void SystemNetMail(string name, string body, string facts) =>
        Assert.Equal((name, facts), (name, Facts.OfBody(body)));

    [Theory]
    [InlineData(
        "STARTTLS",
        """k.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);""",
        "Connect: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "implicit",
        """k.Connect("h", 465, SecureSocketOptions.SslOnConnect);""",
        "Connect: h:465 Implicit, no login"
    )]
    [InlineData(
        "where offered",
        """k.Connect("h", 587, SecureSocketOptions.StartTlsWhenAvailable);""",
        "Connect: h:587 Opportunistic, no login"
    )]
    [InlineData("auto", """k.Connect("h", 587, SecureSocketOptions.Auto);""", "Connect: h:587 Opportunistic, no login")]
    [InlineData(
        "auto on 465",
        """k.Connect("h", 465, SecureSocketOptions.Auto);""",
        "Connect: h:465 Implicit, no login"
    )]
    [InlineData("none", """k.Connect("h", 25, SecureSocketOptions.None);""", "Connect: h:25 None, no login")]
    [InlineData("port 0, none", """k.Connect("h", 0, SecureSocketOptions.None);""", "Connect: h:25 None, no login")]
    [InlineData(
        "port 0, implicit",
        """k.Connect("h", 0, SecureSocketOptions.SslOnConnect);""",
        "Connect: h:465 Implicit, no login"
    )]
    [InlineData("port 0, auto", """k.Connect("h", 0);""", "Connect: h:25 Opportunistic, no login")]
    [InlineData("false", """k.Connect("h", 587, false);""", "Connect: h:587 Opportunistic, no login")]
    [InlineData(
        "named, reordered",
        """k.Connect(options: SecureSocketOptions.StartTls, port: 587, host: "h");""",
        "Connect: h:587 StartTls, no login"
    )]
    [InlineData(
        "async, token",
        """k.ConnectAsync("h", 587, SecureSocketOptions.StartTls, default).Wait();""",
        "Connect: h:587 StartTls, no login"
    )]
    [InlineData(
        "async, ConfigureAwait",
        """k.ConnectAsync("h", 587, true).ConfigureAwait(false).GetAwaiter().GetResult();""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "smtp address",
        """k.Connect(new System.Uri("smtp://h:587"));""",
        "Connect: h:587 Opportunistic, no login"
    )]
    [InlineData(
        "smtp address, STARTTLS",
        """k.Connect(new System.Uri("smtp://h:587/?starttls=always"));""",
        "Connect: h:587 StartTls, no login"
    )]
    [InlineData(
        "smtp address without port",
        """k.Connect(new System.Uri("smtp://h"));""",
        "Connect: h:25 Opportunistic, no login"
    )]
    [InlineData(
        "smtps address without port",
        """k.Connect(new System.Uri("smtps://h"));""",
        "Connect: h:465 Implicit, no login"
    )]
    [InlineData(
        "options by condition",
        """k.Connect("h", 587, b ? SecureSocketOptions.StartTls : SecureSocketOptions.None);""",
        "Connect: h:587 ?, no login"
    )]
    [InlineData(
        "password",
        """k.Connect("h", 587, true); k.Authenticate("a@contoso.com", s);""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, password a@contoso.com"
    )]
    [InlineData(
        "password with encoding",
        """k.Connect("h", 587, true); k.Authenticate(System.Text.Encoding.UTF8, "a@contoso.com", s);""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, password a@contoso.com"
    )]
    [InlineData(
        "credential",
        """k.Connect("h", 587, true); k.Authenticate(new NetworkCredential("a@contoso.com", s));""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, password a@contoso.com"
    )]
    [InlineData(
        "LOGIN",
        """k.Connect("h", 587, true); k.Authenticate(new SaslMechanismLogin("a@contoso.com", s));""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, LOGIN a@contoso.com"
    )]
    [InlineData(
        "PLAIN by credential",
        """k.Connect("h", 587, true); k.Authenticate(new SaslMechanismPlain(new NetworkCredential("a@contoso.com", s)));""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, PLAIN a@contoso.com"
    )]
    [InlineData(
        "XOAUTH2",
        """k.Connect("h", 587, true); var sasl = new SaslMechanismOAuth2("a@contoso.com", s); k.Authenticate(sasl);""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, XOAUTH2 a@contoso.com"
    )]
    [InlineData(
        "OAUTHBEARER",
        """k.Connect("h", 587, true); k.Authenticate(new SaslMechanismOAuthBearer("a@contoso.com", s));""",
        "Connect: h:587 Implicit, no login / Authenticate: h:587 Implicit, OAUTHBEARER a@contoso.com"
    )]
    [InlineData(
        "message",
        """k.Connect("h", 587, true); var mail = new MimeMessage(); mail.From.Add(new MailboxAddress("A", "a@contoso.com")); k.Send(mail);""",
        "Connect: h:587 Implicit, no login / Send: h:587 Implicit, no login, from a@contoso.com"
    )]
    [InlineData(
        "message, parsed address",
        """k.Connect("h", 587, true); var mail = new MimeMessage(); mail.From.Add(MailboxAddress.Parse("a@contoso.com")); k.Send(mail);""",
        "Connect: h:587 Implicit, no login / Send: h:587 Implicit, no login, from a@contoso.com"
    )]
    [InlineData(
        "message, two senders",
        """k.Connect("h", 587, true); var mail = new MimeMessage(); mail.From.Add(MailboxAddress.Parse("a@contoso.com")); mail.From.Add(MailboxAddress.Parse("b@contoso.com")); k.Send(mail);""",
        "Connect: h:587 Implicit, no login / Send: h:587 Implicit, no login"
    )]
    [InlineData(
        "any certificate",
        """k.ServerCertificateValidationCallback = (_, _, _, _) => true; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login, any certificate"
    )]
    [InlineData(
        "certificates checked",
        """k.ServerCertificateValidationCallback = (_, _, _, errors) => errors == System.Net.Security.SslPolicyErrors.None; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "old TLS taken away",
        """k.SslProtocols &= ~System.Security.Authentication.SslProtocols.Tls11; System.Net.ServicePointManager.SecurityProtocol &= ~System.Net.SecurityProtocolType.Tls; k.Connect("h", 587, true);""",
        "Process: ?:? ? / Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "old TLS added",
        """System.Net.ServicePointManager.SecurityProtocol |= System.Net.SecurityProtocolType.Tls | System.Net.SecurityProtocolType.Tls12; new System.Net.Mail.SmtpClient("h", 587).Send("a@contoso.com", "b@contoso.com", "s", "b");""",
        "Process: ?:? ?, TLS 1.0 / Send: h:587 unset, no login, from a@contoso.com"
    )]
    [InlineData(
        "old TLS that MailKit does not read",
        """System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "a callback that throws",
        """k.ServerCertificateValidationCallback = (_, _, _, errors) => errors == 0 ? true : throw new System.InvalidOperationException(); k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "a callback that throws in a block",
        """k.ServerCertificateValidationCallback = (_, _, _, errors) => { if (errors != 0) throw new System.InvalidOperationException(); return true; }; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "a callback that calls a check",
        """static void Check(System.Net.Security.SslPolicyErrors errors) { if (errors != 0) throw new System.InvalidOperationException(); } k.ServerCertificateValidationCallback = (_, _, _, errors) => { Check(errors); return true; }; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "a callback that throws through a library",
        """k.ServerCertificateValidationCallback = (_, _, _, errors) => { if (errors != 0) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(new System.Exception()); return true; }; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "any certificate, logged",
        """k.ServerCertificateValidationCallback = (_, _, _, errors) => { System.Console.WriteLine(errors); return true; }; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login, any certificate"
    )]
    [InlineData(
        "old TLS",
        """k.SslProtocols = System.Security.Authentication.SslProtocols.Tls11 | System.Security.Authentication.SslProtocols.Tls12; k.Connect("h", 587, true);""",
        "Connect: h:587 Implicit, no login, TLS 1.1"
    )]
    [InlineData(
        "two connections, one client",
        """k.Connect("a", 25, false); k.Disconnect(true); k.Connect("b", 587, SecureSocketOptions.StartTls);""",
        "Connect: a:25 Opportunistic, no login / Connect: b:587 StartTls, no login"
    )]
    public void MailKit(string name, string body, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfCSharp(
                    $$"""
                    using System.Net; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                    class C {
                        void M(bool b, string s) {
                            using var k = new SmtpClient();
                            {{body}}
                        }
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        "consts of the class",
        """class C { const string Host = "smtp.office365.com"; const int Port = 25; void M(MailMessage m) { new SmtpClient(Host, Port).Send(m); } }""",
        "Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "static readonly fields",
        """class C { static readonly string Host = "h"; static readonly int Port = 465; void M(MailMessage m) { new SmtpClient(Host, Port).Send(m); } }""",
        "Send: h:465 unset, no login"
    )]
    [InlineData(
        "mutable private fields nobody assigns",
        """class C { private string host = "h"; int port = 587; void M(MailMessage m) { var c = new SmtpClient(host, port); c.Send(m); } }""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "a mutable field somebody assigns",
        """class C { private string host = "h"; int port = 587; void Set(int p) { port = p; } void M(MailMessage m) { var c = new SmtpClient(host, port); c.Send(m); } }""",
        "Send: h:? unset, no login"
    )]
    [InlineData(
        "a public field anybody may assign",
        """public class C { public int Port = 587; void M(MailMessage m) { var c = new SmtpClient("h", Port); c.Send(m); } }""",
        "Send: h:? unset, no login"
    )]
    [InlineData(
        "fields from the constructor",
        """class C { readonly string host; readonly int port; C() { host = "smtp.office365.com"; port = 25; } void M(MailMessage m) => new SmtpClient(host, port).Send(m); }""",
        "Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "MailAddress in a field",
        """class C { readonly MailAddress from = new MailAddress("a@contoso.com", "A"); void M() { var m = new MailMessage(); m.From = from; new SmtpClient("h", 25).Send(m); } }""",
        "Send: h:25 unset, no login, from a@contoso.com"
    )]
    [InlineData(
        "getters",
        """class C { string Host => "h"; int Port { get { return 587; } } bool Tls { get; } = true; void M(MailMessage m) => new SmtpClient(Host, Port) { EnableSsl = Tls }.Send(m); }""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "factory, then properties",
        """class C { static SmtpClient Make() => new SmtpClient("smtp.office365.com") { Port = 587 }; void M(MailMessage m) { var c = Make(); c.EnableSsl = true; c.Send(m); } }""",
        "Leaves: smtp.office365.com:587 unset, no login / Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "helper that sets TLS",
        """class C { static void Ssl(SmtpClient c) { c.EnableSsl = true; } void M(MailMessage m) { var c = new SmtpClient("h", 587); Ssl(c); c.Send(m); } }""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "extension that sets TLS",
        """static class E { public static SmtpClient Secure(this SmtpClient c) { c.EnableSsl = true; return c; } } class C { void M(MailMessage m) => new SmtpClient("h", 587).Secure().Send(m); }""",
        "Send: h:587 StartTls, no login"
    )]
    [InlineData(
        "parameter default",
        """class C { void M(MailMessage m, string host = "smtp.office365.com", int port = 25) { var c = new SmtpClient(host, port); c.Send(m); } }""",
        "Send: ?:? unset, no login / Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "constructor default, then a field",
        """class C { readonly string host; readonly int port; public C(string host = "smtp.office365.com", int port = 465) { this.host = host; this.port = port; } void M(MailMessage m) { var c = new SmtpClient(host, port); c.Send(m); } }""",
        "Send: ?:? unset, no login / Send: smtp.office365.com:465 unset, no login"
    )]
    [InlineData(
        "own wrapper, static",
        """static class Mailer { public static void Send(string server, int port, string user, string pw, MailMessage m) { var c = new SmtpClient(server, port) { Credentials = new NetworkCredential(user, pw) }; c.Send(m); } } class C { void M(string pw, MailMessage m) => Mailer.Send("smtp.office365.com", 25, "a@contoso.com", pw, m); }""",
        "Send: ?:? unset, password ? / Send: smtp.office365.com:25 unset, password a@contoso.com"
    )]
    [InlineData(
        "own wrapper, constructor",
        """class Mailer { readonly string user, pw, host; readonly int port; readonly bool ssl; public Mailer(string user, string pw, string host, int port, bool ssl) { this.user = user; this.pw = pw; this.host = host; this.port = port; this.ssl = ssl; } public void Send(MailMessage m) { using var c = new SmtpClient(host, port) { EnableSsl = ssl, Credentials = new NetworkCredential(user, pw) }; c.Send(m); } } class C { void M(string pw, MailMessage m) => new Mailer("a@contoso.com", pw, "smtp.office365.com", 587, true).Send(m); }""",
        "Send: ?:? ?, password ? / Send: smtp.office365.com:587 StartTls, password a@contoso.com"
    )]
    [InlineData(
        "own wrapper, primary constructor",
        """class Mailer(string host, int port) { readonly SmtpClient client = new(host, port) { EnableSsl = true }; public void Send(MailMessage m) => client.Send(m); } class C { void M(MailMessage m) => new Mailer("smtp.office365.com", 2525).Send(m); }""",
        "Leaves: ?:? StartTls, no login / Leaves: smtp.office365.com:2525 StartTls, no login / Send: ?:? StartTls, no login / Send: smtp.office365.com:2525 StartTls, no login"
    )]
    [InlineData(
        "fluent builder",
        """class B { string host; int port; public B Host(string h) { host = h; return this; } public B Port(int p) { port = p; return this; } public SmtpClient Build() => new(host, port); } class C { void M(MailMessage m) => new B().Host("smtp.office365.com").Port(465).Build().Send(m); }""",
        "Leaves: ?:? unset, no login / Send: smtp.office365.com:465 unset, no login"
    )]
    [InlineData(
        "subclass",
        """class X : SmtpClient { public X() : base("smtp.live.com", 587) { EnableSsl = true; } } class C { void M(MailMessage m) => new X().Send(m); }""",
        "Leaves: smtp.live.com:587 StartTls / Send: smtp.live.com:587 StartTls, no login"
    )]
    [InlineData(
        "options class, new",
        """public class O { public string Host { get; set; } = "smtp.office365.com"; public int Port { get; set; } = 25; } class C { void M(MailMessage m) { var o = new O(); new SmtpClient(o.Host, o.Port).Send(m); } }""",
        "Send: smtp.office365.com:25 unset, no login"
    )]
    [InlineData(
        "options class, new with other values",
        """public class O { public string Host { get; set; } = "smtp.office365.com"; public int Port { get; set; } = 25; } class C { void M(MailMessage m, int p) { var o = new O { Port = p }; new SmtpClient(o.Host, o.Port).Send(m); } }""",
        "Send: smtp.office365.com:? unset, no login"
    )]
    [InlineData(
        "options class, injected",
        """public class O { public string Host { get; set; } = "smtp.office365.com"; public int Port { get; set; } = 25; } class C { readonly O o; public C(O o) { this.o = o; } void M(MailMessage m) { var c = new SmtpClient(o.Host, o.Port); c.Send(m); } }""",
        "Send: smtp.office365.com:25 unset, no login / Send: ?:? unset, no login"
    )]
    [InlineData(
        "options record",
        """record O(string Host, int Port = 25, bool Ssl = false); class C { void M(MailMessage m) { var o = new O("smtp.office365.com", 587); var c = new SmtpClient(o.Host, o.Port) { EnableSsl = o.Ssl }; c.Send(m); } }""",
        "Send: smtp.office365.com:587 None, no login"
    )]
    [InlineData(
        "options object filled by the caller's lambda",
        """public class O { public string Host; public int Port; } class C { void M(System.Action<System.Action<O>> configure) => configure(o => { o.Host = "smtp.office365.com"; o.Port = 465; }); }""",
        "Mention: smtp.office365.com:465 ?"
    )]
    [InlineData(
        "client handed in, then set",
        """class C { void M(SmtpClient c, MailMessage m) { c.Host = "smtp.office365.com"; c.Port = 465; c.EnableSsl = true; c.Send(m); } }""",
        "Leaves: smtp.office365.com:465 StartTls / Send: smtp.office365.com:465 StartTls"
    )]
    [InlineData(
        "client handed in, then changed in a lambda",
        """abstract class C { protected abstract void Run(System.Action later); void M(SmtpClient c, MailMessage m) { c.Host = "h"; c.Port = 587; Run(() => c.Port = 2525); c.Send(m); } }""",
        "Send: ?:? ?"
    )]
    [InlineData(
        "options class without a login",
        """class O { public ICredentialsByHost Login { get; set; } = null; } class C { void M(MailMessage m) { var o = new O(); new SmtpClient("h", 587) { Credentials = o.Login }.Send(m); } }""",
        "Send: h:587 unset, no login"
    )]
    [InlineData(
        "options class with a login to be set",
        """class O { public ICredentialsByHost Login { get; set; } } class C { void M(MailMessage m) { var o = new O(); new SmtpClient("h", 587) { Credentials = o.Login }.Send(m); } }""",
        "Send: h:587 unset"
    )]
    [InlineData(
        "preset list of records",
        """record P(string Name, string Host, int Port); class C { static readonly P[] All = [new("ms", "smtp.office365.com", 465), new("g", "smtp.gmail.com", 465)]; }""",
        "Mention: smtp.office365.com:465 ?"
    )]
    [InlineData(
        "preset dictionary of tuples",
        """class C { static readonly System.Collections.Generic.Dictionary<string, (string Host, int Port)> All = new() { ["g"] = ("smtp.gmail.com", 465), ["ms"] = ("smtp-mail.outlook.com", 465) }; }""",
        "Mention: smtp-mail.outlook.com:465 ?"
    )]
    [InlineData(
        "a value taken from a dictionary is not known",
        """class C { void M(MailMessage m) { var d = new System.Collections.Generic.Dictionary<string, int> { ["a"] = 25 }; d["b"] = 465; new SmtpClient("h", d["a"]).Send(m); } }""",
        "Send: h:? unset, no login"
    )]
    [InlineData(
        "each host of an account with its own port",
        """record A(string ImapHost, int ImapPort, string SmtpHost, int SmtpPort); class C { public static readonly A M365 = new("outlook.office365.com", 993, "smtp.office365.com", 587); public static readonly MailAddress From = null; }""",
        "Mention: smtp.office365.com:587 ?"
    )]
    [InlineData(
        "a helper called in a loop",
        """class C { void One(MailMessage m, string pw) { using var c = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", pw) }; c.Send(m); } void M(MailMessage[] all, string pw) { foreach (var m in all) One(m, pw); } }""",
        "Send: smtp.office365.com:587 StartTls, password a@contoso.com / Send: smtp.office365.com:587 StartTls, password a@contoso.com, LoopWithoutPause"
    )]
    [InlineData(
        "a helper's choice does not disturb the caller's",
        """class C { static int Port(string s) => s == null ? 25 : 587; void M(MailMessage m, string s) { var c = new SmtpClient(s == null ? "a.example" : "a.example", Port(s)); c.Send(m); } }""",
        "Send: a.example:? unset, no login"
    )]
    [InlineData(
        "host by a method that knows several",
        """class C { static string Host(string user) { if (user.EndsWith("gmail.com")) return "smtp.gmail.com"; if (user.EndsWith("live.com")) return "smtp.live.com"; return "smtp.office365.com"; } void M(string user, MailMessage m) { var c = new SmtpClient(Host(user), 587) { EnableSsl = true }; c.Send(m); } }""",
        "Mention: smtp.live.com:? ? / Mention: smtp.office365.com:? ? / Send: smtp.gmail.com:587 StartTls, no login / Send: smtp.live.com:587 StartTls, no login / Send: smtp.office365.com:587 StartTls, no login"
    )]
    [InlineData(
        "any certificate, after a method that calls itself",
        """class C { void M(MailKit.Net.Smtp.SmtpClient k) { k.ServerCertificateValidationCallback = (_, _, _, _) => { Count(3); return true; }; k.Connect("h", 587, true); } static int Count(int n) => n == 0 ? 0 : Count(n - 1); }""",
        "Connect: h:587 Implicit, no login, any certificate"
    )]
    [InlineData(
        "a certificate that a method may refuse",
        """class C { void M(MailKit.Net.Smtp.SmtpClient k) { k.ServerCertificateValidationCallback = (_, _, _, _) => { Check(3); return true; }; k.Connect("h", 587, true); } static int Check(int n) => n == 0 ? 0 : throw new System.Exception(); }""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "a certificate that a method behind a method may refuse",
        """class C { void M(MailKit.Net.Smtp.SmtpClient k) { k.ServerCertificateValidationCallback = (_, _, _, _) => { Check(3); return true; }; k.Connect("h", 587, true); } static int Check(int n) => Fail(n); static int Fail(int n) => n == 0 ? 0 : throw new System.Exception(); }""",
        "Connect: h:587 Implicit, no login"
    )]
    [InlineData(
        "a certificate that is checked by code out of sight",
        """abstract class C { void M(MailKit.Net.Smtp.SmtpClient k) { k.ServerCertificateValidationCallback = (_, _, _, _) => { Check(3); return true; }; k.Connect("h", 587, true); } protected abstract int Check(int n); }""",
        "Connect: h:587 Implicit, no login"
    )]
    public void Classes(string name, string code, string facts) =>
        Assert.Equal((name, facts), (name, Facts.OfCSharp("using System.Net; using System.Net.Mail;\n" + code)));

    [Fact]
    public void Consts_and_options_of_another_file() =>
        Assert.Equal(
            "Send: smtp.office365.com:587 ?, password a@contoso.com",
            Facts.OfCSharp(
                """
                using System.Net; using System.Net.Mail; using static Config;
                class C {
                    readonly MailOptions options = new();
                    void M(MailMessage m) {
                        using var c = new SmtpClient(Server, Port) { EnableSsl = options.Tls, Credentials = new NetworkCredential(options.User, Password) };
                        c.Send(m);
                    }
                }
                """,
                """
                static class Config { public const string Server = "smtp.office365.com"; public const int Port = 587; public const string Password = "secret"; }
                class MailOptions { public bool Tls { get; set; } public string User { get; set; } = "a@contoso.com"; }
                """
            )
        );
}
