using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Names for new variables and fields that nothing else has.</summary>
internal sealed class FreeNames(SemanticModel model)
{
    readonly HashSet<(SyntaxNode Member, string Name)> given = [];

    /// <summary>The name, with a number appended if it is taken.</summary>
    /// <param name="body">The member that will declare it.</param>
    /// <param name="going">A symbol about to be removed, whose name becomes free.</param>
    public static string Like(string name, SyntaxNode body, SemanticModel model, ISymbol? going = null)
    {
        // 'password: "…"' names a parameter of another method.
        var taken = new HashSet<string>(
            body.DescendantTokens()
                .Where(token => token.Parent?.Parent is not NameColonSyntax)
                .Select(token => token.ValueText)
                .Where(text => text != going?.Name)
        );
        var free = name;
        for (
            var i = 2;
            taken.Contains(free)
                || model
                    .LookupSymbols(body.SpanStart, name: free)
                    .Any(known => !SymbolEqualityComparer.Default.Equals(known, going));
            i++
        )
            free = name + i;
        return free;
    }

    /// <summary>The same, and not the same name twice within a member.</summary>
    public string Like(string name, SyntaxNode function, ISymbol? going = null)
    {
        var member = Enclosing.Member(function);
        var free = Like(name, function, model, going);
        for (var i = 2; !given.Add((member, free)); i++)
            free = Like(name + i, function, model, going);
        return free;
    }
}
