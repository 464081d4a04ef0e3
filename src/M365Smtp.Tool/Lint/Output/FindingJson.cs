using System.Globalization;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;

namespace M365Smtp.Tool.Lint.Output;

/// <summary>One finding, in the form printed by <c>--json</c>. Lines and columns start at 1; the end is
/// exclusive.</summary>
internal sealed record FindingJson(
    string Path,
    int Line,
    int Column,
    int EndLine,
    int EndColumn,
    string Rule,
    Severity Severity,
    string Message,
    string? Fix
)
{
    public static FindingJson Of(RuleFinding found)
    {
        var place = found.Finding.At.Location.GetLineSpan();
        var (start, end) = (place.StartLinePosition, place.EndLinePosition);
        return new(
            place.Path,
            start.Line + 1,
            start.Character + 1,
            end.Line + 1,
            end.Character + 1,
            found.Rule.Id,
            found.Severity,
            MessageOf(found),
            found.Finding.FixTitle
        );
    }

    /// <summary>All findings of a run, ordered by position within each file.</summary>
    public static FindingJson[] In(IEnumerable<LintedFile> files) =>
        [
            .. files.SelectMany(file =>
                file.Findings.Select(Of).OrderBy(found => found.Line).ThenBy(found => found.Column)
            ),
        ];

    /// <summary>In the compiler's format.</summary>
    public override string ToString() =>
        $"{Path}({Line},{Column}): {(Severity == Severity.Warning ? "warning" : "info")} {Rule}: {Message}";

    static string MessageOf(RuleFinding found) =>
        string.Format(
            CultureInfo.InvariantCulture,
            found.Finding.Message ?? found.Rule.Message,
            [.. found.Finding.Arguments]
        );
}

/// <summary>The result of a run, in the form printed by <c>--json</c>.</summary>
internal sealed record LintJson(int Files, IReadOnlyList<FindingJson> Findings, IReadOnlyList<FileProblem> Problems);
