using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Graph;
using M365Smtp.Simulator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.CodeFixes.Tests.Graph;

/// <summary>
/// "Send through Microsoft Graph", as offered at the sign-in in a project that references the package.
/// </summary>
static class GraphFix
{
    public const string Title = "Send through Microsoft Graph";

    public static readonly MetadataReference Package = MetadataReference.CreateFromFile(
        typeof(GraphTransport).Assembly.Location
    );

    static readonly Fix Harness = new(FixKeys.Guess("SMTP4001"), Title);

    /// <param name="story">A <see cref="Difference"/>; it need not mark anything.</param>
    public static async Task VerifyAsync(string story)
    {
        var (before, after) = Difference.Parse(story);
        Assert.Equal(after, await AppliedAsync(before));
    }

    /// <summary>The code after the fix, which compiles, has no new finding and is not offered the fix again.</summary>
    public static async Task<string> AppliedAsync(string before)
    {
        var code = MarkedCode.Parse(before);
        var solution = Project(code);
        var findings = await solution.Projects.Single().FindingsAsync(Harness.Analyzer);
        var fixedSolution =
            await ResultAsync(solution, findings) ?? throw new InvalidOperationException("The fix is not offered.");
        Assert.Empty(await fixedSolution.ErrorsAsync());
        var left = await fixedSolution.Projects.Single().FindingsAsync(Harness.Analyzer);
        Assert.DoesNotContain(
            left,
            finding => finding.Id == "SMTP4001" || !findings.Any(before => before.Id == finding.Id)
        );
        return await fixedSolution.TextAsync(code);
    }

    /// <summary>The actions offered at the sign-in, in order.</summary>
    public static async Task<IReadOnlyList<CodeAction>> OfferedAsync(string source, bool hasPackage = true)
    {
        var code = MarkedCode.Parse(source);
        var solution = hasPackage ? Project(code) : MailProject.Create(code.Files);
        Assert.Empty(await solution.ErrorsAsync());
        var finding = (await solution.Projects.Single().FindingsAsync(Harness.Analyzer)).Single(finding =>
            finding.Id == "SMTP4001"
        );
        return await Harness.ActionsAsync(solution, finding);
    }

    /// <summary>The code after Fix All for this fix.</summary>
    public static async Task<string> FixedAllAsync(string source)
    {
        var code = MarkedCode.Parse(source);
        return await (await Harness.FixAllAsync(Project(code), FixAllScope.Document)).TextAsync(code);
    }

    /// <summary>Before and after, the same message is delivered.</summary>
    public static async Task RoundTripAsync(string before)
    {
        await using var smtp = await SmtpSimulator.StartAsync(Scenario.Open);
        await using var graph = await GraphSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox).Application(Scenario.ClientId, change: a => a.GraphPermissions("Mail.Send"))
        );
        var after = await AppliedAsync(before);
        await (await Program.OnWireAsync(before)).RunAsync(smtp);
        GraphWire.Server.Value = graph;
        await (await Program.OnGraphAsync(after, Package)).RunAsync(smtp);
        Assert.NotEmpty(smtp.Messages);
        Assert.Equal(smtp.Messages.Count, graph.Messages.Count);
        foreach (var (expected, actual) in smtp.Messages.Zip(graph.Messages))
            Delivery.Same(expected, actual);
    }

    static async Task<Solution?> ResultAsync(Solution solution, IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Id == "SMTP4001"))
            if (
                (await Harness.ActionsAsync(solution, finding)).FirstOrDefault(action => action.Title == Title) is
                { } action
            )
                return await Fix.ResultAsync(action, solution);
        return null;
    }

    static Solution Project(MarkedCode code) =>
        MailProject.Create(code.Files).Projects.Single().AddMetadataReference(Package).Solution;
}

/// <summary>Links the program under test to a transport whose Graph is the simulator.</summary>
public static class GraphWire
{
    internal static readonly AsyncLocal<GraphSimulator> Server = new();

    public static GraphTransport Transport(Azure.Core.TokenCredential credential, string mailbox) => Made(mailbox);

    public static GraphTransport Transport(Func<CancellationToken, Task<string>> token, string mailbox) =>
        Made(mailbox);

    static GraphTransport Made(string mailbox)
    {
        var graph = Server.Value!;
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = graph.Certificate.Validate };
        var options = new GraphTransportOptions
        {
            Endpoint = graph.Endpoint,
            Transport = new Azure.Core.Pipeline.HttpClientTransport(handler),
        };
        return new(
            _ =>
                Wire.HasNoTokens.Value
                    ? throw new Azure.Identity.AuthenticationFailedException("No managed identity.")
                    : Task.FromResult(graph.IssueToken(Scenario.ClientId)),
            mailbox,
            options
        );
    }
}
