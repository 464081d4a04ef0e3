using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Whether the callback that checks a server's certificate refuses any.</summary>
internal static class CertificateCallback
{
    // A callback that calls a method that checks.
    const int Deepest = 3;

    /// <summary>It returns true on every path, and no path throws.</summary>
    public static bool AcceptsAny(Value callback, Scope scope) =>
        callback is Value.Function { Result: Value.Constant { Data: true } } function
        && (function.Body is not { } body || !MayThrow(body, scope, 0));

    static bool MayThrow(ControlFlowGraph body, Scope scope, int depth) =>
        body.Blocks.Any(Throws)
        || depth < Deepest
            && body
                .OriginalOperation.Descendants()
                .OfType<IInvocationOperation>()
                .Any(call => MayThrow(call.TargetMethod, scope, depth + 1));

    static bool MayThrow(IMethodSymbol called, Scope scope, int depth) =>
        // ArgumentException.ThrowIfNullOrEmpty and its like
        called.Name.StartsWith("Throw", StringComparison.Ordinal)
        || Declarations.IsOwn(called, scope.Source.Compilation)
            && (scope.Graph(called.OriginalDefinition) is not { } body || MayThrow(body, scope, depth));

    static bool Throws(BasicBlock block) =>
        block.FallThroughSuccessor?.Semantics
            is ControlFlowBranchSemantics.Throw
                or ControlFlowBranchSemantics.Rethrow;
}
