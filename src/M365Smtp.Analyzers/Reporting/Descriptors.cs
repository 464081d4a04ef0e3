using System.Collections.Concurrent;
using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Reporting;

/// <summary>The rules as diagnostic descriptors.</summary>
internal static class Descriptors
{
    const string Pages = "https://github.com/M365SmtpAnalyzers/M365SmtpAnalyzers/blob/main/docs/rules/";

    public static readonly DiagnosticDescriptor InvalidOption = Create(
        nameof(RuleId.SMTP0001),
        "Invalid analyzer option",
        "'{0}' is ignored: {1}",
        "Configuration",
        DiagnosticSeverity.Warning,
        "An option of these analyzers in .editorconfig or .globalconfig has an invalid value, or a key that "
            + "starts with "
            + "m365smtp is not one of the options. It is ignored until you correct it."
    );

    public static readonly DiagnosticDescriptor TooLongToAnalyze = new(
        nameof(RuleId.SMTP0003),
        "Code too complex to analyze",
        "this code has too many steps to follow, so nothing is reported about the mail it sends",
        "Configuration",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        "Each method, constructor and accessor is followed up to a limit, so that typing never waits for the "
            + "analyzers. Code beyond "
            + "that limit is not judged. This rule is off by default and shows where that is.",
        Pages + nameof(RuleId.SMTP0003) + ".md"
    );

    public static readonly DiagnosticDescriptor InvalidSendersFile = Create(
        nameof(RuleId.SMTP3000),
        "Invalid entry in m365smtp.senders.json",
        "'{0}' {1}",
        "Identity",
        DiagnosticSeverity.Warning,
        "m365smtp.senders.json contains an entry that cannot be used: text that is not JSON, an unknown property, "
            + "an invalid "
            + "address, a mailbox listed twice, an address of two mailboxes, or a hash without a salt. The entry "
            + "is ignored and "
            + "the rest of the file is used; only an unknown version makes the analyzers ignore the whole file."
    );

    public static readonly ImmutableArray<DiagnosticDescriptor> All = AllRules
        .List.Select(rule => Create(rule, rule.Message))
        .Append(InvalidOption)
        .Append(TooLongToAnalyze)
        .Append(InvalidSendersFile)
        .ToImmutableArray();

    static readonly ConcurrentDictionary<(string Id, string Message), DiagnosticDescriptor> byMessage = new();

    public static DiagnosticDescriptor Of(RuleFinding found) =>
        byMessage.GetOrAdd(
            (found.Rule.Id, found.Finding.Message ?? found.Rule.Message),
            key => Create(found.Rule, key.Message)
        );

    static DiagnosticDescriptor Create(Rule rule, string message) =>
        Create(rule.Id, rule.Title, message, rule.Category, Severity(rule.Severity), rule.Description);

    static DiagnosticDescriptor Create(
        string id,
        string title,
        string message,
        string category,
        DiagnosticSeverity severity,
        string description
    ) => new(id, title, message, category, severity, isEnabledByDefault: true, description, Pages + id + ".md");

    public static DiagnosticSeverity Severity(Severity severity) =>
        severity == Model.Severity.Warning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
}
