using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Migration;

internal static class FreeName
{
    /// <summary>The name, with a number behind it where it means something already.</summary>
    /// <param name="going">What will have the name no longer.</param>
    public static string Of(string name, SyntaxNode within, SemanticModel model, ISymbol? going = null)
    {
        var taken = new HashSet<string>(within.DescendantTokens().Select(token => token.ValueText).Where(text => text != going?.Name));
        var free = name;
        for (var i = 2; taken.Contains(free) || model.LookupSymbols(within.SpanStart, name: free).Any(known => !SymbolEqualityComparer.Default.Equals(known, going)); i++) free = name + i;
        return free;
    }
}
