using M365Smtp.Analyzers.Extraction;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Code in, one line out: what the extraction knows about each client when it is judged.</summary>
static class Facts
{
    public static readonly MetadataReference[] References = Framework.Alone;

    /// <summary>The facts of the first file, in code order, without duplicates.</summary>
    public static string OfCSharp(params string[] files) => OfCSharpWith([], files);

    public static string OfCSharpWith(IEnumerable<MetadataReference> more, params string[] files)
    {
        var trees = files.Select((text, i) => CSharpSyntaxTree.ParseText(text, path: $"File{i}.cs")).ToArray();
        var kind = files.Any(text => text.StartsWith("// program"))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;
        return Of(
            CSharpCompilation.Create(
                "Test",
                trees,
                [.. References, .. more],
                new(kind, nullableContextOptions: NullableContextOptions.Disable)
            )
        );
    }

    /// <summary>The facts of a file that uses a library, of which only these members are needed.</summary>
    public static string OfLibrary(string library, string file)
    {
        var stub = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText(library)],
            References,
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        return Of(
            CSharpCompilation.Create(
                "Test",
                [CSharpSyntaxTree.ParseText(file, path: "File0.cs")],
                [.. References, stub.ToMetadataReference()],
                new(OutputKind.DynamicallyLinkedLibrary)
            )
        );
    }

    public static string OfVisualBasic(params string[] files)
    {
        var trees = files.Select((text, i) => VisualBasicSyntaxTree.ParseText(text, path: $"File{i}.vb"));
        return Of(
            VisualBasicCompilation.Create(
                "Test",
                trees,
                References,
                new(OutputKind.DynamicallyLinkedLibrary, optionStrict: OptionStrict.Off)
            )
        );
    }

    /// <summary>A method body with a flag, a string and a message in scope.</summary>
    public static string OfBody(string body) =>
        OfCSharp(
            $$"""
            using System.Net; using System.Net.Mail;
            class C {
                {{(body.StartsWith("field") ? "static readonly SmtpClient field = new(\"h\", 25);" : "")}}
                void M(bool b, string s, MailMessage m) {
                    {{body}}
                }
            }
            """,
            """
            static class Cfg {
                public const string Host = "smtp.office365.com"; public const int Port = 25;
                public static readonly string RoHost = "ro.example";
                public static void Setup(System.Net.Mail.SmtpClient c) => System.GC.KeepAlive(c);
                public static System.Net.Mail.SmtpClient Kept;
                public static System.Net.Mail.SmtpClient Make() => throw null;
                public static void SetupAll(System.Net.Mail.SmtpClient[] c) => System.GC.KeepAlive(c);
            }
            """
        );

    static string Of(Compilation compilation)
    {
        var errors = compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(error => error.ToString())));
        Report.DiagnosticsOf(compilation).GetAwaiter().GetResult();
        var usages = new FileExtraction(
            new Source(compilation, SettingsIndex.Empty, Runtime.Modern),
            compilation.GetSemanticModel(compilation.SyntaxTrees.First()),
            default
        ).Run();
        return string.Join(
            " / ",
            usages
                .OrderBy(use => (use.Site.Call.Via ?? use.Site.Call.Location).SourceSpan.Start)
                .ThenBy(use => use.Moment)
                .Select(Line)
                .Distinct()
        );
    }

    static string Line(SmtpUsage use)
    {
        List<string> facts = [$"{use.Moment}: {use.Host}:{use.Port} {use.Tls}"];
        if (use.Credential.Is(out var login))
            facts.Add($"{login.Mechanism ?? "password"} {login.User}");
        else if (!use.Credential.IsUnknown)
            facts.Add("no login");
        if (use.From.Is(out var from))
            facts.Add("from " + from);
        if (use.AcceptsAnyCertificate.Is(out _))
            facts.Add("any certificate");
        if (use.ObsoleteTls.Is(out var versions))
            facts.Add(versions);
        if (use.Pace.Is(out var pace))
            facts.Add(pace.ToString());
        if (login?.Scope.Is(out var scope) == true)
            facts.Add("scope " + scope);
        return string.Join(", ", facts);
    }
}
