using M365Smtp.CodeFixes.Edits;
using Microsoft.CodeAnalysis;

namespace M365Smtp.CodeFixes.Migration;

/// <summary>Generates names for new variables that are unique within a member.</summary>
internal sealed class LocalNames(SemanticModel model)
{
    readonly HashSet<(SyntaxNode Member, string Name)> given = [];

    /// <param name="going">A symbol about to be removed, whose name becomes free.</param>
    public string Free(string name, SyntaxNode function, ISymbol? going = null)
    {
        var member = Around.Member(function);
        var free = OwnStatement.Unused(name, function, model, going);
        for (var i = 2; !given.Add((member, free)); i++)
            free = OwnStatement.Unused(name + i, function, model, going);
        return free;
    }
}
