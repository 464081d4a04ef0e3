using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>The using directives of a file: the list that contains System.Net.Mail, else the first list.</summary>
internal sealed class UsingList(CompilationUnitSyntax root, SourceText text)
{
    readonly SyntaxList<UsingDirectiveSyntax> list = root.DescendantNodes()
        .OfType<BaseNamespaceDeclarationSyntax>()
        .Select(inner => inner.Usings)
        .Where(usings => usings.Any(IsNetMail))
        .DefaultIfEmpty(root.Usings)
        .First();

    /// <param name="dropped">A namespace that is no longer imported.</param>
    public IEnumerable<TextChange> Changes(IEnumerable<string> namespaces, IEnumerable<string> aliases, string? dropped)
    {
        var present = root.DescendantNodes()
            .OfType<UsingDirectiveSyntax>()
            .Where(IsPlain)
            .Select(known => known.Name!.ToString())
            .ToList();
        var added = namespaces
            .Except(present)
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => (Name: name, Line: $"using {name};"))
            .ToList();
        foreach (var placed in added.GroupBy(one => Position(one.Name)))
            yield return Lines(placed.Key, placed.Select(one => one.Line));
        var last = aliases
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => $"using {name.Substring(name.LastIndexOf('.') + 1)} = {name};")
            .ToList();
        if (last.Count > 0)
            yield return Lines(After(list.LastOrDefault()), last);
        foreach (var old in list.Where(known => IsPlain(known) && known.Name!.ToString() == dropped))
            yield return Removed(old, text, isTaken: added.Count > 0);
    }

    /// <summary>The directive with its trailing comment.</summary>
    /// <param name="isTaken">Others take its place.</param>
    public static TextChange Removed(UsingDirectiveSyntax directive, SourceText text, bool isTaken)
    {
        var behind = directive.GetTrailingTrivia().LastOrDefault(RemovedStatement.IsComment);
        var span =
            behind.RawKind == 0 || !text.AreOnOneLine(directive.Span.End, behind.Span.End)
                ? directive.Span
                : TextSpan.FromBounds(directive.SpanStart, behind.Span.End);
        return new TextChange(isTaken ? text.WithItsLine(span) : text.WithItsLines(span), "");
    }

    TextChange Lines(int position, IEnumerable<string> lines)
    {
        var lineBreak = text.LineBreak(Math.Max(0, position - 1));
        var indentation = list.Count > 0 ? text.Indentation(list[0].SpanStart) : "";
        return TextChanges.Insert(
            position,
            string.Concat(lines.Select(line => indentation + line + lineBreak)) + (list.Count == 0 ? lineBreak : "")
        );
    }

    /// <summary>
    /// Before the first that sorts later alphabetically, leaving System aside; else after the last of its kind.
    /// </summary>
    int Position(string name)
    {
        var plain = list.Where(IsPlain).ToList();
        var next = plain.FirstOrDefault(known =>
            !IsSystem(known) && string.CompareOrdinal(known.Name!.ToString(), name) > 0
        );
        return next is not null && text.IsFirstOnLine(next.SpanStart)
            ? text.Lines.GetLineFromPosition(next.SpanStart).Start
            : After(plain.LastOrDefault() ?? list.LastOrDefault());
    }

    int After(UsingDirectiveSyntax? directive) =>
        directive is null ? 0 : text.Lines.GetLineFromPosition(directive.Span.End).EndIncludingLineBreak;

    static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, Name: not null }
        && directive.StaticKeyword.IsKind(SyntaxKind.None)
        && directive.GlobalKeyword.IsKind(SyntaxKind.None);

    static bool IsSystem(UsingDirectiveSyntax directive) =>
        directive.Name!.ToString() is var name
        && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    static bool IsNetMail(UsingDirectiveSyntax directive) =>
        IsPlain(directive) && directive.Name!.ToString() == NetMail.Namespace;
}
