using System.Collections.Concurrent;
using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Reporting;

/// <summary>The rules as the compiler knows them.</summary>
internal static class Descriptors
{
    const string Pages = "https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor InvalidOption = new(
        nameof(RuleId.SMTP0001), "Invalid analyzer option",
        "'{0}' is ignored: {1}", "Configuration", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + nameof(RuleId.SMTP0001) + ".md");

    public static readonly DiagnosticDescriptor WrongSendersFile = new(
        nameof(RuleId.SMTP3000), "The senders file holds something that does not count",
        "'{0}' {1}", "Identity", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        helpLinkUri: Pages + nameof(RuleId.SMTP3000) + ".md");

    public static readonly ImmutableArray<DiagnosticDescriptor> All = AllRules.List.Select(rule => Create(rule, rule.Message)).Append(InvalidOption).Append(WrongSendersFile).ToImmutableArray();

    static readonly ConcurrentDictionary<(string Id, string Message), DiagnosticDescriptor> byMessage = new();

    public static DiagnosticDescriptor Of(RuleFinding found) => byMessage.GetOrAdd(
        (found.Rule.Id, found.Finding.Message ?? found.Rule.Message), key => Create(found.Rule, key.Message));

    static DiagnosticDescriptor Create(Rule rule, string message) => new(
        rule.Id, rule.Title, message, rule.Category, Severity(rule.Severity), isEnabledByDefault: true, helpLinkUri: Pages + rule.Id + ".md");

    public static DiagnosticSeverity Severity(Severity severity) =>
        severity == Model.Severity.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
}
