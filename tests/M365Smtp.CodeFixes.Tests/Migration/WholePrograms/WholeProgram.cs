using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using M365Smtp.Analyzers;
using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Migration.WholePrograms;

/// <summary>
/// A realistic program from the folder Programs/. Its first line, <c>// run: Type.Method</c>, names the entry point and
/// the project's setup.
/// </summary>
sealed record WholeProgram(string Name, string Entry, IReadOnlyDictionary<string, string> Setup, Solution Solution)
{
    static readonly Fix Fixes = new("", "");

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Folder(), "*.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    public static WholeProgram Load(string name) => Parse(name, File.ReadAllText(Path.Combine(Folder(), name + ".cs")));

    public static WholeProgram Parse(string name, string text)
    {
        var words = Regex
            .Match(text, @"^\uFEFF?// run: ?(.*)")
            .Groups[1]
            .Value.Trim()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var setup = words
            .Where(word => word.Contains('='))
            .Select(word => word.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        if (setup.GetValueOrDefault("eol") == "crlf")
            text = text.ReplaceLineEndings("\r\n");
        var without = setup.GetValueOrDefault("without")?.Split(',') ?? [];
        var version = LanguageVersionFacts.TryParse(setup.GetValueOrDefault("lang", "latest"), out var known)
            ? known
            : LanguageVersion.Latest;
        var project = MailProject.Create(MarkedCode.Parse(text).Files, without).Projects.Single();
        var options = (CSharpCompilationOptions)project.CompilationOptions!;
        project = project
            .WithCompilationOptions(
                options.WithNullableContextOptions(
                    setup.GetValueOrDefault("nullable") == "off"
                        ? NullableContextOptions.Disable
                        : NullableContextOptions.Enable
                )
            )
            .WithParseOptions(
                ((CSharpParseOptions)project.ParseOptions!)
                    .WithLanguageVersion(version)
                    .WithPreprocessorSymbols(
                        setup.GetValueOrDefault("define", "").Split(',', StringSplitOptions.RemoveEmptyEntries)
                    )
            );
        if (version.MapSpecifiedToEffectiveVersion() < LanguageVersion.CSharp10)
            project = project.RemoveDocument(
                project
                    .Documents.Single(document => document.Name.EndsWith("ImplicitUsings.cs", StringComparison.Ordinal))
                    .Id
            );
        return new(name, words.FirstOrDefault(word => !word.Contains('=')) ?? "", setup, project.Solution);
    }

    Project Project => Solution.Projects.Single();

    /// <summary>Without the code added by the harness.</summary>
    public async Task<string> TextAsync()
    {
        var texts = new List<string>();
        foreach (
            var document in Project.Documents.Where(document =>
                !document.FilePath!.StartsWith("/obj/", StringComparison.Ordinal)
            )
        )
            texts.Add((await document.GetTextAsync()).ToString());
        return string.Join("// file\n", texts);
    }

    public async Task<IReadOnlyList<Diagnostic>> FindingsAsync() => await Project.FindingsAsync(new SmtpCodeAnalyzer());

    /// <summary>The compiler's errors and warnings.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync() =>
        [
            .. (await Project.GetCompilationAsync())!
                .GetDiagnostics()
                .Where(problem => problem.Severity >= DiagnosticSeverity.Warning)
                .Select(problem => problem.ToString()),
        ];

    /// <summary>The actions that the light bulb offers anywhere in it.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync()
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var finding in await FindingsAsync())
            keys.UnionWith((await Fixes.ActionsAsync(Solution, finding)).Select(action => action.EquivalenceKey!));
        return [.. keys];
    }

    /// <summary>Applies an action wherever it is offered, one after the other.</summary>
    public async Task<WholeProgram> ApplyAsync(string key)
    {
        var program = this;
        for (var i = 0; i < 30; i++)
        {
            if (await program.FirstAsync(key) is not { } action)
                return program;
            program = program with { Solution = await Fix.ResultAsync(action, program.Solution) };
        }
        throw new InvalidOperationException($"{key} finds no end in {Name}:\n{await program.TextAsync()}");
    }

    async Task<CodeAction?> FirstAsync(string key)
    {
        foreach (var finding in await FindingsAsync())
            if (
                (await Fixes.ActionsAsync(Solution, finding)).FirstOrDefault(action => action.EquivalenceKey == key) is
                { } action
            )
                return action;
        return null;
    }

    /// <summary>The program's result: the value it returns, or the exception it throws.</summary>
    public async Task<string> RunAsync(SmtpSimulator server)
    {
        var assembly = await CompileAsync(server);
        Wire.Server.Value = server;
        try
        {
            return await new Program(assembly, server.Host).RunAsync(server, Entry) is { } value
                ? $"returns {value}"
                : "ends";
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.IAssertionException)
        {
            return "throws";
        }
    }

    /// <summary>
    /// System.Net.Mail's client is redirected to the simulator by host and port, MailKit's through its proxy.
    /// </summary>
    async Task<Assembly> CompileAsync(SmtpSimulator server)
    {
        var project = Project;
        var usesMailKit = (await TextAsync()).Contains("MailKit", StringComparison.Ordinal);
        foreach (var document in Project.Documents)
        {
            var text = (await document.GetTextAsync()).ToString();
            var linked = usesMailKit
                ? Regex.Replace(
                    text,
                    @"(?<!\w )new (MailKit\.Net\.Smtp\.)?SmtpClient ?\(\)|(?<=SmtpClient \w+ = )new\(\)",
                    "M365Smtp.CodeFixes.Tests.RoundTrips.Wire.Client()"
                )
                : Regex.Replace(
                    text.Replace("smtp.office365.com", server.Host, StringComparison.Ordinal),
                    @"\b(587|25)\b",
                    server.Port.ToString()
                );
            linked = Program.LinkedToGraph(linked);
            project = project.GetDocument(document.Id)!.WithText(SourceText.From(linked)).Project;
        }
        if (!Setup.ContainsKey("without"))
            project = project.AddDocument("TokenService.cs", Program.TokenService).Project;
        project = project.AddMetadataReference(MetadataReference.CreateFromFile(typeof(Wire).Assembly.Location));
        var compilation = (await project.GetCompilationAsync())!;
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(
            emitted.Success,
            string.Join("\n", emitted.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error))
                + "\n"
                + await TextAsync()
        );
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }

    // Programs from another folder can be tried without being added here.
    static string Folder([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("M365SMTP_PROGRAMS") ?? Path.Combine(Path.GetDirectoryName(here)!, "Programs");
}
