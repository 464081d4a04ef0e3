using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>
/// Code with findings marked on their lines: <c>//! SMTP5001</c>, in Visual Basic <c>'! SMTP5001</c>. The rules under
/// test must report these lines and no others.
/// </summary>
static partial class MarkedCode
{
    public static async Task Check(Compilation compilation, params string[] rules)
    {
        var marked = compilation.SyntaxTrees.SelectMany(tree =>
            tree.GetText()
                .Lines.SelectMany(line =>
                    Mark().Match(line.ToString()) is { Success: true } mark
                        ? mark.Groups[1]
                            .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                            .Select(id => $"{tree.FilePath}:{line.LineNumber + 1} {id}")
                        : []
                )
        );
        var found = (await Report.DiagnosticsOf(compilation)).Where(one => rules.Contains(one.Id)).Select(Line);
        Assert.Equal(marked.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    static string Line(Diagnostic one) =>
        $"{one.Location.GetLineSpan().Path}:{one.Location.GetLineSpan().StartLinePosition.Line + 1} {one.Id}";

    [GeneratedRegex("(?://|')! ([A-Z0-9 ]+)")]
    private static partial Regex Mark();
}
