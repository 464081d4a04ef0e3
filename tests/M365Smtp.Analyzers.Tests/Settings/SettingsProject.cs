using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>
/// A project with settings files in which every expected finding is marked: <c>{|SMTP1004:465|}</c>, and <c>{|SMTP1004
/// Info:465|}</c>
/// where its severity is not that of its rule. What is not marked must stay silent.
/// </summary>
sealed partial record SettingsProject
{
    static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Assemblies that the project references, made up on the spot.</summary>
    public string[] Uses { get; init; } = [];

    public string Source { get; init; } = "";

    public string TargetFrameworkIdentifier { get; init; } = ".NETCoreApp";

    public Dictionary<string, string> Options { get; init; } = [];

    public async Task Judge(params (string Path, string Marked)[] files)
    {
        var texts = files
            .Select(file => new MemoryText("/app/" + file.Path, Mark().Replace(file.Marked, "$3")))
            .ToImmutableArray();
        var expected = files
            .SelectMany(file => Expected("/app/" + file.Path, file.Marked))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, (await Run([.. texts])).Select(Show).Order(StringComparer.Ordinal));
    }

    public async Task<ImmutableArray<Diagnostic>> Run(ImmutableArray<AdditionalText> texts)
    {
        var compilation = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(Source)],
            Framework.AddRange(Uses.Select(Library))
        );
        var options = new AnalyzerOptions(texts, Build(TargetFrameworkIdentifier, Options));
        return await Analysis.Of(compilation, options, true, new SmtpSettingsAnalyzer());
    }

    /// <summary>What MSBuild tells of a project for that target framework.</summary>
    public static AnalyzerConfigOptionsProvider Build(string framework, Dictionary<string, string>? options = null) =>
        new FixedOptions(
            new(options ?? [])
            {
                ["build_property.TargetFrameworkIdentifier"] = framework,
                ["build_property.TargetFrameworkVersion"] = framework == ".NETFramework" ? "v4.8" : "v10.0",
            }
        );

    static MetadataReference Library(string name)
    {
        using var stream = new MemoryStream();
        Assert.True(
            CSharpCompilation
                .Create(name, references: Framework, options: new(OutputKind.DynamicallyLinkedLibrary))
                .Emit(stream)
                .Success
        );
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    static IEnumerable<string> Expected(string path, string marked)
    {
        var removed = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            var (id, severity, text) = (mark.Groups[1].Value, mark.Groups[2].Value.Trim(), mark.Groups[3].Value);
            if (severity.Length == 0)
                severity = Reporting.Descriptors.All.Single(rule => rule.Id == id).DefaultSeverity.ToString();
            yield return $"{path} {mark.Index - removed}+{text.Length} {severity} {id}";
            removed += mark.Length - text.Length;
        }
    }

    static string Show(Diagnostic found) =>
        $"{found.Location.GetLineSpan().Path} {found.Location.SourceSpan.Start}+{found.Location.SourceSpan.Length} {found.Severity} {found.Id}";

    [GeneratedRegex(@"\{\|(SMTP\d{4})( Info| Warning)?:(.*?)\|\}")]
    private static partial Regex Mark();

    public sealed class MemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    sealed class FixedOptions(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        readonly Values options = new(values);

        public override AnalyzerConfigOptions GlobalOptions => options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;

        sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
                values.TryGetValue(key, out value);
        }
    }
}
