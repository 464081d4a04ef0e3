namespace M365Smtp.Analyzers.Tests.Laws;

/// <summary>
/// The ways in which public code passes host, port and TLS to a client: one wrong file each, short enough to be typed
/// token by token.
/// </summary>
static class Shapes
{
    public static readonly Dictionary<string, string> All = new()
    {
        ["provider switch"] = """
            using System.Net.Mail; enum Provider { Microsoft, Own }
            class C {
                static (string Host, int Port, bool Tls) Get(Provider p) => p switch { Provider.Microsoft => ("smtp.live.com", 465, true), _ => ("mail.contoso.com", 25, false) };
                void M(Provider p, MailMessage m) { var (host, port, tls) = Get(p); using SmtpClient c = new(host, port) { EnableSsl = tls }; c.Send(m); }
            }
            """,
        ["parameter default"] = """
            using System.Net.Mail;
            class C { readonly string host; readonly int port; public C(string host = "smtp.office365.com", int port = 25) => (this.host, this.port) = (host, port); void M(MailMessage m) => new SmtpClient(host, port).Send(m); }
            """,
        ["subclass"] = """
            using System.Net; using System.Net.Mail;
            class Outbox : SmtpClient { public Outbox(string user, string password) : base("smtp.live.com", 587) { EnableSsl = true; Credentials = new NetworkCredential(user, password); } }
            """,
        ["presets"] = """
            using System.Collections.Generic; record Preset(string Name, string Host, int Port = 25) { public bool Tls { get; init; } }
            class C { static readonly Dictionary<string, string> Hosts = new() { ["outlook"] = "smtp.office.com", { "live", "smtp.live.com" } }; static readonly Preset[] All = { new("Office", "smtp.office365.com", 465) { Tls = true } }; Preset M(int i) => All[i] with { Port = 587 }; }
            """,
        ["wrapper"] = """
            using System.Net.Mail;
            static class Mailer { public static void Send(string host, int port, string user, string password, bool tls = false) { var c = new SmtpClient(host, port) { EnableSsl = tls, Credentials = new System.Net.NetworkCredential(user, password) }; c.Send("a@contoso.com", "b@contoso.com", "s", "b"); } }
            class C { void M() => Mailer.Send("smtp.office365.com", port: 465, "app", "Tundra!Pepper19", tls: true); }
            """,
        ["options"] = """
            using System.Net.Mail; class MailOptions { public string Host { get; set; } = "smtp.outlook.com"; public int? Port { get; set; } public Login Login { get; } = new(); } class Login { public string User = "app", Password = ""; }
            class C { readonly MailOptions options; C(MailOptions? options) { this.options = options ?? new MailOptions { Port = 465 }; } void M(MailMessage m) { var c = new SmtpClient(options.Host, options.Port ?? 25) { Credentials = new System.Net.NetworkCredential(options.Login.User, options.Login.Password) }; c.Send(m); } }
            """,
        ["calls of MailKit"] = """
            using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
            class C { async Task M(MimeMessage m, string pw) { using var c = new SmtpClient { ServerCertificateValidationCallback = (s, e, n, x) => true }; await c.ConnectAsync("smtp.office365.com", 587, options: SecureSocketOptions.None).ConfigureAwait(false); if (c.IsConnected) await c.AuthenticateAsync("app", pw); _ = await c.SendAsync(m); } }
            """,
        ["from configuration"] = """
            using System; using System.Configuration; using System.Net.Mail;
            class C { void M(MailMessage m) { var host = Environment.GetEnvironmentVariable("H") ?? "smtp.office365.com"; var port = int.Parse(Environment.GetEnvironmentVariable("P") ?? "465"); using (var c = new SmtpClient(host) { Port = port, TargetName = $"STARTTLS/{host}" }) { try { c.Send(m); } catch (SmtpException e) when (e.StatusCode == SmtpStatusCode.GeneralFailure) { throw; } finally { c.Dispose(); } } } }
            """,
        ["lambdas and loops"] = """
            using System; using System.Net.Mail;
            class C { readonly Lazy<SmtpClient> client = new(() => new SmtpClient("smtp.office365.com", 465)); void M(MailMessage[] all) { foreach (var m in all) { void One(MailMessage one) => client.Value.Send(one); for (var i = 0; i < 3; i++) One(m); } Action<SmtpClient> set = c => c.EnableSsl = false; set(client.Value); } }
            """,
        ["if-chain"] = """
            using System.Net.Mail;
            class C { string? host; int port; void M(string from, MailMessage m) { if (from.EndsWith("@outlook.com")) { host = "smtp.live.com"; port = 465; } else if (from is "a@gmail.com") (host, port) = ("smtp.gmail.com", 587); else goto end; host ??= "smtp.office365.com"; SmtpClient c = new SmtpClient(host, port); c.EnableSsl = port != 25 && !string.IsNullOrEmpty(host); c.Send(m); end: return; } }
            """,
    };
}
