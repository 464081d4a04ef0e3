using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Edits;

/// <summary>Finds the argument for a parameter, wherever it stands in the call.</summary>
internal static class NamedArgument
{
    /// <summary>Null where the call leaves it out.</summary>
    public static ArgumentSyntax? For(this IEnumerable<IArgumentOperation> arguments, string parameter) =>
        arguments
            .FirstOrDefault(argument =>
                argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit
            )
            // 'password!' hides the argument around it.
            ?.Syntax.FirstAncestorOrSelf<ArgumentSyntax>();
}
