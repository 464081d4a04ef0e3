using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Rules;

/// <summary>Usages as the engine would find them, built by hand. Each setting has its own location.</summary>
static class Mailer
{
    public const string M365 = "smtp.office365.com";
    public const string Mx = "contoso-com.mail.protection.outlook.com";
    public const string Communication = "smtp.azurecomm.net";
    public const string HighVolume = "smtp.hve.mx.microsoft";
    public const string Gmail = "smtp.gmail.com";

    /// <summary>A System.Net.Mail client that sends, correct except for its class and its password.</summary>
    public static SmtpUsage NetMailClient(string host = M365) =>
        new SmtpUsage(
            SmtpApi.SystemNetMail,
            Moment.Send,
            new(At(10, "client.Send(message)"), At(11, "Send"), At(12, "new SmtpClient()"), At(13, "SmtpClient"))
        )
        {
            DefaultCredentials = Fact<DefaultCredentials>.Unset,
            Pace = Fact<Pace>.Unset,
        }
            .To(host)
            .OnPort(587)
            .With(TlsMode.StartTls, "true")
            .SignedIn();

    /// <summary>A MailKit client that connects, correct except for its password.</summary>
    public static SmtpUsage MailKitClient(string host = M365) =>
        new SmtpUsage(
            SmtpApi.MailKit,
            Moment.Connect,
            new(At(10, "client.Connect(…)"), At(11, "Connect"), At(12, "new SmtpClient()"), At(13, "SmtpClient"))
        )
            .To(host)
            .OnPort(587)
            .With(TlsMode.StartTls, "SecureSocketOptions.StartTls")
            .SignedIn();

    /// <summary>A host and a port next to each other, without a visible client.</summary>
    public static SmtpUsage Preset(string host, int port) =>
        new SmtpUsage(SmtpApi.None, Moment.Mention, new(At(10, "(…)"), At(11, "(…)"), null, null))
            .To(host)
            .OnPort(port);

    /// <summary>ServicePointManager in a file that sends mail.</summary>
    public static SmtpUsage Process() => new(SmtpApi.None, Moment.Process, new(At(10, "x"), At(11, "x"), null, null));

    public static SmtpUsage To(this SmtpUsage use, string host) =>
        use with
        {
            Host = Literal(20, host),
            Endpoint = Hosts.Find(host),
        };

    public static SmtpUsage OnPort(this SmtpUsage use, int port) =>
        use with
        {
            Port = Fact.Known(port, At(30, $"{port}")),
        };

    public static SmtpUsage With(this SmtpUsage use, TlsMode mode, string text) =>
        use with
        {
            Tls = Fact.Known(mode, At(40, text)),
        };

    /// <summary>With a password; an omitted part is unknown.</summary>
    public static SmtpUsage SignedIn(
        this SmtpUsage use,
        string? user = null,
        string? password = null,
        string? domain = null
    ) =>
        use.SignedIn(
            new Credential(null, Known(51, user), Known(52, password))
            {
                Domain = domain is null ? Fact<string>.Unset : Literal(53, domain),
            }
        );

    public static SmtpUsage SignedIn(
        this SmtpUsage use,
        Credential credential,
        string text = "new NetworkCredential(user, secret)"
    ) => use with { Credential = Fact.Known(credential, At(50, text)) };

    /// <summary>With a token requested for that scope.</summary>
    public static SmtpUsage WithToken(this SmtpUsage use, string? scope = null, string mechanism = "XOAUTH2") =>
        use.SignedIn(
            new Credential(mechanism, Fact<string>.Unknown, Fact<string>.Unknown) { Scope = Known(54, scope) },
            "new SaslMechanismOAuth2(user, token)"
        );

    public static SmtpUsage NotSignedIn(this SmtpUsage use) => use with { Credential = Fact<Credential>.Unset };

    public static SmtpUsage From(this SmtpUsage use, string address) => use with { From = Literal(60, address) };

    /// <summary>A senders file: app, with the alias orders and Send As permission for the shared mailbox shop; and
    /// boss, a separate mailbox.</summary>
    public const string Listed = """
        {
          "version": 1,
          "acceptedDomains": ["contoso.com", "contoso.onmicrosoft.com"],
          "mailboxes": [
            { "upn": "app@contoso.com", "addresses": ["orders@contoso.com"], "sendAs": ["shop@contoso.com"] },
            { "upn": "shop@contoso.com", "kind": "shared", "addresses": ["store@contoso.com"], "sendAs": [] },
            { "upn": "boss@contoso.com", "addresses": ["ceo@contoso.com"], "sendAs": [] }
          ]
        }
        """;

    public static SmtpUsage Knowing(this SmtpUsage use, string sendersFile) =>
        use with
        {
            Senders = SendersFile.Read(SendersFile.Name, SourceText.From(sendersFile)).Directory,
        };

    public static SmtpUsage UsesDefaultCredentials(this SmtpUsage use, bool value, bool afterCredentials) =>
        use with
        {
            DefaultCredentials = Fact.Known(
                new DefaultCredentials(value, afterCredentials),
                At(70, value ? "true" : "false")
            ),
        };

    public static SmtpUsage AcceptsAnyCertificate(this SmtpUsage use, bool any = true) =>
        use with
        {
            AcceptsAnyCertificate = Fact.Known(any, At(80, "delegate { return true; }")),
        };

    public static SmtpUsage WithOldTls(this SmtpUsage use, string versions) =>
        use with
        {
            ObsoleteTls = Fact.Known(versions, At(81, "SslProtocols.Tls11")),
        };

    public static SmtpUsage RedactsSecrets(this SmtpUsage use, bool redacts) =>
        use with
        {
            RedactSecrets = Fact.Known(redacts, At(82, redacts ? "true" : "false")),
        };

    public static SmtpUsage Paced(this SmtpUsage use, Pace pace) =>
        use with
        {
            Pace = Fact.Known(pace, At(90, "foreach") with { SetOn = At(95, "catch") }),
        };

    /// <summary>Unset values get the library's defaults.</summary>
    public static SmtpUsage WithDefaultPortAndTls(this SmtpUsage use) =>
        Defaults.Resolve(use with { Port = Fact<int>.Unset, Tls = Fact<TlsMode>.Unset });

    public static SmtpUsage AtUnknownHost(this SmtpUsage use) =>
        use with
        {
            Host = Fact<string>.Unknown,
            Endpoint = null,
        };

    public static Fact<string> Literal(int start, string value) => Fact.Known(value, At(start, $"\"{value}\""));

    public static Origin At(int start, string text) =>
        new(Location.Create("Mail.cs", new TextSpan(start * 100, text.Length), default), text);

    static Fact<string> Known(int start, string? value) => value is null ? Fact<string>.Unknown : Literal(start, value);
}
