using M365Smtp.Analyzers;
using M365Smtp.Analyzers.Rules;
using M365Smtp.CodeFixes;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Package.Tests.Docs;

/// <summary>A rule's texts in pages, tables and presets, generated from its descriptor.</summary>
static class RuleTexts
{
    public static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
    [
        .. new SmtpCodeAnalyzer().SupportedDiagnostics.OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    static readonly HashSet<string> Fixable = [.. new M365SmtpCodeFixProvider().FixableDiagnosticIds];

    /// <summary>Lists our ids, because otherwise the fixes of all other analyzers in the project would be applied
    /// too.</summary>
    public static string FormatCommand =>
        "dotnet format analyzers --severity info --diagnostics "
        + string.Join(' ', Fixable.Order(StringComparer.Ordinal));

    public static string PageHead(DiagnosticDescriptor rule) =>
        $"""
            # {rule.Id}: {rule.Title}

            | Id | Category | Severity | Fix |
            |---|---|---|---|
            | {rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {Fix(rule)} |

            """;

    public static string Table(string pages) =>
        string.Join(
            '\n',
            (string[])
                [
                    "| Rule | Finds | Severity | Fix |",
                    "|---|---|---|---|",
                    .. Descriptors.Select(rule => Row(rule, pages)),
                ]
        );

    /// <summary>The rules of each topic under a collapsible heading.</summary>
    public static string FoldedByTopic(string pages) =>
        string.Join(
            "\n\n",
            Descriptors
                .GroupBy(rule => rule.Category)
                .Select(topic =>
                    string.Join(
                        '\n',
                        (string[])
                            [
                                $"<details>\n<summary>{topic.Key}: {topic.Count()} rules</summary>\n",
                                "| Rule | Finds | Severity | Fix |",
                                "|---|---|---|---|",
                                .. topic.Select(rule => Row(rule, pages)),
                                "\n</details>",
                            ]
                    )
                )
        );

    static string Row(DiagnosticDescriptor rule, string pages) =>
        $"| [{rule.Id}]({pages}{rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(Fixable.Contains(rule.Id) ? "yes" : "")} |";

    public static string Preset(string mode, string meaning, Func<DiagnosticDescriptor, string> severity) =>
        string.Join(
            '\n',
            (string[])
                [
                    "is_global = true",
                    "global_level = -50",
                    "",
                    $"# M365SmtpAnalysisMode={mode}: {meaning}",
                    .. Descriptors.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {severity(rule)}"),
                    "",
                ]
        );

    static string Fix(DiagnosticDescriptor rule) =>
        Fixable.Contains(rule.Id)
            ? "yes"
            : "no. "
                + (
                    AllRules.List.FirstOrDefault(known => known.Id == rule.Id)?.NoFix
                    ?? "The author knows what was meant."
                );
}
