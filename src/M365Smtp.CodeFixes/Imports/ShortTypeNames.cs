using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Writes <c>global::Ns.Type</c> as short as the using directives in scope allow.</summary>
internal static class ShortTypeNames
{
    const string Global = "global::";

    public static async Task<string> In(string text, Place place, CancellationToken cancel)
    {
        if (
            !text.Contains(Global)
            || await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
        )
            return text;
        return Regex.Replace(
            text,
            Global + @"[\w.]+",
            match => Shorten(match.Value.Substring(Global.Length), model, place.Span.Start)
        );
    }

    /// <summary>Simple names, except for types in namespaces that the file itself spells out.</summary>
    /// <param name="needed">Receives the namespaces that must be imported.</param>
    public static async Task<string> ByUsings(string text, Place place, ISet<string> needed, CancellationToken cancel)
    {
        if (
            !text.Contains(Global)
            || await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
        )
            return text;
        return Regex.Replace(
            text,
            Global + @"[\w.]+",
            match =>
            {
                var name = match.Value.Substring(Global.Length);
                if (
                    TypeIn(name, model) is not { ContainingType: null } type
                    || ShortestName(type, model, place.Span.Start) == type.Name
                )
                    return Shorten(name, model, place.Span.Start);
                var space = type.ContainingNamespace.ToDisplayString();
                if (Usings.WritesInFull(place.Root, space))
                    return Shorten(name, model, place.Span.Start);
                needed.Add(space);
                return type.Name + name.Substring(type.ToDisplayString().Length);
            }
        );
    }

    /// <summary>Shortens the names that are written in full only because a namespace has the same.</summary>
    /// <param name="space">The namespace, which is no longer imported.</param>
    public static IEnumerable<TextChange> Unclashed(string space, SemanticModel model, CancellationToken cancel) =>
        from node in model.SyntaxTree.GetRoot(cancel).DescendantNodes(node => node is not UsingDirectiveSyntax)
        where node is QualifiedNameSyntax or MemberAccessExpressionSyntax
        let type = model.GetSymbolInfo(node, cancel).Symbol as INamedTypeSymbol
        where
            type is { Arity: 0 }
            && node.ToString() == type.ToDisplayString()
            && model.Compilation.GetTypeByMetadataName($"{space}.{type.Name}") is not null
            && Means(type.Name, type, model, node.SpanStart)
        select new TextChange(node.Span, type.Name);

    /// <param name="name">A type, optionally followed by members.</param>
    static string Shorten(string name, SemanticModel model, int position) =>
        TypeIn(name, model) is { } type
            ? ShortestName(type, model, position) + name.Substring(type.ToDisplayString().Length)
            : Global + name;

    static INamedTypeSymbol? TypeIn(string name, SemanticModel model)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            if (model.Compilation.GetTypeByMetadataName(name.Substring(0, end)) is { } type)
                return type;
        return null;
    }

    static string ShortestName(INamedTypeSymbol type, SemanticModel model, int position)
    {
        var full = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string[] shorter = [type.ToMinimalDisplayString(model, position), full.Substring(Global.Length)];
        return shorter.FirstOrDefault(name => Means(name, type, model, position)) ?? full;
    }

    static bool Means(string name, INamedTypeSymbol type, SemanticModel model, int position) =>
        SymbolEqualityComparer.Default.Equals(
            type,
            model
                .GetSpeculativeSymbolInfo(
                    position,
                    SyntaxFactory.ParseExpression(name),
                    SpeculativeBindingOption.BindAsExpression
                )
                .Symbol
        );
}
