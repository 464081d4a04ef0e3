using System.Text.Json.Nodes;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Reporting;
using M365Smtp.Analyzers.Rules;
using M365Smtp.Tool.Output;

namespace M365Smtp.Tool.Lint.Output;

/// <summary>The result of a run as a SARIF 2.1.0 log: findings are results, files that could not be read are
/// notifications.</summary>
internal static class SarifLog
{
    public static string Of(IReadOnlyList<FindingJson> findings, IReadOnlyList<FileProblem> problems) =>
        Of(findings, problems, AllRules.List.Where(rule => findings.Any(found => found.Rule == rule.Id)).ToList());

    static string Of(IReadOnlyList<FindingJson> findings, IReadOnlyList<FileProblem> problems, List<Rule> rules) =>
        Json.Of(
            new JsonObject
            {
                ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
                ["version"] = "2.1.0",
                ["runs"] = new JsonArray(
                    new JsonObject
                    {
                        ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
                        ["columnKind"] = "utf16CodeUnits",
                        ["invocations"] = new JsonArray(
                            new JsonObject
                            {
                                ["executionSuccessful"] = problems.Count == 0,
                                ["toolExecutionNotifications"] = List(
                                    problems.Select(problem => new JsonObject
                                    {
                                        ["level"] = "error",
                                        ["message"] = Text(problem.Message),
                                        ["locations"] = Location(
                                            problem.Path,
                                            problem.Line is { } line ? new JsonObject { ["startLine"] = line } : null
                                        ),
                                    })
                                ),
                            }
                        ),
                        ["results"] = List(
                            findings.Select(found => Result(found, rules.FindIndex(rule => rule.Id == found.Rule)))
                        ),
                    }
                ),
            }
        );

    static JsonObject Driver(IEnumerable<Rule> rules) =>
        new()
        {
            ["name"] = "m365smtp",
            ["informationUri"] = "https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers",
            ["rules"] = List(
                rules.Select(rule => new JsonObject
                {
                    ["id"] = rule.Id,
                    ["shortDescription"] = Text(rule.Title),
                    ["helpUri"] = Descriptors.All.First(descriptor => descriptor.Id == rule.Id).HelpLinkUri,
                    ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
                })
            ),
        };

    static JsonObject Result(FindingJson found, int ruleIndex) =>
        new()
        {
            ["ruleId"] = found.Rule,
            ["ruleIndex"] = ruleIndex,
            ["level"] = Level(found.Severity),
            ["message"] = Text(found.Message),
            ["locations"] = Location(
                found.Path,
                new JsonObject
                {
                    ["startLine"] = found.Line,
                    ["startColumn"] = found.Column,
                    ["endLine"] = found.EndLine,
                    ["endColumn"] = found.EndColumn,
                }
            ),
        };

    static JsonArray Location(string path, JsonObject? region)
    {
        var place = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Uri(path) } };
        if (region is not null)
            place["region"] = region;
        return new JsonArray(new JsonObject { ["physicalLocation"] = place });
    }

    // Relative to the current folder, so that the log does not reveal where it is stored.
    static string Uri(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        // There is no relative path to another drive.
        var shown = Path.IsPathRooted(relative) ? Path.GetFileName(relative) : relative;
        return string.Join('/', shown.Split('/', Path.DirectorySeparatorChar).Select(System.Uri.EscapeDataString));
    }

    static string Level(Severity severity) => severity == Severity.Warning ? "warning" : "note";

    static JsonObject Text(string text) => new() { ["text"] = text };

    static JsonArray List(IEnumerable<JsonNode> items) => new([.. items]);
}
