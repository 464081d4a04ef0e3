namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Values that reach a client through other code: helpers, wrappers, interfaces, other files.</summary>
public class ReachTests
{
    [Fact]
    public void An_interface_call_is_read_in_its_only_implementation() =>
        Assert.Equal(
            "Connect: smtp.office365.com:587 Opportunistic, no login / Authenticate: smtp.office365.com:587 Opportunistic, password courier@adatum.com / Send: smtp.office365.com:587 Opportunistic, password courier@adatum.com",
            Facts.OfCSharp(
                """
                using MimeKit;
                class Courier {
                    readonly IOutbox outbox;
                    public Courier(IOutbox outbox) => this.outbox = outbox;
                    public void Run(MimeMessage message) => outbox.Push("smtp.office365.com", 587, "courier@adatum.com", "password", message);
                }
                """,
                """
                using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
                interface IOutbox { void Push(string server, int port, string user, string secret, MimeMessage message); }
                class MailOutbox : IOutbox {
                    public void Push(string server, int port, string user, string secret, MimeMessage message) {
                        using (var client = new SmtpClient()) {
                            client.Connect(server, port, SecureSocketOptions.StartTlsWhenAvailable);
                            client.Authenticate(user, secret);
                            client.Send(message);
                        }
                    }
                }
                """
            )
        );

    [Theory]
    [InlineData(
        "a lambda that changes a variable",
        "var port = 25; System.Action change = () => port = 587; System.GC.KeepAlive(change); new SmtpClient(\"h\", port).Send(m);",
        "Send: h:? unset, no login"
    )]
    [InlineData(
        "a copy of a struct",
        "var a = new Place { Port = 25 }; var b = a; b.Port = 587; new SmtpClient(\"h\", a.Port).Send(m);",
        "Send: h:25 unset, no login"
    )]
    [InlineData(
        "a field that a constructor sets",
        "new SmtpClient(other.Host, 25).Send(m);",
        "Send: ?:25 unset, no login"
    )]
    [InlineData(
        "a field that a method we do not read may reach",
        "mine = new SmtpClient(\"h\", 25); Later(m); mine.Send(m);",
        "Leaves: h:25 unset, no login / Send: ?:? ?"
    )]
    public void A_value_that_other_code_may_change_is_unknown(string name, string body, string facts) =>
        Assert.Equal(
            (name, facts),
            (
                name,
                Facts.OfCSharp(
                    $$"""
                    using System.Net.Mail;
                    struct Place { public int Port; }
                    class Other { public readonly string Host = "a"; public Other(string host) { Host = host; } }
                    abstract class C {
                        SmtpClient mine;
                        protected abstract void Later(MailMessage message);
                        void M(MailMessage m, Other other) { {{body}} }
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData("a property", "class Settings : ISettings { }", "ISettings s", "s.Port")]
    [InlineData("of a base class", "abstract class Base : ISettings { } class Settings : Base { }", "ISettings s", "s.Port")]
    [InlineData("of a struct", "struct Settings : ISettings { }", "ISettings s", "s.Port")]
    [InlineData("an indexer", "class Settings : ISettings { }", "ISettings s", "s[0]")]
    [InlineData("a method", "class Settings : ISettings { }", "ISettings s", "s.GetPort()")]
    public void A_default_of_an_interface_that_its_only_class_keeps_is_read(
        string name,
        string type,
        string parameter,
        string port
    ) =>
        Assert.Equal(
            (name, "Send: h:465 unset, no login"),
            (
                name,
                Facts.OfCSharp(
                    $$"""
                    using System.Net.Mail;
                    interface ISettings {
                        int Port => 465;
                        int this[int i] => 465;
                        int GetPort() => 465;
                    }
                    {{type}}
                    class C { void M({{parameter}}, MailMessage m) => new SmtpClient("h", {{port}}).Send(m); }
                    """
                )
            )
        );

    [Theory]
    [InlineData("class Settings : ISettings { public int Port => 587; } class Others : ISettings { }", "?")]
    [InlineData("class Settings : ISettings { public int Port => 587; }", "587")]
    [InlineData("interface IInner : ISettings { int ISettings.Port => 25; } class Settings : IInner { }", "25")]
    [InlineData("interface IInner : ISettings { abstract int ISettings.Port { get; } }", "?")]
    public void A_default_of_an_interface_is_replaced_by_the_class(string types, string port) =>
        Assert.Equal(
            $"Send: h:{port} unset, no login",
            Facts.OfCSharp(
                $$"""
                using System.Net.Mail;
                interface ISettings { int Port => 465; }
                {{types}}
                class C { void M(ISettings s, MailMessage m) => new SmtpClient("h", s.Port).Send(m); }
                """
            )
        );

    [Fact]
    public void A_static_default_of_an_interface_read_through_a_type_parameter_does_not_end_the_compiler() =>
        Facts.OfCSharp(
            """
            using System.Net.Mail;
            interface ISettings { static virtual int Port => 465; }
            class Settings : ISettings { }
            class C { void M<T>(MailMessage m) where T : ISettings => new SmtpClient("h", T.Port).Send(m); }
            """
        );

    [Fact]
    public void The_defaults_of_injected_options_meet_at_the_sign_in() =>
        Assert.Equal(
            "Connect: smtp.office365.com:587 StartTls, no login / Connect: ?:? StartTls, no login / Authenticate: smtp.office365.com:587 StartTls, password ? / Authenticate: ?:? StartTls, password ?",
            Facts.OfCSharp(
                """
                using System.Threading.Tasks; using MailKit.Net.Smtp; using MailKit.Security;
                class Box {
                    readonly MailOptions o;
                    public Box(MailOptions options) => o = options;
                    public async Task Write() {
                        using var smtp = new SmtpClient();
                        await smtp.ConnectAsync(o.SmtpHost, o.SmtpPort, SecureSocketOptions.StartTls);
                        await smtp.AuthenticateAsync(o.User, o.Password);
                    }
                }
                """,
                """
                public class MailOptions {
                    public string SmtpHost { get; set; } = "smtp.office365.com";
                    public int SmtpPort { get; set; } = 587;
                    public string User { get; set; } = "";
                    public string Password { get; set; } = "";
                }
                """
            )
        );

    [Theory]
    [InlineData(
        "the default of a parameter",
        "void M(Action<string, int> send, string host = \"smtp.office365.com\") => send(host, 25);"
    )]
    [InlineData(
        "a field",
        "readonly string host = \"smtp.office365.com\"; void M(Action<string, int> send) => send(host, 25);"
    )]
    [InlineData(
        "a getter",
        "string Host => \"smtp.office365.com\"; void M(Action<string, int> send) => send(Host, 25);"
    )]
    [InlineData("a constant of another file", "void M(Action<string, int> send) => send(Place.Host, 25);")]
    [InlineData(
        "an interface with one implementation",
        "readonly IPlace place; void M(Action<string, int> send) => send(place.Name, 25);"
    )]
    [InlineData(
        "a local function",
        "void M(Action<string, int> send) { Go(); void Go() => send(\"smtp.office365.com\", 25); }"
    )]
    public void A_method_that_names_no_client_is_read_where_a_host_may_reach_it(string name, string members) =>
        Assert.Equal(
            (name, "Mention: smtp.office365.com:25 ?"),
            (
                name,
                Facts.OfCSharp(
                    $"using System; class C {{ /* sends by SMTP */ {members} }}",
                    """
                    interface IPlace { string Name { get; } }
                    class Place : IPlace { public const string Host = "smtp.office365.com"; public string Name => Host; }
                    """
                )
            )
        );

    [Theory]
    [InlineData("a method of its own", "choice.Take(465);", "")]
    [InlineData(
        "a method that receives it",
        "Chooser.Take(choice, 465);",
        "static class Chooser { public static void Take(Choice choice, int number) => choice.Taken = number; }"
    )]
    [InlineData(
        "a long method, while it holds a host",
        "choice.Name = \"smtp.office365.com\"; Chooser.Take(choice, 465);",
        "static class Chooser { public static void Take(Choice choice, int number) { " + LongCode + " choice.Taken = number; } }"
    )]
    [InlineData(
        "a long method, while it holds a client",
        "choice.Held = new SmtpClient(); Chooser.Take(choice, 465);",
        "static class Chooser { public static void Take(Choice choice, int number) { " + LongCode + " choice.Taken = number; } }"
    )]
    [InlineData(
        "a long method beside a client",
        "Chooser.Take(choice, 465, new SmtpClient());",
        "static class Chooser { public static void Take(Choice choice, int number, object one) { "
            + LongCode
            + " choice.Taken = number; } }"
    )]
    [InlineData(
        "a long method that it says nothing to",
        "Chooser.Take(choice, 465);",
        "static class Chooser { public static void Take(Choice choice, int number) { " + LongCode + " choice.Taken = number; } }",
        "?"
    )]
    public void An_object_is_followed_into_a_file_without_a_word_of_mail(
        string name,
        string use,
        string types,
        string port = "465"
    ) =>
        Assert.Contains(
            $"Send: smtp.office365.com:{port} unset, no login",
            Facts.OfCSharp(
                $$"""
                using System.Net.Mail;
                class C {
                    // {{name}}
                    void M(MailMessage m) {
                        var choice = new Choice();
                        {{use}}
                        new SmtpClient("smtp.office365.com", choice.Taken).Send(m);
                    }
                }
                """,
                "class Choice { public int Taken { get; set; } public string Name { get; set; } public object Held { get; set; } "
                    + "public void Take(int number) => Taken = number; } "
                    + types
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(1, "465")]
    [InlineData(2, "465")]
    [InlineData(3, "465")]
    [InlineData(5, "465")]
    [InlineData(6, "?")]
    public void A_wrapper_may_stand_around_a_wrapper(int count, string port)
    {
        var wrappers = string.Concat(
            Enumerable.Range(1, count).Select(i => $"static int Port{i}() => {(i == count ? "465" : $"Port{i + 1}()")}; ")
        );
        Assert.Equal(
            (count, $"Send: h:{port} unset, no login"),
            (
                count,
                Facts.OfCSharp(
                    $$"""
                    using System.Net.Mail;
                    class C { void M(MailMessage m) => new SmtpClient("h", Port1()).Send(m); {{wrappers}} }
                    """
                )
            )
        );
    }

    [Theory]
    [InlineData(1, "SMTP1004")]
    [InlineData(4, "SMTP1004")]
    [InlineData(5, "SMTP1004")]
    [InlineData(6, "")]
    public async Task A_wrapper_passes_a_port_on(int count, string found)
    {
        var wrappers = string.Concat(
            Enumerable
                .Range(1, count)
                .Select(i =>
                    $"static void Send{i}(int port, MailMessage m) => "
                    + (
                        i == count
                            ? "new SmtpClient(\"smtp.office365.com\", port) { EnableSsl = true }.Send(m); "
                            : $"Send{i + 1}(port, m); "
                    )
                )
        );
        Assert.Equal(
            (count, found),
            (
                count,
                await Report.Of(
                    Report.CSharp(
                        $$"""
                        using System.Net.Mail;
                        class C { void M(MailMessage m) => Send1(465, m); {{wrappers}} }
                        """
                    ),
                    "SMTP4002",
                    "SMTP4005"
                )
            )
        );
    }

    [Theory]
    [InlineData("static int Port(int n) => n == 0 ? 465 : Port(n - 1);")]
    [InlineData("static int Port(int n) => n == 0 ? 465 : Other(n); static int Other(int n) => Port(n - 1);")]
    public void A_method_that_calls_itself_is_read_once(string methods) =>
        Assert.Equal(
            "Send: h:? unset, no login",
            Facts.OfCSharp(
                $$"""
                using System.Net.Mail;
                class C { void M(int n, MailMessage m) => new SmtpClient("h", Port(n)).Send(m); {{methods}} }
                """
            )
        );

    internal const string LongCode =
        "System.Console.WriteLine(\"A method of more than one hundred and sixty letters is read only if there is a reason, \" "
        + "+ \"and the reason is what it gets, or what its own code is about.\");";

    [Theory]
    [InlineData("NetworkCredential", "new(\"a@contoso.com\", s)", "c.Credentials = Make(s); c.Send(m);", ", password a@contoso.com")]
    [InlineData("MailAddress", "new(\"a@contoso.com\")", "m = new() { From = Make(s) }; c.Send(m);", ", no login, from a@contoso.com")]
    [InlineData("int", "default(List<NetworkCredential>) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", ", no login")]
    [InlineData("int", "default(NetworkCredential[]) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", ", no login")]
    [InlineData("int", "default(List<string>) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", null)]
    [InlineData("int", "default(Route) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", ", no login")]
    [InlineData("int", "default(Box) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", ", no login")]
    [InlineData("int", "default(Shop) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", ", no login")]
    [InlineData("int", "default(Derived) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", ", no login")]
    [InlineData("int", "default(Letter) == null ? 587 : 587", "c.Port = Make(s); c.Send(m);", null)]
    [InlineData("int", "465", "c.Port = Make(s); c.Send(m);", null)]
    public void A_long_method_is_read_for_the_type_of_its_result(string type, string made, string use, string? facts) =>
        Assert.Equal(
            (type, facts is null ? "Send: h:? unset, no login" : "Send: h:587 unset" + facts),
            (type, Long("using System.Collections.Generic; using System.Net; using System.Net.Mail;", "var c = new SmtpClient(\"h\", 587);", type, made, use))
        );

    [Theory]
    [InlineData("RemoteCertificateValidationCallback", "(_, _, _, _) => true", "k.ServerCertificateValidationCallback", ", any certificate")]
    [InlineData("SslProtocols", "(SslProtocols)768", "k.SslProtocols", ", TLS 1.1")]
    [InlineData("int", "768", "k.SslProtocols = (SslProtocols)", "")]
    public void A_long_method_is_read_for_a_setting_of_MailKit(string type, string made, string member, string facts)
    {
        var use = (member.Contains('=') ? member : member + " = ") + "Make(s); k.Connect(\"h\", 465, true);";
        Assert.Equal(
            (type, "Connect: h:465 Implicit, no login" + facts),
            (type, Long(Kit, "using var k = new SmtpClient();", type, made, use))
        );
    }

    [Theory]
    [InlineData("SecureSocketOptions", "SecureSocketOptions.SslOnConnect", "Implicit")]
    [InlineData("int", "2", "?")]
    public void A_long_method_is_read_for_TLS(string type, string made, string tls) =>
        Assert.Equal(
            (type, $"Connect: h:465 {tls}, no login"),
            (
                type,
                Long(Kit, "using var k = new SmtpClient();", type, made, "k.Connect(\"h\", 465, (SecureSocketOptions)Make(s));")
            )
        );

    [Fact]
    public async Task A_long_method_is_read_for_a_log_of_MailKit() =>
        Assert.Equal(
            "SMTP4008",
            await Report.Of(
                Report.CSharp(
                    $$"""
                    using MailKit; using MailKit.Net.Smtp; using MailKit.Security;
                    class C {
                        void M(string s, string token) {
                            using var k = new SmtpClient(Log(s));
                            k.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                            k.Authenticate(new SaslMechanismOAuth2("app@contoso.com", token));
                        }
                        static ProtocolLogger Log(string s) { {{LongCode}} return new ProtocolLogger("log") { RedactSecrets = false }; }
                    }
                    """
                )
            )
        );

    [Fact]
    public void A_long_method_is_read_for_a_sender_of_MailKit() =>
        Assert.Equal(
            "Connect: h:465 Implicit, no login / Send: h:465 Implicit, no login, from a@contoso.com",
            Long(
                Kit,
                "using var k = new SmtpClient();",
                "MailboxAddress",
                "new(\"a\", \"a@contoso.com\")",
                "k.Connect(\"h\", 465, true); var mail = new MimeMessage(); mail.From.Add(Make(s)); k.Send(mail);"
            )
        );

    const string Kit =
        "using System.Net.Mail; using System.Net.Security; using System.Security.Authentication; "
        + "using MailKit.Security; using MimeKit; using SmtpClient = MailKit.Net.Smtp.SmtpClient;";

    static string Long(string usings, string client, string type, string made, string use) =>
        Facts.OfCSharp(
            $$"""
            {{usings}}
            class C {
                void M(MailMessage m, string s) { {{client}} {{use}} }
                static {{type}} Make(string s) { {{LongCode}} return {{made}}; }
            }
            class Route { public string SmtpServer; }
            class Letter { /* sent by SMTP */ public string Text; }
            class Box { public FluentEmail.MailKitSmtp.SmtpClientOptions Options; }
            class Shop { System.Net.Mail.SmtpClient client; }
            class Derived : Route { }
            namespace FluentEmail.MailKitSmtp { class SmtpClientOptions { } }
            """
        );

    [Theory]
    [InlineData("static readonly Dictionary<string, string> All = ")]
    [InlineData("static Dictionary<string, string> All { get; } = ")]
    public async Task A_long_table_of_another_class_does_not_take_the_steps_of_a_method(string table) =>
        Assert.Equal(
            "SMTP1004",
            await Report.Of(
                Report.CSharp(
                    $$"""
                    using System.Collections.Generic; using System.Net; using System.Net.Mail;
                    class Mailer {
                        void Send(MailMessage m, string extension, NetworkCredential login) {
                            m.Attachments.Add(new Attachment("report", Types.All[extension]));
                            using var client = new SmtpClient("smtp.office365.com", 465);
                            (client.EnableSsl, client.Credentials) = (true, login);
                            client.Send(m);
                        }
                    }
                    static class Types {
                        public {{table}} new() { {{string.Concat(Enumerable.Range(0, 2000).Select(i => $"[\"a{i}\"] = \"b\", "))}} };
                    }
                    """
                ),
                "SMTP4002"
            )
        );

    [Fact]
    public async Task A_constructor_that_sends_is_followed() =>
        Assert.Equal(
            "SMTP1004",
            await Report.Of(
                Report.CSharp(
                    """
                    using System.Net.Mail;
                    class App { void Run() { new Notice(465); } }
                    class Notice {
                        public Notice(int port) {
                            using var client = new SmtpClient("smtp.office365.com", port) { EnableSsl = true };
                            client.Send("app@contoso.com", "info@contoso.com", "Started", "");
                        }
                    }
                    """
                ),
                "SMTP4002",
                "SMTP4005"
            )
        );

    [Fact]
    public async Task A_port_is_followed_into_a_method_that_configures_options() =>
        Assert.Equal(
            "SMTP1004",
            await Report.Of(
                Report.CSharp(
                    """
                    using System;
                    class MailOptions { public string SmtpHost { get; set; } public int Port { get; set; } }
                    static class Startup {
                        public static void Run(Action<Action<MailOptions>> configure) => Configure(configure, 465);
                        static void Configure(Action<Action<MailOptions>> configure, int port) =>
                            configure(options => { options.SmtpHost = "smtp.office365.com"; options.Port = port; });
                    }
                    """
                )
            )
        );

    [Fact]
    public async Task Types_that_follow_top_level_statements_are_read() =>
        Assert.Equal(
            "SMTP1001",
            await Report.Of(
                Report.CSharp(
                    """
                    // program
                    using System.Net.Mail;
                    System.Console.WriteLine("started");
                    class Mailer { void Send(MailMessage m) => new SmtpClient("smtp.live.com", 587) { EnableSsl = true }.Send(m); }
                    """
                ),
                "SMTP4002",
                "SMTP4005"
            )
        );

    [Fact]
    public async Task A_host_of_a_third_file_is_reported_where_the_code_uses_it()
    {
        var found = await Report.DiagnosticsOf(
            Report.CSharp(
                "class Orders { /* SMTP */ void Confirm(System.Net.Mail.MailMessage m) => Post.Send(Place.Host, 465, m); }",
                """
                using System.Net; using System.Net.Mail;
                static class Post {
                    public static void Send(string host, int port, MailMessage m) => new SmtpClient(host, port) { EnableSsl = true }.Send(m);
                }
                """,
                "static class Place { public const string Host = \"smtp.office365.com\"; /* SMTP */ }"
            )
        );
        Assert.Equal(
            "File0.cs SMTP1004",
            string.Join(
                ", ",
                found
                    .Where(one => one.Id == "SMTP1004")
                    .Select(one => $"{one.Location.SourceTree!.FilePath} {one.Id}")
            )
        );
    }

    [Fact]
    public async Task A_client_that_is_given_its_host_in_another_file_is_reported_only_there()
    {
        var found = await Report.DiagnosticsOf(
            Report.CSharp(
                """
                using System.Net.Mail;
                class Orders {
                    void Confirm(MailMessage m) { var client = new SmtpClient { EnableSsl = true }; Post.Send(client, m); }
                }
                """,
                """
                using System.Net; using System.Net.Mail;
                static class Post {
                    public static void Send(SmtpClient client, MailMessage m) {
                        client.Host = "smtp.office365.com";
                        client.Credentials = new NetworkCredential("app@contoso.com", "");
                        client.Send(m);
                    }
                }
                """
            )
        );
        Assert.Equal(
            "File1.cs SMTP4001, File1.cs SMTP4002",
            string.Join(", ", found.Select(one => $"{one.Location.SourceTree!.FilePath} {one.Id}"))
        );
    }
}
