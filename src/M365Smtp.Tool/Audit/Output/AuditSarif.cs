using System.Text.Json.Nodes;
using M365Smtp.Analyzers.Reporting;
using M365Smtp.Tool.Output;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Tool.Audit.Output;

/// <summary>The report as a SARIF 2.1.0 log for code scanning: every finding once, with relative URIs.</summary>
internal static class AuditSarif
{
    const string Root = "%SRCROOT%";

    public static string Of(AuditReport report)
    {
        var findings = report
            .Rows.SelectMany(row => row.Findings.Select(finding => (finding, row)))
            .DistinctBy(pair => pair.finding.Fingerprint)
            .ToList();
        var rules = Descriptors
            .All.Where(rule => findings.Any(pair => pair.finding.Rule == rule.Id))
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToList();
        return Json.Of(
            new JsonObject
            {
                ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
                ["version"] = "2.1.0",
                ["runs"] = new JsonArray(
                    new JsonObject
                    {
                        ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
                        ["automationDetails"] = new JsonObject { ["id"] = "m365smtp/audit/" },
                        ["columnKind"] = "utf16CodeUnits",
                        ["invocations"] = new JsonArray(
                            new JsonObject
                            {
                                ["executionSuccessful"] = !report.Problems.Any(problem => problem.IsLost),
                                ["toolExecutionNotifications"] = List(report.Problems.Select(Notification)),
                            }
                        ),
                        ["results"] = List(
                            findings.Select(pair =>
                                Result(pair.finding, pair.row, rules.FindIndex(rule => rule.Id == pair.finding.Rule))
                            )
                        ),
                    }
                ),
            }
        );
    }

    static JsonObject Driver(IEnumerable<DiagnosticDescriptor> rules) =>
        new()
        {
            ["name"] = "m365smtp",
            ["informationUri"] = "https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers",
            ["rules"] = List(
                rules.Select(rule => new JsonObject
                {
                    ["id"] = rule.Id,
                    ["shortDescription"] = Text(rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                    ["helpUri"] = rule.HelpLinkUri,
                    ["defaultConfiguration"] = new JsonObject
                    {
                        ["level"] = Level(rule.DefaultSeverity == DiagnosticSeverity.Info ? "info" : "warning"),
                    },
                })
            ),
        };

    static JsonObject Result(AuditFinding finding, AuditRow row, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = rule,
            ["level"] = Level(finding.Severity),
            ["message"] = Text(finding.Message),
            ["locations"] = Location(
                finding.Place.Path,
                new JsonObject
                {
                    ["startLine"] = finding.Place.Line,
                    ["startColumn"] = finding.Place.Column,
                    ["endLine"] = finding.Place.EndLine,
                    ["endColumn"] = finding.Place.EndColumn,
                }
            ),
            ["partialFingerprints"] = new JsonObject { ["m365smtp/v1"] = finding.Fingerprint },
            ["properties"] = new JsonObject
            {
                ["afterSwitch"] = row.AfterSwitch.ToString(),
                ["source"] = finding.Source.ToString(),
            },
        };
        if (finding.IsNew is { } isNew)
            result["baselineState"] = isNew ? "new" : "unchanged";
        return result;
    }

    static JsonObject Notification(AuditProblem problem) =>
        new()
        {
            ["level"] = problem.IsLost ? "error" : "note",
            ["message"] = Text(problem.Message),
            ["locations"] = Location(problem.Path, null),
        };

    static JsonArray Location(string path, JsonObject? region)
    {
        var place = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = Address(path), ["uriBaseId"] = Root },
        };
        if (region is not null)
            place["region"] = region;
        return new JsonArray(new JsonObject { ["physicalLocation"] = place });
    }

    static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    static string Level(string severity) => severity == "info" ? "note" : severity;

    static JsonObject Text(string text) => new() { ["text"] = text };

    static JsonArray List(IEnumerable<JsonNode> items) => new([.. items]);
}
