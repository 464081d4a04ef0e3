using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>
/// Code and settings that belong together, in two versions: <c>«587|465|SMTP1004»</c> is 587 in the correct one and 465
/// in the wrong one, which must get exactly the marked findings on these lines. An empty mark (<c>«||SMTP2001»</c>)
/// only names the line.
/// </summary>
sealed partial record MiniatureProject(string Name, params (string Path, string Text)[] Files)
{
    const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Net; global using System.Net.Mail;
        global using MailKit.Security; global using KitSmtp = MailKit.Net.Smtp.SmtpClient;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Options;
        global using AppConfig = System.Configuration.ConfigurationManager;
        """;

    const string ConfigurationManager = """
        namespace System.Configuration {
            public static class ConfigurationManager { public static System.Collections.Specialized.NameValueCollection AppSettings => null!; public static object GetSection(string name) => null!; }
        }
        namespace System.Net.Configuration {
            public class SmtpSection { public SmtpNetworkElement Network => null!; }
            public class SmtpNetworkElement { public string Host => ""; public int Port => 0; public bool EnableSsl => false; public string UserName => ""; public string Password => ""; }
        }
        """;

    // Every password client gets them; other tests cover when.
    static readonly HashSet<string> Advice = ["SMTP4001", "SMTP4002"];

    static readonly ImmutableArray<MetadataReference> References =
    [
        .. Framework
            .Assemblies.Concat(Framework.AspNetCore())
            .DistinctBy(Path.GetFileName)
            .Where(path => !Path.GetFileName(path).StartsWith("System.Configuration", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        CSharpCompilation
            .Create(
                "System.Configuration",
                [CSharpSyntaxTree.ParseText(ConfigurationManager)],
                [
                    MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                    .. Runtime("System.Runtime.dll", "System.Collections.Specialized.dll"),
                ],
                new(OutputKind.DynamicallyLinkedLibrary)
            )
            .ToMetadataReference(),
    ];

    public bool IsNetFramework { get; init; }

    /// <summary>It has top-level statements.</summary>
    public bool IsProgram { get; init; }

    public override string ToString() => Name;

    public IEnumerable<string> Expected(bool wrong) =>
        Files
            .SelectMany(file =>
                Mark()
                    .Matches(file.Text)
                    .SelectMany(mark =>
                        mark.Groups[3]
                            .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                            .Select(id => $"{id} {file.Path}:{Line(file.Text, mark.Index)}")
                    )
            )
            .Where(_ => wrong)
            .Order(StringComparer.Ordinal);

    public async Task<IEnumerable<string>> Findings(bool wrong) =>
        (await Analyze(wrong)).Select(Show).Order(StringComparer.Ordinal);

    public async Task<IEnumerable<string>> Severities() =>
        (await Analyze(wrong: true)).Select(found => $"{found.Severity} {found.Id}");

    async Task<IEnumerable<Diagnostic>> Analyze(bool wrong)
    {
        var files = Files.Select(file => (file.Path, Text: Mark().Replace(file.Text, wrong ? "$2" : "$1"))).ToList();
        var trees = files
            .Where(file => IsCode(file.Path))
            .Append(("Usings.cs", Usings))
            .Select(file => CSharpSyntaxTree.ParseText(file.Item2, path: "/app/" + file.Item1));
        var compilation = CSharpCompilation.Create(
            "App",
            trees,
            References,
            new(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        AdditionalText[] settings =
        [
            .. files
                .Where(file => !IsCode(file.Path))
                .Select(file => new SettingsProject.MemoryText("/app/" + file.Path, file.Text)),
        ];
        var options = new AnalyzerOptions(
            [.. settings],
            SettingsProject.Build(IsNetFramework ? ".NETFramework" : ".NETCoreApp")
        );
        var found = await Analysis.Of(compilation, options, true, new SmtpCodeAnalyzer(), new SmtpSettingsAnalyzer());
        return found.Where(one => !Advice.Contains(one.Id));
    }

    static string Show(Diagnostic found) =>
        $"{found.Id} {found.Location.GetLineSpan().Path["/app/".Length..]}:{found.Location.GetLineSpan().StartLinePosition.Line + 1}";

    static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal);

    static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    static IEnumerable<MetadataReference> Runtime(params string[] names) =>
        names.Select(name =>
            MetadataReference.CreateFromFile(
                Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name)
            )
        );

    [GeneratedRegex("«(.*?)\\|(.*?)\\|(.*?)»")]
    private static partial Regex Mark();
}
