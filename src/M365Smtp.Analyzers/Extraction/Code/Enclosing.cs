using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Code;

/// <summary>What encloses an operation or a declaration.</summary>
internal static class Enclosing
{
    /// <summary>The loops around an operation, innermost first, also those outside a lambda.</summary>
    public static IEnumerable<ILoopOperation> Loops(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
            if (outer is ILoopOperation loop)
                yield return loop;
    }

    /// <summary>The whole body or initializer.</summary>
    public static IOperation Root(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } outer)
            root = outer;
        return root;
    }

    /// <summary>The method, the local function or the lambda around an operation.</summary>
    public static IOperation Function(IOperation operation)
    {
        var code = operation;
        while (code.Parent is { } outer)
        {
            code = outer;
            if (code is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return code;
        }
        return code;
    }

    /// <summary>Whether a symbol is declared inside a piece of code.</summary>
    public static bool Declares(IOperation code, ISymbol symbol) =>
        Declarations
            .Of(symbol, code.SemanticModel?.Compilation)
            .Any(reference =>
                reference.SyntaxTree == code.Syntax.SyntaxTree && code.Syntax.Span.Contains(reference.Span)
            );
}
