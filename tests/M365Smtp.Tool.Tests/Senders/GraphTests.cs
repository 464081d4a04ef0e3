namespace M365Smtp.Tool.Tests.Senders;

/// <summary>From Microsoft Graph to a senders file.</summary>
public class GraphTests
{
    const string Token = "eyJ0eXAi.payload.signature";

    static Task<ToolRun> AskAsync(SendersRun senders, RecordedGraph graph, params string[] args) =>
        senders.RunWithInputAsync(Token + "\n", ["--from-graph", "--graph-url", graph.Url, "--token-stdin", .. args]);

    [Theory]
    [InlineData("app@contoso.com", 1)]
    [InlineData("orders@contoso.com", 2)]
    public async Task A_mailbox_is_found_by_UPN_and_by_alias(string mailbox, int requests)
    {
        using var graph = RecordedGraph.OfTenant();
        using var senders = new SendersRun();
        var run = await AskAsync(senders, graph, "--mailbox", mailbox);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["app@contoso.com | - | orders@contoso.com | -"], senders.Mailboxes);
        Assert.Equal(requests, graph.Asked.Count);
        Assert.All(
            graph.Asked,
            asked =>
                Assert.EndsWith(
                    "$select=userPrincipalName,proxyAddresses Bearer " + Token,
                    asked,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Without_names_those_of_the_file_are_asked_for_and_what_Graph_does_not_know_stays()
    {
        using var graph = RecordedGraph.OfTenant();
        using var senders = new SendersRun(
            """{ "version": 1, "acceptedDomains": ["contoso.com"], "mailboxes": [ { "upn": "app@contoso.com", "kind": "application", "sendAs": ["shop@contoso.com"] } ] }"""
        );
        await AskAsync(senders, graph);

        Assert.Equal(["app@contoso.com | application | orders@contoso.com | shop@contoso.com"], senders.Mailboxes);
    }

    [Fact]
    public async Task The_token_may_come_from_the_environment_and_is_never_shown()
    {
        using var graph = RecordedGraph.OfTenant();
        using var senders = new SendersRun();
        Environment.SetEnvironmentVariable("SENDERS_TEST_TOKEN", Token);
        var run = await senders.RunAsync(
            "--from-graph",
            "--graph-url",
            graph.Url,
            "--token-env",
            "SENDERS_TEST_TOKEN",
            "--mailbox",
            "app@contoso.com"
        );

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("payload", run.Out + run.Error + senders.Text);
    }

    [Fact]
    public async Task Drift_ends_a_pipeline()
    {
        using var graph = RecordedGraph.OfTenant();
        using var right = new SendersRun(
            """{ "version": 1, "mailboxes": [ { "upn": "app@contoso.com", "addresses": ["orders@contoso.com"] } ] }"""
        );
        using var drifted = new SendersRun(
            """{ "version": 1, "mailboxes": [ { "upn": "app@contoso.com", "addresses": [] } ] }"""
        );

        Assert.Equal(0, (await AskAsync(right, graph, "--check")).ExitCode);
        var run = await AskAsync(drifted, graph, "--check");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("missing: app@contoso.com: addresses orders@contoso.com", run.Out);
    }

    [Fact]
    public async Task A_mailbox_that_is_gone_is_named_and_is_drift()
    {
        using var graph = RecordedGraph.OfTenant();
        using var senders = new SendersRun("""{ "version": 1, "mailboxes": [ { "upn": "gone@contoso.com" } ] }""");
        var run = await AskAsync(senders, graph, "--check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("gone@contoso.com: the tenant knows no such mailbox.", run.Error);
    }

    [Theory]
    [InlineData(401, "{}", "answered 401: the token must be one for Microsoft Graph with User.Read.All")]
    [InlineData(403, "{}", "answered 403: the token must be one for Microsoft Graph with User.Read.All")]
    [InlineData(503, "", "answered 503.")]
    [InlineData(302, "", "answered 302.")]
    [InlineData(200, "<html>", "is not JSON")]
    [InlineData(200, "{}", "has no userPrincipalName and proxyAddresses")]
    [InlineData(200, "[]", "has no userPrincipalName and proxyAddresses")]
    public async Task A_refusal_by_Graph_is_reported_and_nothing_written(int status, string body, string message)
    {
        using var graph = new RecordedGraph(_ => (status, body));
        using var senders = new SendersRun();
        var run = await AskAsync(senders, graph, "--mailbox", "app@contoso.com");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.DoesNotContain("payload", run.Error);
        Assert.False(File.Exists(senders.Path));
    }

    [Fact]
    public async Task Where_nothing_listens_the_tool_says_so()
    {
        var graph = RecordedGraph.OfTenant();
        graph.Dispose();
        using var senders = new SendersRun();
        var run = await AskAsync(senders, graph, "--mailbox", "app@contoso.com");

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }
}
