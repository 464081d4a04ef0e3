using System.Collections.Immutable;
using M365Smtp.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>A project in memory that references the assemblies of this test: System.Net.Mail and MailKit.</summary>
internal static class MailProject
{
    const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    static readonly AdhocWorkspace Workspace = new();

    static readonly ImmutableArray<PortableExecutableReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("M365Smtp.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <param name="without">The packages that this project lacks, by the start of their assembly names.</param>
    public static Solution Create(IEnumerable<MarkedFile> files, params string[] without) =>
        Add(Workspace.CurrentSolution, "Mailer", files, without).Solution;

    public static Project Add(Solution solution, string name, IEnumerable<MarkedFile> files, params string[] without)
    {
        var id = ProjectId.CreateNewId(name);
        var isProgram = files.Any(file =>
            CSharpSyntaxTree.ParseText(file.Text).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any()
        );
        solution = solution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(
                    isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable
                ),
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
                metadataReferences: References.Where(known =>
                    !without.Any(package =>
                        Path.GetFileName(known.FilePath)!.StartsWith(package, StringComparison.Ordinal)
                    )
                )
            )
        );
        foreach (var file in files.Append(new MarkedFile($"/obj/{name}.ImplicitUsings.cs", ImplicitUsings, [])))
            solution = solution.AddDocument(
                DocumentId.CreateNewId(id),
                Path.GetFileName(file.Path),
                SourceText.From(file.Text),
                filePath: file.Path
            );
        return solution.GetProject(id)!.WithTeamOption(TeamOptions.AllowSignInChangesKey, "true");
    }

    /// <summary>A team's .globalconfig, which replaces the previous one.</summary>
    public static Project WithTeamOption(this Project project, string key, string value)
    {
        var text = SourceText.From($"is_global = true\n{key} = {value}\n");
        if (project.AnalyzerConfigDocuments.FirstOrDefault() is { } known)
            return project.Solution.WithAnalyzerConfigDocumentText(known.Id, text).GetProject(project.Id)!;
        return project.AddAnalyzerConfigDocument(".globalconfig", text, filePath: "/src/.globalconfig").Project;
    }

    public static async Task<IReadOnlyList<string>> ErrorsAsync(this Solution solution)
    {
        var errors = new List<string>();
        foreach (var project in solution.Projects)
            errors.AddRange(
                from diagnostic in (await project.GetCompilationAsync())!.GetDiagnostics()
                where diagnostic.Severity == DiagnosticSeverity.Error
                select diagnostic.ToString()
            );
        return errors;
    }

    /// <summary>In text order.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(
        this Project project,
        DiagnosticAnalyzer analyzer
    )
    {
        var found = await (await project.GetCompilationAsync())!
            .WithAnalyzers([analyzer], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return
        [
            .. found
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>All files as one text, in the format of <see cref="MarkedCode"/>.</summary>
    public static async Task<string> TextAsync(this Solution solution, MarkedCode layout)
    {
        var text = "";
        foreach (var file in layout.Files)
        {
            var document = solution.GetDocument(solution.GetDocumentIdsWithFilePath(file.Path).First())!;
            text += (text.Length == 0 ? "" : $"// file: {document.Name}\n") + await document.GetTextAsync();
        }
        return text;
    }
}
