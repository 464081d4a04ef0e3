using System.Collections.Immutable;
using System.Reflection;
using M365Smtp.Analyzers;
using M365Smtp.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Editor.Tests;

/// <summary>
/// A solution in an editor: a program, the library it references as a project, and the settings files.
/// </summary>
internal sealed class EditedSolution : IDisposable
{
    static readonly string[] ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("M365Smtp.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    readonly AdhocWorkspace workspace = new(EditorServices.Host);

    /// <param name="program">Its files by name; those that are not code are settings files.</param>
    /// <param name="library">The files of the referenced project.</param>
    public EditedSolution((string Name, string Text)[] program, params (string Name, string Text)[] library)
    {
        var lib = Add("Lib", library);
        var app = Add("App", program);
        Apply(workspace.CurrentSolution.AddProjectReference(app, new ProjectReference(lib)));
        foreach (var file in program)
            Open(file.Name);
    }

    public string TextOf(string file) => Find(file).GetTextAsync().Result.ToString();

    /// <summary>Types like a developer: each text is there for a moment, and the editor requests squiggles.</summary>
    public async Task TypeAsync(string file, string where, params string[] texts)
    {
        foreach (var text in texts)
        {
            Write(file, TextOf(file).Replace(where, text));
            where = text;
            await SquigglesAsync(file);
        }
    }

    public void Write(string file, string text)
    {
        var (document, source) = (Find(file), SourceText.From(text));
        var solution = workspace.CurrentSolution;
        Apply(
            document is Document
                ? solution.WithDocumentText(document.Id, source)
                : solution.WithAdditionalDocumentText(document.Id, source)
        );
    }

    /// <summary>A team's .globalconfig.</summary>
    public void Say(string option)
    {
        var solution = workspace.CurrentSolution;
        var id = DocumentId.CreateNewId(solution.Projects.Single(project => project.Name == "App").Id);
        Apply(
            solution.AddAnalyzerConfigDocument(
                id,
                ".globalconfig",
                SourceText.From($"is_global = true\n{option}\n"),
                filePath: "/src/App/.globalconfig"
            )
        );
    }

    /// <summary>"SMTP1004 465" for each finding, in text order.</summary>
    public async Task<IReadOnlyList<string>> SquigglesAsync(string file)
    {
        var text = TextOf(file);
        var found = await EditorServices.DiagnosticsAsync(Find(file));
        // An editor hides an analyzer that threw: its findings are simply missing.
        Assert.Empty(await CrashesAsync(Find(file).Project));
        return
        [
            .. found
                .Where(squiggle => squiggle.Id.StartsWith("SMTP", StringComparison.Ordinal))
                .Select(squiggle => $"{squiggle.Id} {text.Substring(squiggle.Span.Start, squiggle.Span.Length)}"),
        ];
    }

    public async Task<IReadOnlyList<LightBulbAction>> LightBulbAsync(string file, string at)
    {
        var start = TextOf(file).IndexOf(at, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{at}' does not stand in {file}.");
        return await EditorServices.FixesAsync(Find(file), new TextSpan(start, 0));
    }

    public async Task<IReadOnlyList<string>> TitlesAsync(string file, string at) =>
        [.. (await LightBulbAsync(file, at)).Where(IsOurs).Select(action => action.Title)];

    /// <summary>Opens the light bulb and applies an action.</summary>
    public async Task ApplyAsync(string file, string at, string title) =>
        await ApplyAsync((await ActionAsync(file, at, title)).Action);

    /// <summary>Applies the Fix All of an action.</summary>
    public async Task FixAllAsync(string file, string at, string title, FixAllScope scope)
    {
        if (await EditorServices.FixAllAsync(await ActionAsync(file, at, title), scope) is { } all)
            await ApplyAsync(all);
    }

    public async Task<IReadOnlyList<string>> ErrorsAsync()
    {
        var errors = new List<string>();
        foreach (var project in workspace.CurrentSolution.Projects)
            errors.AddRange(
                (await project.GetCompilationAsync())!
                    .GetDiagnostics()
                    .Where(known => known.Severity == DiagnosticSeverity.Error)
                    .Select(known => known.ToString())
            );
        return errors;
    }

    public void Dispose() => workspace.Dispose();

    static async Task<IReadOnlyList<string>> CrashesAsync(Project project)
    {
        var crashes = new List<string>();
        var analyzers = project
            .AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))
            .ToImmutableArray();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            (thrown, _, _) => crashes.Add(thrown.ToString()),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        );
        await new CompilationWithAnalyzers(
            (await project.GetCompilationAsync())!,
            analyzers,
            options
        ).GetAllDiagnosticsAsync();
        return crashes;
    }

    // Roslyn's own actions suppress and configure.
    static bool IsOurs(LightBulbAction action) =>
        action.Action.EquivalenceKey is { } key
        && (key.StartsWith("SMTP", StringComparison.Ordinal) || key.StartsWith("M365Smtp", StringComparison.Ordinal));

    async Task<LightBulbAction> ActionAsync(string file, string at, string title) =>
        Assert.Single(await LightBulbAsync(file, at), action => action.Title == title);

    async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(default))
            operation.Apply(workspace, default);
        Assert.Empty(await ErrorsAsync());
    }

    ProjectId Add(string name, (string Name, string Text)[] files)
    {
        var id = ProjectId.CreateNewId(name);
        var isProgram = files.Any(file => file.Name == "Program.cs");
        var solution = workspace.CurrentSolution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                filePath: $"/src/{name}/{name}.csproj",
                compilationOptions: new CSharpCompilationOptions(
                    isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable
                ),
                parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
                metadataReferences: References,
                analyzerReferences: [Analyzers(typeof(SmtpCodeAnalyzer)), Analyzers(typeof(M365SmtpCodeFixProvider))]
            )
        );
        foreach (var file in files)
        {
            var (document, text, path) = (
                DocumentId.CreateNewId(id),
                SourceText.From(file.Text),
                $"/src/{name}/{file.Name}"
            );
            solution = file.Name.EndsWith(".cs", StringComparison.Ordinal)
                ? solution.AddDocument(document, file.Name, text, filePath: path)
                : solution.AddAdditionalDocument(document, file.Name, text, filePath: path);
        }
        var usings = string.Concat(ImplicitUsings.Select(space => $"global using {space};\n"));
        Apply(
            solution.AddDocument(
                DocumentId.CreateNewId(id),
                "ImplicitUsings.cs",
                SourceText.From(usings),
                filePath: $"/src/{name}/obj/ImplicitUsings.cs"
            )
        );
        return id;
    }

    void Open(string file)
    {
        var document = Find(file);
        if (document is Document)
            workspace.OpenDocument(document.Id);
        else
            workspace.OpenAdditionalDocument(document.Id);
    }

    TextDocument Find(string file) =>
        workspace
            .CurrentSolution.Projects.SelectMany(project => project.Documents.Concat(project.AdditionalDocuments))
            .Single(document => document.Name == file);

    void Apply(Solution solution) => Assert.True(workspace.TryApplyChanges(solution));

    static AnalyzerFileReference Analyzers(Type one) => new(one.Assembly.Location, Loaded.FromHere);

    sealed class Loaded : IAnalyzerAssemblyLoader
    {
        public static readonly Loaded FromHere = new();

        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
