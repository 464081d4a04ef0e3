using M365Smtp.Analyzers.Tests.Settings.Projects;
using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Clients created by a lambda or a method held in a variable.</summary>
public class DelegateTests
{
    [Fact]
    public void A_lambda_that_is_called_has_changed_what_it_changes() =>
        Assert.Equal(
            "Send: h:587 unset, no login",
            Facts.OfBody(
                "var port = 25; System.Action change = () => port = 587; change(); new SmtpClient(\"h\", port).Send(m);"
            )
        );

    const string Bare = "new SmtpClient(\"smtp.office365.com\", 587)";

    [Theory]
    [InlineData("a local Func", $"Func<SmtpClient> make = () => {Bare}; make().Send(m);", "", "None")]
    [InlineData(
        "a local Func, TLS set by who calls it",
        $"Func<SmtpClient> make = () => {Bare}; var c = make(); c.EnableSsl = true; c.Send(m);",
        "",
        "StartTls"
    )]
    [InlineData(
        "a Func in a field",
        "make().Send(m);",
        $"static readonly Func<SmtpClient> make = () => {Bare};",
        "None"
    )]
    [InlineData(
        "a Func in a field that somebody replaces",
        "make().Send(m);",
        $"Func<SmtpClient> make = () => {Bare}; void Set(Func<SmtpClient> other) => make = other;",
        "?"
    )]
    [InlineData(
        "a Func handed in",
        "Use(Make);",
        $"static SmtpClient Make() => {Bare}; void Use(Func<SmtpClient> make) => make().Send(null);",
        "? None"
    )]
    [InlineData(
        "a Lazy in a field",
        "lazy.Value.Send(m);",
        $"static readonly Lazy<SmtpClient> lazy = new(() => {Bare});",
        "None"
    )]
    [InlineData(
        "a Lazy of a method",
        "lazy.Value.Send(m);",
        $"readonly Lazy<SmtpClient> lazy = new(Make, true); static SmtpClient Make() => {Bare};",
        "None"
    )]
    [InlineData(
        "a Lazy whose client a method sets up",
        "lazy.Value.Send(m);",
        $"readonly Lazy<SmtpClient> lazy = new(() => {Bare}); void Open() => lazy.Value.EnableSsl = true;",
        "?"
    )]
    [InlineData(
        "a Lazy set up and used",
        "lazy.Value.EnableSsl = true; lazy.Value.Send(m);",
        $"readonly Lazy<SmtpClient> lazy = new(() => {Bare});",
        "StartTls"
    )]
    [InlineData(
        "a Lazy that others reach",
        "Client.Value.Send(m);",
        $"public Lazy<SmtpClient> Client {{ get; }} = new(() => {Bare});",
        "?"
    )]
    [InlineData(
        "a Lazy handed on",
        "Later(lazy); lazy.Value.Send(m);",
        $"readonly Lazy<SmtpClient> lazy = new(() => {Bare}); protected abstract void Later(Lazy<SmtpClient> client);",
        "?"
    )]
    public void TLS_of_the_client_that_a_delegate_makes(string name, string body, string members, string tls)
    {
        var facts = Facts.OfCSharp(
            $"using System; using System.Net.Mail; public abstract class C {{ {members} void M(MailMessage m) {{ {body} }} }}"
        );
        var sent = facts
            .Split(" / ")
            .Where(fact => fact.StartsWith("Send:", StringComparison.Ordinal))
            .Select(fact => fact.Split(',')[0].Split(' ')[^1].Replace("unset", "None", StringComparison.Ordinal))
            .Distinct();
        Assert.Equal((name, tls), (name, string.Join(" ", sent)));
    }

    [Fact]
    public async Task Sends_in_parallel_with_a_client_from_a_Func() =>
        Assert.Equal(
            "SMTP4002 SMTP4001 SMTP5002",
            await Report.Of(
                Report.CSharp(
                    """
                    using System; using System.Collections.Generic; using System.Net; using System.Net.Mail; using System.Threading.Tasks;
                    class C {
                        static readonly Func<SmtpClient> Make = () => new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("a@contoso.com", "") };
                        void M(IEnumerable<MailMessage> all) => Parallel.ForEach(all, m => { using var c = Make(); c.Send(m); });
                    }
                    """
                )
            )
        );

    static (string, string) Registered(string arguments, string more = "") =>
        (
            "Startup.cs",
            $$"""
            static class Startup { public static void Add(IServiceCollection services, string secret) => services.AddTransient(_ =>
                new SmtpClient({{arguments}}) { {{more}}Credentials = new NetworkCredential("app@contoso.com", secret) }
            ); }
            class Shop(SmtpClient smtp) { public void Send(MailMessage message) => smtp.Send(message); }
            """
        );

    // Line 3 creates it.
    static (string, string) Sender(string register) =>
        (
            "Startup.cs",
            $$"""
            static class Startup {
                public static void Add(IServiceCollection services, IConfiguration config, string secret) {
                    {{register}}
                }
            }
            class Sender(string host, int port, string secret) {
                readonly string host = host; readonly int port = port;
                public int Spare { get; set; } = 587;
                public void Send(MailMessage message) { using var c = new SmtpClient(host, port) { EnableSsl = true, Credentials = new NetworkCredential("app@contoso.com", secret) }; c.Send(message); }
                public void Retry(MailMessage message) { using var c = new SmtpClient(host, Spare) { EnableSsl = true, Credentials = new NetworkCredential("app@contoso.com", secret) }; c.Send(message); }
            }
            """
        );

    static readonly MiniatureProject[] Containers =
    [
        new(
            "a registered client without TLS",
            Registered("\"smtp.office365.com\", 587", "«EnableSsl = true, ||SMTP2001»")
        ),
        new(
            "a registered client without a port",
            Registered("\"smtp.office365.com\"", "EnableSsl = true, «Port = 587, ||SMTP1005»")
        ),
        new(
            "a registered sender",
            Sender("services.AddTransient(_ => new Sender(\"smtp.office365.com\", «587|465|SMTP1004», secret));")
        ),
        new(
            "a registered sender with settings",
            Sender("services.AddScoped<Sender>(_ => new Sender(config[\"Smtp:Host\"]!, «587|465|SMTP1004», secret));"),
            Code.Json(Code.Host)
        ),
        new(
            "a sender made beforehand",
            Sender("services.AddSingleton(new Sender(\"smtp.office365.com\", «587|465|SMTP1004», secret));")
        ),
        new(
            "a registered sender of another file",
            (
                "Startup.cs",
                "static class Startup {\n public static void Add(IServiceCollection services, string secret) => services.AddTransient(_ => new Sender(\"smtp.office365.com\", secret));«||SMTP2001» }"
            ),
            (
                "Sender.cs",
                "class Sender(string host, string secret) { public void Send(MailMessage message) { using var c = new SmtpClient(host, 587) { EnableSsl = «true|false|», Credentials = new NetworkCredential(\"app@contoso.com\", secret) }; c.Send(message); } }"
            )
        ),
        new(
            "a sender whose port others may set",
            Sender(
                "services.AddSingleton(new Sender(\"«smtp.office365.com|smtp.live.com|SMTP1001»\", 587, secret) { Spare = 443 });"
            )
        ),
        new(
            "a registered client whose consumer sets TLS",
            Registered("\"smtp.office365.com\", «587|465|SMTP1004»"),
            ("Other.cs", "class Other(SmtpClient smtp) { public void Open() => smtp.EnableSsl = true; }")
        ),
        new(
            "a registered client whose consumer sets the port",
            Registered("\"«smtp.office365.com|smtp.live.com|SMTP1001»\"", "EnableSsl = true, "),
            ("Other.cs", "class Other(SmtpClient smtp) { public void Open() => smtp.Port = 587; }")
        ),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_client_that_a_container_hands_out(int project)
    {
        Assert.Equal(Containers[project].Expected(wrong: true), await Containers[project].Findings(wrong: true));
        Assert.Empty(await Containers[project].Findings(wrong: false));
    }
}
