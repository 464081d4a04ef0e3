using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.CodeFixes.Code;

/// <summary>Finds the argument for a parameter, wherever it is in the call.</summary>
internal static class NamedArgument
{
    /// <summary>Null if the call omits it.</summary>
    public static ArgumentSyntax? For(this IEnumerable<IArgumentOperation> arguments, string parameter) =>
        arguments
            .FirstOrDefault(argument =>
                argument.Parameter?.Name == parameter && argument.ArgumentKind == ArgumentKind.Explicit
            )
            // 'password!' wraps the argument.
            ?.Syntax.FirstAncestorOrSelf<ArgumentSyntax>();
}
