using System.Text.Json;
using NJsonSchema;

namespace M365Smtp.Audit.Tests;

/// <summary>Exit codes, baselines and SARIF.</summary>
public class PipelineTests
{
    static string Sender(string name, string host, string user) =>
        $$"""
            using System.Net;
            using System.Net.Mail;

            public class {{name}}
            {
                public void Send(string password)
                {
                    var client = new SmtpClient("{{host}}", 587) { EnableSsl = true };
                    client.Credentials = new NetworkCredential("{{user}}", password);
                    client.Send("{{user}}", "b@contoso.com", "s", "b");
                }
            }
            """;

    [Theory]
    [InlineData("smtp.office365.com", "never", 0)]
    [InlineData("smtp.office365.com", "stops", 1)]
    [InlineData("smtp.office365.com", "notknown", 1)]
    [InlineData("smtp.gmail.com", "stops", 0)]
    [InlineData("smtp.gmail.com", "warnings", 0)]
    public async Task Fail_on_decides_the_exit_code(string host, string failOn, int expected)
    {
        using var folder = AuditedFolder.Empty().Write("A.cs", Sender("A", host, "a@contoso.com"));

        Assert.Equal(expected, (await folder.AuditAsync("--fail-on", failOn)).ExitCode);
    }

    [Fact]
    public async Task A_sender_of_which_nothing_is_known_fails_only_where_that_is_asked()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write(
                "A.cs",
                Sender("A", "x", "a@contoso.com")
                    .Replace("\"x\"", "System.Environment.GetEnvironmentVariable(\"HOST\")")
            );

        Assert.Equal(
            (0, 1),
            ((await folder.AuditAsync()).ExitCode, (await folder.AuditAsync("--fail-on", "notknown")).ExitCode)
        );
    }

    [Fact]
    public async Task With_a_baseline_only_what_is_new_fails()
    {
        using var folder = AuditedFolder.Empty().Write("A.cs", Sender("A", "smtp.office365.com", "a@contoso.com"));
        folder.Write("baseline.json", (await folder.AuditAsync("--json")).Out);

        // Lines are added above a sender that does not change.
        folder.Write("A.cs", "// A comment.\n\n" + Sender("A", "smtp.office365.com", "a@contoso.com"));
        var same = await folder.AuditAsync("--json", "--baseline", folder["baseline.json"]);
        folder.Write("B.cs", Sender("B", "smtp.office365.com", "b@contoso.com"));
        var more = await folder.AuditAsync("--json", "--baseline", folder["baseline.json"]);

        Assert.Equal((0, 1), (same.ExitCode, more.ExitCode));
        Assert.Equal(
            [("A.cs", false), ("B.cs", true)],
            more.Rows("Sender")
                .Select(row =>
                    (row.GetProperty("place").GetProperty("path").GetString()!, row.GetProperty("isNew").GetBoolean())
                )
        );
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{ \"rows\": 1 }")]
    public async Task A_baseline_that_is_none_is_wrong_usage(string text)
    {
        using var folder = AuditedFolder.Empty().Write("baseline.json", text);

        var run = await folder.AuditAsync("--baseline", folder["baseline.json"]);

        Assert.Equal(
            (3, "--baseline: baseline.json is not what 'm365smtp audit --json' prints."),
            (run.ExitCode, run.Error.Trim())
        );
    }

    [Fact]
    public async Task The_SARIF_log_is_valid_has_each_finding_once_and_relative_addresses()
    {
        using var folder = AuditedFolder.Of("Shop");

        var run = await folder.AuditAsync("--loose", "--json", "--sarif", folder["audit.sarif"]);

        var text = File.ReadAllText(folder["audit.sarif"]);
        var schema = await JsonSchema.FromJsonAsync(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"))
        );
        Assert.Empty(schema.Validate(text));
        var results = JsonDocument
            .Parse(text)
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .ToList();
        var findings = run
            .Json.GetProperty("rows")
            .EnumerateArray()
            .SelectMany(row => row.GetProperty("findings").EnumerateArray());
        Assert.Equal(
            findings.Select(finding => AuditRunResult.Text(finding, "fingerprint")).Distinct().Count(),
            results.Count
        );
        Assert.All(
            results,
            result =>
            {
                var address = result
                    .GetProperty("locations")[0]
                    .GetProperty("physicalLocation")
                    .GetProperty("artifactLocation");
                Assert.Equal("%SRCROOT%", address.GetProperty("uriBaseId").GetString());
                Assert.True(File.Exists(folder[Uri.UnescapeDataString(address.GetProperty("uri").GetString()!)]));
            }
        );
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_said()
    {
        using var folder = AuditedFolder.Empty().Write("A.cs", Sender("A", "smtp.office365.com", "a@contoso.com"));

        var run = await folder.AuditAsync("--html", folder["no/such/folder/page.html"]);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("--html: page.html cannot be written: ", run.Error);
    }
}
