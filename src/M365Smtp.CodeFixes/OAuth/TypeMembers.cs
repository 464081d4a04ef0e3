using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.OAuth;

/// <summary>Adds a field to the others of its type, following their layout.</summary>
internal static class TypeMembers
{
    /// <summary><c>private </c>, unless the type omits it.</summary>
    public static string Modifier(TypeDeclarationSyntax owner) =>
        Fields(owner)
            .Any(known =>
                !known.Modifiers.Any(SyntaxKind.PrivateKeyword) && !known.Modifiers.Any(SyntaxKind.PublicKeyword)
            )
            ? ""
            : "private ";

    /// <summary>After the last field, else at the top; null for a type on one line.</summary>
    /// <param name="comment">Goes on the line above it, or empty.</param>
    /// <param name="more">Another member, after an empty line.</param>
    public static TextChange? Field(
        TypeDeclarationSyntax owner,
        string field,
        string comment,
        SourceText text,
        string? more = null
    )
    {
        var fields = Fields(owner);
        // A member inside '#if' exists only in some builds.
        var last = owner.ContainsDirectives ? null : fields.LastOrDefault();
        if (owner.OpenBraceToken.IsMissing || owner.Members.Count == 0)
            return null;
        var after = last?.GetLastToken() ?? owner.OpenBraceToken;
        if (text.AreOnOneLine(after.SpanStart, after.GetNextToken().SpanStart))
            return null;
        var (lineBreak, indentation) = (text.LineBreak(after.SpanStart), text.Indentation(owner.Members[0].SpanStart));
        var lines = (comment.Length == 0 ? "" : indentation + comment + lineBreak) + indentation + field + lineBreak;
        if (more is not null)
            lines += lineBreak + indentation + more + lineBreak;
        var isApart = last is not null || fields.Count > 0 && more is null;
        return TextChanges.Insert(NextLine(text, after), isApart ? lines : lines + lineBreak);
    }

    // A line start, because the code before may be deleted with its whole line.
    public static int NextLine(SourceText text, SyntaxToken after) =>
        text.Lines.GetLineFromPosition(after.SpanStart).EndIncludingLineBreak;

    static IReadOnlyList<FieldDeclarationSyntax> Fields(TypeDeclarationSyntax owner) =>
        owner.Members.OfType<FieldDeclarationSyntax>().ToList();
}
