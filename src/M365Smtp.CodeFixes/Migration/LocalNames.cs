using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>Hands out names for new variables, none of them twice in one member.</summary>
internal sealed class LocalNames(SemanticModel model)
{
    readonly HashSet<(SyntaxNode Member, string Name)> given = [];

    /// <param name="going">What has the name no longer afterwards.</param>
    public string Free(string name, SyntaxNode function, ISymbol? going = null)
    {
        var member = Around.Member(function);
        var free = OwnStatement.Unused(name, function, model, going);
        for (var i = 2; !given.Add((member, free)); i++)
            free = OwnStatement.Unused(name + i, function, model, going);
        return free;
    }
}
