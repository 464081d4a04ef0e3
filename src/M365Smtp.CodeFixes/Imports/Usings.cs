using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>The using directives of a file.</summary>
internal static class Usings
{
    /// <summary>Inserts each in sort order; null if the file has no list to add to.</summary>
    public static IReadOnlyList<TextChange>? Adding(IReadOnlyCollection<string> namespaces, Place place)
    {
        if (namespaces.Count == 0)
            return [];
        if (
            place.Root is not CompilationUnitSyntax file
            || file.Usings.Where(IsPlain).ToList() is not { Count: > 0 } usings
            || usings.Any(known => known.ContainsDirectives)
        )
            return null;
        // System namespaces come first, unless the file sorts purely alphabetically.
        var systemFirst =
            IsSystem(usings[0].Name!.ToString()) || !usings.Any(known => IsSystem(known.Name!.ToString()));
        string Key(string name) => (systemFirst && IsSystem(name) ? "0" : "1") + name.ToUpperInvariant();
        return
        [
            .. from name in namespaces.OrderBy(Key, StringComparer.Ordinal)
            group name by usings.LastOrDefault(known =>
                string.CompareOrdinal(Key(known.Name!.ToString()), Key(name)) < 0
            ) into behind
            select Change(behind.Key, [.. behind], usings[0], place.Text),
        ];
    }

    /// <summary>True if the file spells out this namespace before a name.</summary>
    public static bool WritesInFull(SyntaxNode file, string name) =>
        file.DescendantNodes(node => node is not UsingDirectiveSyntax)
            .Any(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax && node.ToString() == name);

    static TextChange Change(
        UsingDirectiveSyntax? behind,
        IReadOnlyList<string> names,
        UsingDirectiveSyntax first,
        SourceText text
    )
    {
        var lineBreak = text.LineBreak(first.SpanStart);
        return behind is null
            ? TextChanges.Insert(first.SpanStart, string.Concat(names.Select(name => $"using {name};{lineBreak}")))
            : TextChanges.Insert(
                behind.SemicolonToken.EndOfLine(),
                string.Concat(names.Select(name => $"{lineBreak}using {name};"))
            );
    }

    static bool IsPlain(UsingDirectiveSyntax known) =>
        known is { Alias: null, Name: not null } && known.StaticKeyword == default && known.GlobalKeyword == default;

    static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
