using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>The findings of a run, each once, and the sender each belongs to.</summary>
internal sealed class FoundDiagnostics(PathNames names)
{
    readonly Dictionary<(string Rule, string Path, TextSpan Span, string Message), Entry> all = [];
    readonly Dictionary<string, int> counts = [];

    /// <summary>A diagnostic that was added before keeps its source, so a build finding stays one.</summary>
    public void Add(Diagnostic diagnostic, FindingSource source)
    {
        var (path, span) = Where(diagnostic.Location);
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        all.TryAdd((diagnostic.Id, path, span, message), new(diagnostic, source));
    }

    /// <summary>The findings of the rules for these usages.</summary>
    public IReadOnlyList<AuditFinding> Of(IEnumerable<SmtpUsage> usages)
    {
        var places = usages
            .SelectMany(Findings.Of)
            .Select(found => (found.Rule.Id, Where(found.Finding.At.Location)))
            .ToHashSet();
        return Take(entry => Places(entry.Diagnostic).Any(place => places.Contains((entry.Diagnostic.Id, place))));
    }

    /// <summary>The findings not yet assigned to a row.</summary>
    public IReadOnlyList<AuditFinding> Rest() => Take(entry => !entry.IsTaken);

    /// <summary>Adds a finding located in another file, for which there is no diagnostic.</summary>
    public AuditFinding Add(RuleFinding found, FindingSource source)
    {
        var place = PlaceOf(found.Finding.At.Location);
        var message = string.Format(
            CultureInfo.InvariantCulture,
            found.Finding.Message ?? found.Rule.Message,
            [.. found.Finding.Arguments]
        );
        var fixes = new[] { found.Finding.FixTitle, found.Finding.OtherFixTitle }.OfType<string>().ToList();
        return new(
            found.Rule.Id,
            found.Severity == Severity.Warning ? "warning" : "info",
            message,
            place,
            source,
            fixes,
            Fingerprint(found.Rule.Id, place.Path, message)
        );
    }

    public Place PlaceOf(Location location)
    {
        var lines = location.GetLineSpan();
        var (start, end) = (lines.StartLinePosition, lines.EndLinePosition);
        return new(names.Of(lines.Path), start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1);
    }

    /// <summary>A short hash of the parts; repeated parts get a different one.</summary>
    public string Fingerprint(params string?[] parts)
    {
        var text = string.Join('\u001f', parts);
        lock (counts)
        {
            counts[text] = counts.GetValueOrDefault(text) + 1;
            text += counts[text] > 1 ? "\u001f" + counts[text].ToString(CultureInfo.InvariantCulture) : "";
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    public static (string Path, TextSpan Span) Where(Location location) =>
        (location.GetLineSpan().Path, location.SourceSpan);

    static IEnumerable<(string, TextSpan)> Places(Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Select(Where);

    List<AuditFinding> Take(Func<Entry, bool> isWanted)
    {
        var taken = all.Values.Where(isWanted).ToList();
        foreach (var entry in taken)
            entry.IsTaken = true;
        return
        [
            .. taken
                .Select(Finding)
                .OrderBy(found => found.Place.Path, StringComparer.Ordinal)
                .ThenBy(found => found.Place.Line)
                .ThenBy(found => found.Place.Column),
        ];
    }

    AuditFinding Finding(Entry entry)
    {
        if (entry.Finding is { } known)
            return known;
        var diagnostic = entry.Diagnostic;
        var place = PlaceOf(diagnostic.Location);
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        var fix = OfferedFix.TryRead(diagnostic);
        var fixes = new[] { fix?.Title, fix?.Other?.Title }.OfType<string>().ToList();
        var severity = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return entry.Finding = new(
            diagnostic.Id,
            severity,
            message,
            place,
            entry.Source,
            fixes,
            Fingerprint(diagnostic.Id, place.Path, message)
        );
    }

    sealed class Entry(Diagnostic diagnostic, FindingSource source)
    {
        public Diagnostic Diagnostic => diagnostic;

        public FindingSource Source => source;

        public bool IsTaken { get; set; }

        public AuditFinding? Finding { get; set; }
    }
}
