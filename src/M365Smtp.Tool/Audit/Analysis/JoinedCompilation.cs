using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Tool.Audit.Analysis;

/// <summary>A startup project and the projects it references, as one compilation with the settings of the startup
/// project.</summary>
/// <param name="Compilation">The sources of all of them; each file keeps the severities of its own project.</param>
/// <param name="Options">The settings files of the startup project.</param>
internal sealed record JoinedCompilation(Compilation Compilation, AnalyzerOptions Options)
{
    /// <summary>Null if the sources cannot be combined: another language, or types of the same name in two
    /// projects.</summary>
    public static JoinedCompilation? Of(
        LoadedProject startUp,
        IReadOnlyList<LoadedProject> referenced,
        CancellationToken cancel
    )
    {
        var others = referenced.Where(project => project.Compilation.Language == startUp.Compilation.Language).ToList();
        if (others.Count == 0 || startUp.Compilation.Language != LanguageNames.CSharp)
            return null;
        var inside = others
            .Select(project => project.Compilation.AssemblyName)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var owners = new Dictionary<SyntaxTree, LoadedProject>();
        var trees = new List<SyntaxTree>();
        var parse =
            (CSharpParseOptions?)startUp.Compilation.SyntaxTrees.FirstOrDefault()?.Options
            ?? CSharpParseOptions.Default;
        foreach (var project in others.Prepend(startUp))
            foreach (var tree in project.Compilation.SyntaxTrees)
            {
                var own = WithVersion(tree, parse, cancel);
                owners[own] = project;
                trees.Add(own);
            }
        var references = others
            .Prepend(startUp)
            .SelectMany(project => project.Compilation.References)
            .Where(reference => !IsOneOf(inside, reference))
            .DistinctBy(reference => Path.GetFileName(reference.Display));
        var compilation = CSharpCompilation.Create(
            startUp.Compilation.AssemblyName,
            trees,
            references,
            ((CSharpCompilationOptions)startUp.Compilation.Options)
                .WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty)
                .WithSyntaxTreeOptionsProvider(new Severities(owners))
        );
        if (Types(compilation.Assembly.GlobalNamespace).Any(type => IsOfSeveral(type, owners)))
            return null;
        return new(compilation, new AnalyzerOptions(startUp.Options.AdditionalFiles, new Configs(startUp, owners)));
    }

    static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));

    // The parts of a partial type belong to one project; types of the same name in two projects are different types.
    static bool IsOfSeveral(INamedTypeSymbol type, IReadOnlyDictionary<SyntaxTree, LoadedProject> owners) =>
        type.DeclaringSyntaxReferences.Length > 1
        && type.DeclaringSyntaxReferences.Select(part => owners[part.SyntaxTree]).Distinct().Skip(1).Any();

    // All trees of a compilation must have the same language version.
    static SyntaxTree WithVersion(SyntaxTree tree, CSharpParseOptions parse, CancellationToken cancel)
    {
        var own = (CSharpParseOptions)tree.Options;
        return own.LanguageVersion == parse.LanguageVersion && own.Features.SequenceEqual(parse.Features)
            ? tree
            : tree.WithRootAndOptions(
                tree.GetRoot(cancel),
                own.WithLanguageVersion(parse.LanguageVersion).WithFeatures(parse.Features)
            );
    }

    static bool IsOneOf(HashSet<string?> names, MetadataReference reference) =>
        reference switch
        {
            CompilationReference project => names.Contains(project.Compilation.AssemblyName),
            _ => names.Contains(Path.GetFileNameWithoutExtension(reference.Display)),
        };

    sealed class Configs(LoadedProject startUp, IReadOnlyDictionary<SyntaxTree, LoadedProject> owners)
        : AnalyzerConfigOptionsProvider
    {
        AnalyzerConfigOptionsProvider Own => startUp.Options.AnalyzerConfigOptionsProvider;

        public override AnalyzerConfigOptions GlobalOptions => Own.GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
            (
                owners.TryGetValue(tree, out var project) ? project : startUp
            ).Options.AnalyzerConfigOptionsProvider.GetOptions(tree);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Own.GetOptions(textFile);
    }

    // NoWarn and .editorconfig of the project that a file belongs to.
    sealed class Severities(IReadOnlyDictionary<SyntaxTree, LoadedProject> owners) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            Of(tree)?.SyntaxTreeOptionsProvider?.IsGenerated(tree, cancellationToken) ?? GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree,
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        )
        {
            severity = ReportDiagnostic.Default;
            return Of(tree) is { } options
                && (
                    options.SpecificDiagnosticOptions.TryGetValue(diagnosticId, out severity)
                    || options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(
                        tree,
                        diagnosticId,
                        cancellationToken,
                        out severity
                    ) == true
                    || options.SyntaxTreeOptionsProvider?.TryGetGlobalDiagnosticValue(
                        diagnosticId,
                        cancellationToken,
                        out severity
                    ) == true
                );
        }

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        )
        {
            severity = ReportDiagnostic.Default;
            return false;
        }

        CompilationOptions? Of(SyntaxTree tree) =>
            owners.TryGetValue(tree, out var project) ? project.Compilation.Options : null;
    }
}

/// <summary>A project ready to be analyzed.</summary>
/// <param name="Path">The full path of the project file or its folder.</param>
internal sealed record LoadedProject(ProjectId Id, string Path, Compilation Compilation, AnalyzerOptions Options)
{
    /// <summary>Why it was read loosely; null if MSBuild loaded it.</summary>
    public string? LooseBecause { get; init; }

    public bool IsTest { get; init; }

    /// <summary>A program or a web application, which has the settings.</summary>
    public bool IsStartUp { get; init; }

    /// <summary>All projects it references, directly and indirectly.</summary>
    public IReadOnlyList<ProjectId> References { get; init; } = [];

    public IReadOnlyList<SyntaxTree> MailTrees { get; init; } = [];

    public bool IsLoose => LooseBecause is not null;
}
