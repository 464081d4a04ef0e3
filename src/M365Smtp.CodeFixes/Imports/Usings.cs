using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using M365Smtp.CodeFixes.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>A list of using directives: where a new one goes, and what a removed one takes along.</summary>
internal sealed class Usings
{
    readonly SyntaxList<UsingDirectiveSyntax> list;

    readonly List<UsingDirectiveSyntax> plain;

    readonly CompilationUnitSyntax file;

    readonly SourceText text;

    // System namespaces come first, unless the file sorts purely alphabetically.
    readonly bool isSystemFirst;

    Usings(SyntaxList<UsingDirectiveSyntax> list, CompilationUnitSyntax file, SourceText text)
    {
        (this.list, this.file, this.text) = (list, file, text);
        plain = [.. list.Where(IsPlain)];
        isSystemFirst =
            plain.Count == 0 || IsSystem(NameOf(plain[0])) || !plain.Exists(known => IsSystem(NameOf(known)));
    }

    /// <summary>
    /// Inserts each into the list of the file or of the namespace, next to the one it follows; null if there is none,
    /// or one that differs between builds.
    /// </summary>
    public static IReadOnlyList<TextChange>? Adding(IReadOnlyCollection<string> namespaces, Place place)
    {
        if (namespaces.Count == 0)
            return [];
        if (place.Root is not CompilationUnitSyntax file)
            return null;
        var own = new Usings(ListFor(file, place.Span.Start), file, place.Text);
        return own.plain.Count > 0 && !own.plain.Exists(known => known.ContainsDirectives)
            ? [.. own.BehindPrevious(namespaces)]
            : null;
    }

    /// <summary>
    /// Inserts each into the list that imports System.Net.Mail, wherever that is, else into the file's or the
    /// namespace's, else into a new one; next to the one that it precedes, as System's often are a group of their own.
    /// </summary>
    /// <param name="aliases">Full names of types that get an alias.</param>
    /// <param name="isDropped">True if System.Net.Mail is no longer imported.</param>
    /// <param name="position">Where the client is.</param>
    public static IEnumerable<TextChange> InPlaceOfNetMail(
        CompilationUnitSyntax root,
        IEnumerable<string> namespaces,
        IEnumerable<string> aliases,
        bool isDropped,
        int position,
        SourceText text
    )
    {
        var list = ListFor(root, position);
        var present = root.DescendantNodes().OfType<UsingDirectiveSyntax>().Where(IsPlain).Select(NameOf);
        var usings = new Usings(list, root, text);
        var added = usings.BeforeNext(namespaces.Except(present)).ToList();
        var removed = isDropped
            ? list.Where(IsOfNetMail).Select(old => Removed(old, text, isReplaced: added.Count > 0))
            : [];
        return [.. added, .. usings.Aliased(aliases), .. removed];
    }

    static SyntaxList<UsingDirectiveSyntax> ListFor(CompilationUnitSyntax root, int position)
    {
        var namespaces = root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().ToList();
        if (namespaces.Find(inner => inner.Usings.Any(IsOfNetMail)) is { } importing)
            return importing.Usings;
        return !root.Usings.Any(IsPlain)
            && namespaces.Find(inner => inner.Usings.Any(IsPlain) && inner.Span.Contains(position)) is { } around
            ? around.Usings
            : root.Usings;
    }

    /// <summary>The directive with its trailing comment.</summary>
    /// <param name="isReplaced">Whether others take its place in the same step.</param>
    public static TextChange Removed(UsingDirectiveSyntax directive, SourceText text, bool isReplaced)
    {
        var behind = directive.GetTrailingTrivia().LastOrDefault(RemovedStatement.IsComment);
        var span =
            behind.RawKind == 0 || !text.AreOnOneLine(directive.Span.End, behind.Span.End)
                ? directive.Span
                : TextSpan.FromBounds(directive.SpanStart, behind.Span.End);
        return new TextChange(isReplaced ? text.WithItsLine(span) : text.WithItsLines(span), "");
    }

    /// <summary>True if the file spells out this namespace before a name.</summary>
    public static bool WritesInFull(SyntaxNode file, string name) =>
        file.DescendantNodes(node => node is not UsingDirectiveSyntax)
            .Any(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax && node.ToString() == name);

    /// <summary>Each right behind the last that sorts before it, in the same group.</summary>
    IEnumerable<TextChange> BehindPrevious(IEnumerable<string> namespaces) =>
        from name in namespaces.OrderBy(Key, StringComparer.Ordinal)
        group $"using {name};" by plain.FindLast(known => Compare(known, name) < 0) into placed
        select placed.Key is { } previous ? Behind(previous, placed) : Before(plain[0], placed);

    /// <summary>Each right before the first that sorts later, in the group of that one; else behind the last.</summary>
    IEnumerable<TextChange> BeforeNext(IEnumerable<string> namespaces) =>
        from name in namespaces.OrderBy(Key, StringComparer.Ordinal)
        group $"using {name};" by plain.Find(known => Compare(known, name) > 0) into placed
        select placed.Key is { } next && text.IsFirstOnLine(next.SpanStart)
            ? Before(next, placed)
            : Behind(plain.LastOrDefault() ?? list.LastOrDefault(), placed);

    IEnumerable<TextChange> Aliased(IEnumerable<string> types)
    {
        var lines = types
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => $"using {TypeNames.Simple(name)} = {name};")
            .ToList();
        return lines.Count == 0 ? [] : [Behind(list.LastOrDefault(), lines)];
    }

    int Compare(UsingDirectiveSyntax known, string name) => string.CompareOrdinal(Key(NameOf(known)), Key(name));

    string Key(string name) => (isSystemFirst && IsSystem(name) ? "0" : "1") + name.ToUpperInvariant();

    TextChange Before(UsingDirectiveSyntax next, IEnumerable<string> lines) =>
        TextChanges.Insert(text.Lines.GetLineFromPosition(next.SpanStart).Start, OnLines(lines));

    TextChange Behind(UsingDirectiveSyntax? last, IEnumerable<string> lines)
    {
        if (last is null)
            return FirstUsings.Inserted(file, lines, text);
        // Otherwise other code or the end of the file follows on its line.
        var endsLine = last.GetTrailingTrivia().LastOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
        var written = endsLine ? OnLines(lines) : string.Concat(lines.Select(line => LineBreak + Indentation + line));
        return TextChanges.Insert(last.FullSpan.End, written);
    }

    string OnLines(IEnumerable<string> lines) => string.Concat(lines.Select(line => Indentation + line + LineBreak));

    string Indentation => list.Count > 0 ? text.Indentation(list[0].SpanStart) : "";

    string LineBreak => text.LineBreak(list.Count > 0 ? list[0].SpanStart : 0);

    static bool IsPlain(UsingDirectiveSyntax known) =>
        known is { Alias: null, Name: not null }
        && known.StaticKeyword.IsKind(SyntaxKind.None)
        && known.GlobalKeyword.IsKind(SyntaxKind.None);

    static bool IsOfNetMail(UsingDirectiveSyntax known) => IsPlain(known) && NameOf(known) == NetMail.Namespace;

    static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    static string NameOf(UsingDirectiveSyntax known) => known.Name!.ToString();
}
