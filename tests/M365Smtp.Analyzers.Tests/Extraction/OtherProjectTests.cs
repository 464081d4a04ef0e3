using System.Globalization;
using M365Smtp.Analyzers.Tests.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// Mail code that uses another project, once as an assembly, as in a build, and once as source, as in an editor and in
/// <c>dotnet format</c>: the same findings, each where the value enters this project.
/// </summary>
public class OtherProjectTests
{
    const string Library = """
        namespace Lib;
        public static class Mail
        {
            public const string Host = "smtp.office365.com";
            public const string OldHost = "smtp.live.com";
            public const int Port = 465;
            public const string Section = "Smtp";
            public const string Key = Section + ":Host";
            public const string NameOfHost = nameof(Host);
            public const int SamePort = Port;
            public const string SameHost = "smtp." + "live.com";
            public const bool Tls = !true;
            public static readonly string ReadOnlyHost = "smtp.office365.com";
            public static string Password => "Heron#Copper72";
            public static int PortOf(string host, int port = 465) => port;
            public static string Clean(string address) => address.Trim();
            public static bool IsSound(this string address) => address.Length > 0;
            public static void Fill(Options options, string host = "smtp.office365.com", int port = 465) { options.Host = host; options.Port = port; }
            public static void Secure(System.Net.Mail.SmtpClient client) => client.EnableSsl = true;
            public static System.Net.Mail.SmtpClient Make() => new("smtp.office365.com", 465);
            public static async System.Threading.Tasks.Task Turn() => await System.Threading.Tasks.Task.Delay(2000);
            public static T With<T>(this T client, System.Action<T> change) { change(client); return client; }
        }
        public class Options { public string Host { get; set; } = "smtp.office365.com"; public int Port { get; set; } = 465; public bool EnableSsl { get; set; } = true; }
        public record Row(string Host = "smtp.office365.com", int Port = 465);
        public struct Place { public string Host; public int Port; }
        public enum Ports { Relay = 25, Implicit = 465 }
        public interface IPlace { string Host { get; } string Server() => "smtp.live.com"; }
        public abstract class Base
        {
            protected readonly string host = "smtp.office365.com";
            protected virtual int Port => 465;
            protected System.Net.Mail.SmtpClient Client { get; } = new("smtp.office365.com", 465);
            public const string Subject = "hello" + " you";
            protected void Open() => Client.EnableSsl = true;
        }
        public class Office : System.Net.Mail.SmtpClient
        {
            public Office(string host, int port) : base(host, port) => EnableSsl = true;
            public Office() : base("smtp.office365.com", 587) { EnableSsl = true; Credentials = new System.Net.NetworkCredential("a@contoso.com", ""); }
        }
        public class Courier : MailKit.Net.Smtp.SmtpClient { public void Open() => Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls); }
        public static class Extensions { public static System.Net.Mail.SmtpClient UseTls(this System.Net.Mail.SmtpClient client) { client.EnableSsl = true; return client; } }
        """;

    [Theory]
    [InlineData(
        "a constant",
        "new SmtpClient(Lib.Mail.OldHost, 587)",
        "SMTP2001:new SmtpClient(Lib.Mail.OldHost, 587) SMTP1001:Lib.Mail.OldHost"
    )]
    [InlineData(
        "a computed constant",
        "new SmtpClient(Lib.Mail.SameHost, 587)",
        "SMTP2001:new SmtpClient(Lib.Mail.SameHost, 587) SMTP1001:Lib.Mail.SameHost"
    )]
    [InlineData(
        "a port",
        "new SmtpClient(Lib.Mail.Host, Lib.Mail.SamePort) { EnableSsl = true }",
        "SMTP1004:Lib.Mail.SamePort"
    )]
    [InlineData("a flag", "new SmtpClient(Lib.Mail.Host, 587) { EnableSsl = Lib.Mail.Tls }", "SMTP2001:Lib.Mail.Tls")]
    [InlineData(
        "an enum",
        "new SmtpClient(Lib.Mail.Host, (int)Lib.Ports.Implicit) { EnableSsl = true }",
        "SMTP1004:(int)Lib.Ports.Implicit"
    )]
    [InlineData("a name", "new SmtpClient(Lib.Mail.NameOfHost, 465)", "")]
    [InlineData(
        "a local constant made of one",
        "new SmtpClient(Copy, 587) { EnableSsl = true }",
        "SMTP1001:Lib.Mail.OldHost + \"\""
    )]
    [InlineData("a field that is not constant", "new SmtpClient(Lib.Mail.ReadOnlyHost, 465)", "")]
    [InlineData(
        "a method with a default",
        "new SmtpClient(Lib.Mail.Host, Lib.Mail.PortOf(\"x\")) { EnableSsl = true }",
        ""
    )]
    [InlineData("a factory", "Lib.Mail.Make()", "")]
    [InlineData(
        "a password",
        "new SmtpClient(Lib.Mail.Host, 587) { EnableSsl = true, Credentials = new NetworkCredential(\"a@contoso.com\", Lib.Mail.Password) }",
        ""
    )]
    [InlineData("a client of its own kind", "new Lib.Office(\"smtp.office365.com\", 587)", "")]
    [InlineData("a client that knows its host", "new Lib.Office()", "")]
    [InlineData("a subclass of such a client", "new Nested()", "")]
    [InlineData("TLS by an extension", "new SmtpClient(Lib.Mail.Host, 587).UseTls()", "")]
    [InlineData(
        "a method that is handed the client",
        "new SmtpClient(Lib.Mail.Host, 465).With(Lib.Mail.Secure)",
        "SMTP1004:465"
    )]
    [InlineData("a lambda that is handed on", "new SmtpClient(Lib.Mail.Host, 587).With(c => c.EnableSsl = true)", "")]
    [InlineData("options", "new SmtpClient(options.Host, options.Port)", "")]
    [InlineData(
        "options that are made here",
        "new SmtpClient(new Lib.Options().Host, new Lib.Options { Port = 25 }.Port)",
        ""
    )]
    [InlineData("options that are filled there", "Filled()", "")]
    [InlineData("a record", "new SmtpClient(new Lib.Row().Host, new Lib.Row(Port: 25).Port)", "")]
    [InlineData(
        "a struct",
        "new SmtpClient(new Lib.Place { Host = \"smtp.live.com\" }.Host, 587) { EnableSsl = true }",
        "SMTP1001:\"smtp.live.com\""
    )]
    [InlineData("an interface that is implemented here only", "new SmtpClient(place.Host, 465)", "")]
    [InlineData("a default of an interface", "new SmtpClient(place.Server(), 465)", "")]
    [InlineData("a client of the base class", "Mine()", "")]
    [InlineData("members of the base class", "new SmtpClient(host, Port)", "")]
    public async Task A_value_of_another_project_has_its_place_at_its_use(string story, string client, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Of(
                    $$"""
                    using System.Linq; using System.Net; using System.Net.Mail; using Lib;
                    class Here : IPlace { public string Host => "smtp.live.com"[..4]; }
                    class Nested : Office { public Nested() : base("smtp.office365.com", 587) { } }
                    class App : Base
                    {
                        const string Copy = Lib.Mail.OldHost + "";
                        readonly Options options; readonly IPlace place;
                        App(Options options, IPlace place) => (this.options, this.place) = (options, place);
                        SmtpClient Filled() { var o = new Options(); Lib.Mail.Fill(o); return new SmtpClient(o.Host, o.Port); }
                        SmtpClient Mine() { Open(); return Client; }
                        void Send(MailMessage message) { var client = {{client}}; message.Subject = Subject; client.Send(message); }
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        "a method group",
        "foreach (var t in to.Select(Lib.Mail.Clean)) client.Send(\"a@contoso.com\", t, \"s\", \"b\");",
        "SMTP5001:foreach"
    )]
    [InlineData(
        "an extension as a method group",
        "foreach (var t in to.Where(Lib.Mail.IsSound)) client.Send(\"a@contoso.com\", t, \"s\", \"b\");",
        "SMTP5001:foreach"
    )]
    [InlineData(
        "a method group in a variable",
        "System.Func<string, string> clean = Lib.Mail.Clean; client.Send(\"a@contoso.com\", clean(to[0]), \"s\", \"b\");",
        ""
    )]
    [InlineData(
        "a task that may wait",
        "foreach (var t in to) { await Lib.Mail.Turn(); client.Send(\"a@contoso.com\", t, \"s\", \"b\"); }",
        ""
    )]
    [InlineData(
        "a task that does not",
        "foreach (var t in to) { await Task.CompletedTask; client.Send(\"a@contoso.com\", t, \"s\", \"b\"); }",
        "SMTP5001:foreach"
    )]
    [InlineData(
        "a pattern",
        "if (to.Length == Lib.Mail.Port) client.Port = Lib.Mail.Port; client.Send(null);",
        "SMTP1004:Lib.Mail.Port"
    )]
    [InlineData(
        "a switch",
        "client.Port = to.Length switch { Lib.Mail.Port => 587, _ => 587 }; client.Send(null);",
        ""
    )]
    [InlineData(
        "an own kind of MailKit's client",
        "using var kit = new Lib.Courier(); kit.Open(); kit.Authenticate(\"app\", pw);",
        ""
    )]
    public async Task Code_of_another_project_is_not_read(string story, string body, string found) =>
        Assert.Equal(
            (story, found),
            (
                story,
                await Of(
                    $$"""
                    using System.Linq; using System.Net; using System.Net.Mail; using System.Threading.Tasks;
                    class App
                    {
                        async Task Send(string[] to, NetworkCredential login, string pw)
                        {
                            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = login };
                            {{body}}
                        }
                    }
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        "a key",
        "new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = config.GetValue<bool>(Lib.Mail.Section + \":Tls\") }",
        "SMTP2001"
    )]
    [InlineData("a computed key", "new SmtpClient(config[Lib.Mail.Key], 587) { EnableSsl = false }", "SMTP2001")]
    [InlineData(
        "options with a default, from Get",
        "new SmtpClient(mail.Host, 587) { EnableSsl = mail.EnableSsl }",
        ""
    )]
    [InlineData("options without any, from Get", "new SmtpClient(mail.Host, 587) { EnableSsl = mail.Unset }", "")]
    [InlineData("a key that the file has", "new SmtpClient(mail.Host, 587) { EnableSsl = mail.Tls }", "SMTP2001")]
    [InlineData("options of options", "new SmtpClient(mail.Host, 587) { EnableSsl = mail.Inner.EnableSsl }", "")]
    [InlineData("a default of a base class", "new SmtpClient(derived.Host, 587) { EnableSsl = derived.EnableSsl }", "")]
    [InlineData(
        "a default that a constructor sets",
        "new SmtpClient(made.Host, 587) { EnableSsl = made.EnableSsl }",
        ""
    )]
    [InlineData("a default that a getter gives", "new SmtpClient(made.Host, 587) { EnableSsl = made.Secure }", "")]
    [InlineData(
        "a default that a record's parameter gives",
        "new SmtpClient(row.Host, 587) { EnableSsl = row.EnableSsl }",
        ""
    )]
    [InlineData("no default at all, in sight", "new SmtpClient(made.Host, 587) { EnableSsl = made.Bare }", "SMTP2001")]
    public async Task Options_of_another_project_keep_their_defaults(string story, string client, string found)
    {
        const string Options = """
            namespace Lib;
            public static class Mail { public const string Section = "Smtp"; public const string Key = Section + ":Host"; }
            public class Options
            {
                public string Host { get; set; } = ""; public bool EnableSsl { get; set; } = true;
                public bool Tls { get; set; } = true; public bool Unset { get; set; } public Options Inner { get; set; }
            }
            """;
        var app = $$"""
            using System.Net; using System.Net.Mail; using Microsoft.Extensions.Configuration;
            class Derived : Lib.Options { }
            class Made
            {
                bool? secure;
                public Made() { EnableSsl = true; }
                public string Host { get; set; } public bool EnableSsl { get; set; } public bool Bare { get; set; }
                public bool Secure { get => secure ?? true; set => secure = value; }
            }
            record Row(string Host, bool EnableSsl = true);
            class App
            {
                void Send(IConfiguration config, MailMessage message, NetworkCredential login)
                {
                    var mail = config.GetSection("Smtp").Get<Lib.Options>(); var derived = config.GetSection("Smtp").Get<Derived>();
                    var made = config.GetSection("Smtp").Get<Made>(); var row = config.GetSection("Smtp").Get<Row>();
                    var client = {{client}}; client.Credentials = login; client.Send(message);
                }
            }
            """;
        var settings = new SettingsProject.MemoryText(
            "/app/appsettings.json",
            """{ "Smtp": { "Host": "smtp.office365.com", "Tls": false, "Inner": { "Host": "smtp.office365.com" } } }"""
        );
        var ids = await Both(app, Options, new([settings], SettingsProject.Build(".NETCoreApp")), one => one.Id);
        Assert.Equal((story, found), (story, ids));
    }

    [Fact]
    public async Task Visual_Basic_finds_the_same()
    {
        const string Library = """
            Public Module Mail
                Public Const OldHost As String = "smtp." & "live.com"
                Public Const Port As Integer = 465
                Public Const SamePort As Integer = Port
                Public ReadOnly Host As String = "smtp.office365.com"
                Public Function Clean(address As String, Optional host As String = "smtp.live.com") As String
                    Return address.Trim()
                End Function
            End Module
            Public Class Options
                Public Property Host As String = "smtp.office365.com"
                Public Property Port As Integer = 465
            End Class
            Public Class Office
                Inherits System.Net.Mail.SmtpClient
                Public Sub New(host As String)
                    MyBase.New(host, 587)
                    EnableSsl = True
                End Sub
            End Class
            """;
        const string App = """
            Imports System.Net
            Imports System.Net.Mail
            Class App
                Const Own As String = Mail.OldHost & ""
                Private ReadOnly options As New Options()
                Sub Send(message As MailMessage, login As NetworkCredential)
                    Dim clean As System.Func(Of String, String) = Function(text) Mail.Clean(text)
                    Dim group As System.Func(Of String, String, String) = AddressOf Mail.Clean
                    Dim a As New SmtpClient(Mail.OldHost, Mail.SamePort) With {.EnableSsl = True, .Credentials = login}
                    a.Send(message)
                    Dim b As New SmtpClient(options.Host, options.Port)
                    b.Send(message)
                    Dim c As New SmtpClient(Mail.Host, 465)
                    c.Send(message)
                    Dim d As New Office("smtp.office365.com")
                    d.Send(message)
                    Dim e As New SmtpClient(Own, 587) With {.EnableSsl = True, .Credentials = login}
                    e.Send(message)
                End Sub
            End Class
            """;
        var library = VisualBasicCompilation.Create(
            "Lib",
            [VisualBasicSyntaxTree.ParseText(Library)],
            Facts.References,
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        var app = VisualBasicCompilation.Create(
            "App",
            [VisualBasicSyntaxTree.ParseText(App, path: "App.vb")],
            Facts.References,
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.Equal(
            "SMTP1001:Mail.OldHost & \"\" SMTP1001:Mail.OldHost SMTP1004:Mail.SamePort",
            await Both(app, library, new([]), WithPlace)
        );
    }

    static Task<string> Of(string app) => Both(app, Library, new([]), WithPlace);

    static Task<string> Both(string app, string library, AnalyzerOptions options, Func<Diagnostic, string> show) =>
        Both(CSharp("App", app), CSharp("Lib", library), options, show);

    static CSharpCompilation CSharp(string name, string text) =>
        CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(text, path: name + ".cs")],
            Framework.All,
            new(OutputKind.DynamicallyLinkedLibrary)
        );

    static async Task<string> Both(
        Compilation app,
        Compilation library,
        AnalyzerOptions options,
        Func<Diagnostic, string> show
    )
    {
        var inBuild = await Find(app, TwoProjects.Image(library), options, show);
        Assert.Equal(inBuild, await Find(app, library.ToMetadataReference(), options, show));
        return inBuild;
    }

    static async Task<string> Find(
        Compilation app,
        MetadataReference library,
        AnalyzerOptions options,
        Func<Diagnostic, string> show
    )
    {
        var whole = app.AddReferences(library);
        Assert.Empty(whole.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await Analysis.Of(whole, options, true, new SmtpCodeAnalyzer());
        return string.Join(
            " ",
            Report.InOrder(found).Where(one => one.Id is not ("SMTP4001" or "SMTP4002" or "SMTP4005")).Select(show)
        );
    }

    static string WithPlace(Diagnostic found) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Id}:{found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan)}"
        );
}
