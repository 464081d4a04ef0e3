using System.Text;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>The lines of some statements for a report: any literal may be a password, so only those known not to be are
/// shown.</summary>
internal static class CodeExcerpt
{
    const int MostLines = 12;

    /// <param name="shown">Literals that are hosts, mailboxes or keys.</param>
    public static IReadOnlyList<string> Of(IEnumerable<SyntaxNode> statements, IReadOnlySet<string> shown)
    {
        var lines = statements.SelectMany(node => Of(node, shown)).ToList();
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines), "…"];
    }

    static IEnumerable<string> Of(SyntaxNode node, IReadOnlySet<string> shown)
    {
        var text = new StringBuilder();
        foreach (var token in node.DescendantTokens())
        {
            Append(text, token.LeadingTrivia);
            text.Append(MayBeShown(token, shown) ? token.Text : Masked(token));
            Append(text, token.TrailingTrivia);
        }
        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0).ToList();
        // The indentation of the first line precedes its token and is lost.
        var indent = lines.Skip(1).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return lines.Select((line, index) => index == 0 ? line.Trim() : "    " + line[indent..].TrimEnd());
    }

    // Comments may contain passwords too.
    static void Append(StringBuilder text, SyntaxTriviaList trivia)
    {
        foreach (var piece in trivia)
            if (string.IsNullOrWhiteSpace(piece.ToString()) && !piece.HasStructure)
                text.Append(piece.ToString());
    }

    static bool MayBeShown(SyntaxToken token, IReadOnlySet<string> shown) =>
        !IsLiteral(token)
        || (
            token.Value is string value
            && (shown.Contains(value) || Hosts.Find(value) is { Kind: not HostKind.Malformed })
        );

    // The only tokens with text are quoted ones, the text between the holes of an interpolated string, and XML
    // literals.
    static bool IsLiteral(SyntaxToken token) =>
        token.Text.Contains('"') || token.Text.StartsWith('\'') || IsText(token);

    static bool IsText(SyntaxToken token) =>
        token.Parent?.GetType().Name is { } parent
        && (parent == "InterpolatedStringTextSyntax" || parent.StartsWith("Xml", StringComparison.Ordinal));

    static string Masked(SyntaxToken token) => IsText(token) ? Shown.Mask : "\"" + Shown.Mask + "\"";
}
