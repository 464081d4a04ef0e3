using M365Smtp.CodeFixes.Refusals;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace M365Smtp.CodeFixes.Tests.Refusals;

/// <summary>A cursor <c>[||]</c> in the code, and the result of the light bulb there.</summary>
static class Story
{
    public static readonly MetadataReference GateCheck = MetadataReference.CreateFromFile(
        typeof(SmtpReply).Assembly.Location
    );

    /// <summary>The result compiles without new warnings, and the light bulb offers nothing more there.</summary>
    public static async Task VerifyAsync(string before, string after)
    {
        var code = MarkedCode.Parse(before);
        var (solution, cursor) = (Create(code), code.Marks.Single().Span);
        Assert.Empty(await Problems(solution));
        var action = Assert.Single(await ActionsAsync(solution, cursor));
        Assert.Equal("Explain refusals with M365Smtp.GateCheck", action.Title);
        var explained = await Fix.ResultAsync(action, solution);
        Assert.Equal(after, await explained.TextAsync(code));
        Assert.Empty(await Problems(explained));
        var handler = after.IndexOf("SmtpReply.Explain", StringComparison.Ordinal);
        Assert.Empty(await ActionsAsync(explained, new(handler, 0)));
    }

    public static async Task IsNotOffered(string code, bool hasGateCheck = true)
    {
        var marked = MarkedCode.Parse(code);
        var solution = hasGateCheck ? Create(marked) : MailProject.Create(marked.Files);
        Assert.Empty(await ActionsAsync(solution, marked.Marks.Single().Span));
    }

    static Solution Create(MarkedCode code) =>
        MailProject.Create(code.Files).Projects.Single().AddMetadataReference(GateCheck).Solution;

    static async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Solution solution,
        Microsoft.CodeAnalysis.Text.TextSpan cursor
    )
    {
        var actions = new List<CodeAction>();
        await new ExplainRefusals().ComputeRefactoringsAsync(
            new CodeRefactoringContext(solution.Projects.Single().Documents.First(), cursor, actions.Add, default)
        );
        return actions;
    }

    static async Task<IEnumerable<string>> Problems(Solution solution) =>
        from problem in (await solution.Projects.Single().GetCompilationAsync())!.GetDiagnostics()
        where problem.Severity >= DiagnosticSeverity.Warning && problem.Id != "CS1701"
        select problem.ToString();
}
