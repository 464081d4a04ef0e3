using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Bench;

/// <summary>
/// A project to compile. Trees and references are created again for each run, so that no run profits from an earlier
/// one.
/// </summary>
internal sealed record Workload(string Name, ImmutableArray<(string Path, string Text)> Files)
{
    /// <summary>The number of files in a generated project at 1×.</summary>
    const int Files1x = 40;

    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    static readonly string Repository = typeof(Workload)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(item => item.Key == "Repository")
        .Value!;

    static readonly ImmutableArray<byte[]> Images =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("M365Smtp", StringComparison.Ordinal))
            .Select(File.ReadAllBytes),
    ];

    public int Lines => Files.Sum(file => file.Text.AsSpan().Count('\n'));

    /// <summary>Files from the templates, every <paramref name="mailEvery"/>th with mail in it; 0 for none.</summary>
    public static Workload Generated(string name, int factor, int mailEvery)
    {
        var (plain, mail) = (Templates("Plain"), Templates("Mail"));
        var files = Enumerable
            .Range(0, Files1x * factor)
            .Select(i =>
            {
                var isMail = mailEvery > 0 && i % mailEvery == mailEvery - 1;
                var template = isMail ? mail[i / mailEvery % mail.Length] : plain[i % plain.Length];
                return ($"/bench/File{i}.cs", template.Replace(".N0", ".N" + i, StringComparison.Ordinal));
            });
        return new($"{name} {factor}×", [.. files]);
    }

    /// <summary>
    /// The analyzers and the simulator of this repo: mail words and hosts in most files, and little to report.
    /// </summary>
    public static Workload OwnSource()
    {
        var files = new[] { "M365Smtp.Analyzers", "M365Smtp.Knowledge", "M365Smtp.Simulator" }
            .SelectMany(project =>
                Directory.EnumerateFiles(Path.Combine(Repository, "src", project), "*.cs", SearchOption.AllDirectories)
            )
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                )
            )
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(path)));
        return new("own source", [.. files]);
    }

    public CSharpCompilation Compile()
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var trees = Files
            .Prepend(("/bench/obj/Usings.g.cs", ImplicitUsings))
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Item2, Encoding.UTF8), parse, file.Item1));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            concurrentBuild: false
        );
        return CSharpCompilation.Create(
            "Bench",
            trees,
            Images.Select(image => MetadataReference.CreateFromImage(image)),
            options
        );
    }

    static string[] Templates(string folder) =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "Templates", folder))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText),
        ];
}
