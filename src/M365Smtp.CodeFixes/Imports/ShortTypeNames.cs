using System.Text.RegularExpressions;
using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>Writes <c>global::Ns.Type</c> as short as the usings at the place allow.</summary>
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

    /// <summary>By their names alone, but for what stands in a namespace that the file itself writes out.</summary>
    /// <param name="needed">Gets the namespaces that usings must bring in for that.</param>
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

    /// <param name="name">A type, perhaps with members behind it.</param>
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
