using System.Collections.Immutable;
using M365Smtp.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.Package.Tests.Docs;

/// <summary>Source code as a .NET 10 project with MailKit and Azure.Identity, and the findings of the rules.</summary>
static class MailCode
{
    public const string SendersFile = "m365smtp.senders.json";

    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("M365Smtp.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Project CSharp(params IEnumerable<(string Path, string Text)> files)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.ConsoleApplication,
            nullableContextOptions: NullableContextOptions.Enable
        );
        return Project(
            LanguageNames.CSharp,
            options,
            new CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview),
            [.. files, ("ImplicitUsings.cs", ImplicitUsings)]
        );
    }

    public static Project VisualBasic(string text) =>
        Project(
            LanguageNames.VisualBasic,
            new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            new VisualBasicParseOptions(),
            [("Sample.vb", text)]
        );

    /// <summary>A program that sends no mail, with a settings file.</summary>
    public static Project Settings(string path, string text) =>
        CSharp(("Program.cs", "return;")).AddAdditionalDocument(path, text, filePath: path).Project;

    /// <summary>With the properties that MSBuild passes to the analyzers for .NET Framework 4.7.2.</summary>
    public static Project OnNetFramework(this Project project) =>
        project
            .AddAnalyzerConfigDocument(
                ".globalconfig",
                SourceText.From(
                    """
                    is_global = true
                    build_property.TargetFrameworkIdentifier = .NETFramework
                    build_property.TargetFrameworkVersion = v4.7.2
                    """
                ),
                filePath: "/.globalconfig"
            )
            .Project;

    public static Project WithSenders(this Project project, string? text) =>
        text is null ? project : project.AddAdditionalDocument(SendersFile, text, filePath: SendersFile).Project;

    /// <summary>Fails if the code does not compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(this Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var findings = await compilation
            .WithAnalyzers([new SmtpCodeAnalyzer(), new SmtpSettingsAnalyzer()], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
        return
        [
            .. findings
                .OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Location.SourceSpan.Start),
        ];
    }

    static Project Project(
        string language,
        CompilationOptions options,
        ParseOptions parse,
        IEnumerable<(string Path, string Text)> files
    )
    {
        var project = new AdhocWorkspace()
            .AddProject("Mail", language)
            .WithCompilationOptions(options)
            .WithParseOptions(parse)
            .WithMetadataReferences(References);
        return files.Aggregate(
            project,
            (all, file) => all.AddDocument(file.Path, file.Text, filePath: file.Path).Project
        );
    }
}
