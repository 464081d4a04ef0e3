using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What keeps a loop, or parallel calls, from sending more than a mailbox may.</summary>
internal static class Pauses
{
    static readonly string[] Words =
    [
        "Delay(",
        "Sleep(",
        ".WaitAsync(",
        ".WaitOne(",
        "WaitForNextTick",
        "AcquireAsync(",
        "Throttle",
        "Pause",
    ];

    public static bool Within(IOperation code) => code.Descendants().Any(Is);

    public static bool Is(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod: var method } => IsPause(method.Name) || MayPause(method, operation),
            IMethodReferenceOperation { Method: var method } => MayPause(method, operation),
            _ => false,
        };

    static bool IsPause(string name) =>
        name is "Delay" or "Sleep" or "Wait" or "WaitAsync" or "WaitOne" or "WaitForNextTickAsync"
        || name.StartsWith("Acquire", StringComparison.Ordinal)
        || name.Contains("Throttle")
        || name.Contains("Pause");

    /// <summary>
    /// A method of the project whose name says so, or an unknown method that takes nothing and returns a plain task,
    /// like one that waits for its turn.
    /// </summary>
    static bool MayPause(IMethodSymbol method, IOperation call)
    {
        var compilation = call.SemanticModel?.Compilation;
        var declared = Declarations.Of(method, compilation);
        var isHidden =
            method.IsAbstract
            || method.MethodKind == MethodKind.DelegateInvoke
            || declared.IsEmpty && !Callees.IsOfLibrary(method);
        return isHidden && WaitsForNothing(method)
            || Overrides(method, compilation)
                .SelectMany(other => Declarations.Of(other, compilation))
                .Concat(declared)
                .Any(part => part.GetSyntax().ToString() is var text && Array.Exists(Words, text.Contains));
    }

    // The methods of the project that a virtual call may run instead.
    static IEnumerable<ISymbol> Overrides(IMethodSymbol method, Compilation? compilation) =>
        compilation is null || !method.IsVirtual && !method.IsAbstract && !method.IsOverride
            ? []
            : compilation
                .GetSymbolsWithName(method.Name, SymbolFilter.Member)
                .Where(other =>
                    other is IMethodSymbol { Parameters.Length: var count } && count == method.Parameters.Length
                );

    static bool WaitsForNothing(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false }
        && method.Parameters.All(parameter => parameter.Type.Name == "CancellationToken");
}
