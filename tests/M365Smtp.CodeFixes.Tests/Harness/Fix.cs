using System.Collections.Immutable;
using M365Smtp.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.CodeFixes.Tests.Harness;

/// <summary>
/// Wrong code → right code. Every fix test uses this class, which proves that the fix is offered exactly at the marks;
/// that its result is the expected text, compiles, lacks the finding and has no new one under any rule; that a second
/// run changes nothing; and that Fix All does the same in document, project and solution.
/// </summary>
internal sealed record Fix(string Key, string Title)
{
    public DiagnosticAnalyzer Analyzer { get; init; } = new SmtpCodeAnalyzer();

    public CodeFixProvider Provider { get; init; } = new M365SmtpCodeFixProvider();

    /// <summary>The rules whose findings Fix All fixes; by default all that the provider fixes.</summary>
    public IEnumerable<string>? RuleIds { get; init; }

    /// <summary>The text of the project's senders file, if it has one.</summary>
    public string? Senders { get; init; }

    /// <summary>The packages that the project lacks.</summary>
    public string[] Without { get; init; } = [];

    /// <summary>Findings that were always true but can be reported only once this one is fixed.</summary>
    public IReadOnlyList<string> Reveals { get; init; } = [];

    public static Task Verify(string ruleId, string title, string before, string after, params string[] reveals) =>
        new Fix(FixKeys.Of(ruleId), title) { Reveals = reveals }.VerifyAsync(before, after);

    /// <summary>The action that fixes all settings of a client.</summary>
    public static Task VerifyClient(string before, string after) =>
        new Fix(FixKeys.Client, FixKeys.ClientTitle).VerifyAsync(before, after);

    /// <param name="story">A <see cref="Difference"/>.</param>
    public Task VerifyAsync(string story)
    {
        var (before, after) = Difference.Parse(story);
        return VerifyAsync(before, after);
    }

    public async Task VerifyAsync(string before, string after)
    {
        var code = MarkedCode.Parse(before);
        var solution = MailProject.Create(code.Files, Without);
        if (Senders is not null)
            solution = solution
                .Projects.Single()
                .AddAdditionalDocument("m365smtp.senders.json", Senders, filePath: "/src/m365smtp.senders.json")
                .Project.Solution;
        Demand(await solution.ErrorsAsync() is [], "compiles before", await solution.ErrorsAsync());
        var findings = await FindingsAsync(solution);
        var fixable = await FixableAsync(solution);
        var marked = code.Marks.Select(mark => $"{mark.Path} {mark.Span}").Order(StringComparer.Ordinal).ToList();
        Demand(
            fixable.Select(Describe).Order(StringComparer.Ordinal).SequenceEqual(marked),
            "is offered exactly at the marks",
            [.. marked.Select(mark => $"mark at {mark}"), .. fixable.Select(fix => $"fix at {Describe(fix)}"), .. findings]
        );

        var oneByOne = await OneByOneAsync(solution, fixable.Count);
        Assert.Equal(after, await oneByOne.TextAsync(code));
        Demand(await oneByOne.ErrorsAsync() is [], "compiles after", await oneByOne.ErrorsAsync());
        var left = await FindingsAsync(oneByOne);
        Demand(!left.Any(finding => fixable.Any(before => before.Id == finding.Id)), "clears its finding", left);
        Demand(
            left.All(finding => Reveals.Contains(finding.Id) || Count(left, finding.Id) <= Count(findings, finding.Id)),
            "brings no new finding",
            left
        );
        Demand(Reveals.All(id => Count(left, id) > 0), $"reveals {string.Join(", ", Reveals)}", left);

        foreach (var scope in (FixAllScope[])[FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution])
        {
            var fixedAll = await FixAllAsync(solution, scope);
            Demand(
                await fixedAll.TextAsync(code) == after,
                $"gives the same as Fix All in {scope}",
                await fixedAll.TextAsync(code)
            );
            Demand(
                await (await FixAllAsync(fixedAll, scope)).TextAsync(code) == after,
                "changes nothing when run again"
            );
        }
        if (Analyzer is SmtpCodeAnalyzer && Provider is M365SmtpCodeFixProvider && solution.ProjectIds.Count == 1)
            await FixOrders.HoldAsync(solution, Key);
    }

    async Task<Solution> OneByOneAsync(Solution solution, int times)
    {
        for (var left = await FixableAsync(solution); left.Count > 0; left = await FixableAsync(solution))
        {
            Demand(times-- > 0, "clears its finding", left);
            var action = (await ActionsAsync(solution, left[0])).First(action => action.EquivalenceKey == Key);
            Assert.Equal(Title, action.Title);
            solution = await ResultAsync(action, solution);
        }
        return solution;
    }

    // As an editor does for a document, for each document in turn.
    public async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope)
    {
        var documents = (await FindingsAsync(solution))
            .Select(finding => solution.GetDocument(finding.Location.SourceTree))
            .OfType<Document>()
            .Select(document => document.Id)
            .Distinct();
        foreach (var id in scope == FixAllScope.Document ? documents.ToList() : documents.Take(1).ToList())
        {
            var context = new FixAllContext(
                solution.GetDocument(id)!,
                Provider,
                scope,
                Key,
                RuleIds ?? Provider.FixableDiagnosticIds,
                new Findings(Analyzer),
                default
            );
            if (Provider.GetFixAllProvider() is not { } all || await all.GetFixAsync(context) is not { } action)
                return solution;
            solution = await ResultAsync(action, solution);
        }
        return solution;
    }

    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Solution solution, params Diagnostic[] findings)
    {
        var actions = new List<CodeAction>();
        var document = solution.GetDocument(findings[0].Location.SourceTree)!;
        await Provider.RegisterCodeFixesAsync(
            new CodeFixContext(
                document,
                findings[0].Location.SourceSpan,
                [.. findings],
                (action, _) => actions.Add(action),
                default
            )
        );
        return actions;
    }

    async Task<IReadOnlyList<Diagnostic>> FixableAsync(Solution solution)
    {
        var fixable = new List<Diagnostic>();
        foreach (var finding in await FindingsAsync(solution))
            if (
                Provider.FixableDiagnosticIds.Contains(finding.Id)
                && (await ActionsAsync(solution, finding)).Any(action => action.EquivalenceKey == Key)
            )
                fixable.Add(finding);
        return fixable;
    }

    async Task<ImmutableArray<Diagnostic>> FindingsAsync(Solution solution)
    {
        var findings = ImmutableArray<Diagnostic>.Empty;
        foreach (var project in solution.Projects)
            findings = findings.AddRange(await project.FindingsAsync(Analyzer));
        return findings;
    }

    public static async Task<Solution> ResultAsync(CodeAction action, Solution solution) =>
        (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution
        ?? solution;

    static int Count(IEnumerable<Diagnostic> findings, string id) => findings.Count(finding => finding.Id == id);

    static string Describe(Diagnostic finding) =>
        $"{finding.Location.SourceTree!.FilePath} {finding.Location.SourceSpan}";

    static void Demand(bool holds, string what, params IEnumerable<object> found) =>
        Assert.True(holds, $"Not so: the fix {what}. Found: {string.Join("\n", found)}");

    sealed class Findings(DiagnosticAnalyzer analyzer) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project,
            CancellationToken cancel
        ) => await project.FindingsAsync(analyzer);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancel
        ) => GetAllDiagnosticsAsync(project, cancel);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancel
        ) =>
            (await document.Project.FindingsAsync(analyzer)).Where(finding =>
                finding.Location.SourceTree?.FilePath == document.FilePath
            );
    }
}
