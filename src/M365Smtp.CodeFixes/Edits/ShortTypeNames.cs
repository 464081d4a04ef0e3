using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Writes <c>global::Ns.Type</c> as short as the usings at the place allow.</summary>
internal static class ShortTypeNames
{
    const string Global = "global::";

    public static async Task<string> In(string text, Place place, CancellationToken cancel)
    {
        if (!text.Contains(Global) || await place.Document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model) return text;
        return Regex.Replace(text, Global + @"[\w.]+", match => Shorten(match.Value.Substring(Global.Length), model, place.Span.Start));
    }

    /// <param name="name">A type, perhaps with members behind it.</param>
    static string Shorten(string name, SemanticModel model, int position)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            if (model.Compilation.GetTypeByMetadataName(name.Substring(0, end)) is { } type)
                return ShortestName(type, model, position) + name.Substring(end);
        return Global + name;
    }

    static string ShortestName(INamedTypeSymbol type, SemanticModel model, int position)
    {
        var full = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string[] shorter = [type.ToMinimalDisplayString(model, position), full.Substring(Global.Length)];
        return shorter.FirstOrDefault(name => Means(name, type, model, position)) ?? full;
    }

    static bool Means(string name, INamedTypeSymbol type, SemanticModel model, int position) =>
        SymbolEqualityComparer.Default.Equals(type, model.GetSpeculativeSymbolInfo(
            position, SyntaxFactory.ParseExpression(name), SpeculativeBindingOption.BindAsExpression).Symbol);
}
