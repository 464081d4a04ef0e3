using System.Text.Json.Nodes;
using NJsonSchema;

namespace M365Smtp.Tool.Tests.Lint;

/// <summary>The log of a run matches the schema of SARIF 2.1.0 that ships with Microsoft's SARIF SDK.</summary>
public class SarifTests
{
    const string Wrong = """{ "Smtp": { "Host": "smtp.office.com", "Port": 465, "User": "CONTOSO\\app" } }""";
    const string Right = """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587 } }""";

    static readonly Task<JsonSchema> Schema = JsonSchema.FromFileAsync(
        Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json")
    );

    public static TheoryData<string, string, int> Runs =>
        new()
        {
            { "a b/wrong.json", Wrong, 1 },
            { "right.json", Right, 0 },
            { "broken.json", "{ \"Smtp\": {\n \"Host\": \"smtp.office.com\"", 2 },
            { "broken.config", "<smtp host='smtp.office.com'>", 2 },
        };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_log_is_valid(string name, string text, int exitCode)
    {
        using var folder = new Folder((name, text));
        var run = await ToolRun.OfAsync("lint", folder.Path, "--sarif", folder["log.sarif"]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Empty((await Schema).Validate(folder.Text("log.sarif")));
    }

    [Fact]
    public async Task A_run_without_files_has_a_valid_log_with_no_results()
    {
        using var folder = new Folder();
        await ToolRun.OfAsync("lint", folder.Path, "--sarif", folder["log.sarif"]);

        Assert.Empty((await Schema).Validate(folder.Text("log.sarif")));
        Assert.Empty(JsonNode.Parse(folder.Text("log.sarif"))!["runs"]![0]!["results"]!.AsArray());
    }

    [Fact]
    public async Task A_result_points_at_its_rule()
    {
        using var folder = new Folder(("wrong.json", Wrong));
        await ToolRun.OfAsync("lint", folder.Path, "--sarif", folder["log.sarif"]);
        var run = JsonNode.Parse(folder.Text("log.sarif"))!["runs"]![0]!;

        foreach (var result in run["results"]!.AsArray())
            Assert.Equal(
                (string?)result!["ruleId"],
                (string?)run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["id"]
            );
    }

    /// <summary>The schema rejects invalid logs.</summary>
    [Theory]
    [InlineData("name")]
    [InlineData("text")]
    [InlineData("level")]
    public async Task A_log_that_lacks_something_or_says_it_wrong_is_not_valid(string property)
    {
        using var folder = new Folder(("wrong.json", Wrong));
        await ToolRun.OfAsync("lint", folder.Path, "--sarif", folder["log.sarif"]);
        var log = folder.Text("log.sarif");
        Assert.Contains($"\"{property}\"", log);

        Assert.NotEmpty((await Schema).Validate(log.Replace($"\"{property}\"", $"\"{property}2\"")));
    }
}
