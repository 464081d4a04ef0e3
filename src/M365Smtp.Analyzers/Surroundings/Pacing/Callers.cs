using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Where a file runs a method, a local function or a lambda of its own.</summary>
/// <param name="bodies">The code of the file.</param>
internal sealed class Callers(IReadOnlyList<IOperation> bodies)
{
    // A delegate in a variable, given to a method that gives it to another one.
    const int Deepest = 3;

    ILookup<IMethodSymbol, IOperation>? uses;

    /// <summary>The calls of this code, each with the constants that the code around it gets.</summary>
    public IEnumerable<(IOperation Call, FailureState Known)> Of(IOperation code)
    {
        if (code is IAnonymousFunctionOperation)
            return Runs(code, 0);
        uses ??= bodies
            .SelectMany(body => body.Descendants())
            .Where(inner => Target(inner) is not null)
            .ToLookup(inner => Target(inner)!, (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
        return MethodOf(code) is { } method ? uses[method].SelectMany(CallsOf) : [];
    }

    static IMethodSymbol? Target(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => Declarations.WithBody(call.TargetMethod),
            IMethodReferenceOperation reference => Declarations.WithBody(reference.Method),
            _ => null,
        };

    /// <summary>The method or the local function that is this code; null for a lambda.</summary>
    public static IMethodSymbol? MethodOf(IOperation code) =>
        code is ILocalFunctionOperation { Symbol: var local } ? local
        : code is IAnonymousFunctionOperation ? null
        : code.Descendants().FirstOrDefault() is { Syntax: var first }
        && code.SemanticModel?.GetEnclosingSymbol(first.SpanStart) is IMethodSymbol method
            ? method
        : null;

    // A method given to other code may run there, at once.
    IEnumerable<(IOperation Call, FailureState Known)> CallsOf(IOperation use) =>
        use is IMethodReferenceOperation && Runs(use, 0).ToList() is { Count: > 0 } runs
            ? runs
            : [(use, FailureState.Empty)];

    /// <summary>The calls of a delegate: of a variable that holds it, or of a parameter that gets it.</summary>
    IEnumerable<(IOperation Call, FailureState Known)> Runs(IOperation made, int depth)
    {
        var held = made;
        while (held.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            held = held.Parent;
        if (depth == Deepest)
            return [];
        return held.Parent switch
        {
            IArgumentOperation
            {
                Parent: IInvocationOperation { TargetMethod: { Name: "Run", ContainingType.Name: "Task" } } run
            } => Loops.IsStarted(run) ? [] : [(run, FailureState.Empty)],
            IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call } => Callees.BodyOf(
                Declarations.WithBody(call.TargetMethod),
                bodies
            )
                is { } body
                ? Runs(body, ParameterOf(call, parameter), Constants(call), depth)
                : [],
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => Runs(
                Enclosing.Root(made),
                local,
                FailureState.Empty,
                depth
            ),
            _ => [],
        };
    }

    IEnumerable<(IOperation Call, FailureState Known)> Runs(
        IOperation code,
        ISymbol variable,
        FailureState known,
        int depth
    ) =>
        code.Descendants()
            .Where(inner => Equals(FailureState.Key(inner), variable) && inner is not IConversionOperation)
            .SelectMany(reference =>
                reference.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call
                    ? [(call, known)]
                    : Runs(reference, depth + 1)
            );

    static IParameterSymbol ParameterOf(IInvocationOperation call, IParameterSymbol parameter) =>
        Declarations.WithBody(call.TargetMethod).Parameters[parameter.Ordinal];

    static FailureState Constants(IInvocationOperation call) =>
        call
            .Arguments.Where(argument =>
                argument is { Parameter: not null, Value.ConstantValue.HasValue: true }
            )
            .Aggregate(
                FailureState.Empty,
                (state, argument) =>
                    state.With(
                        (object)ParameterOf(call, argument.Parameter!),
                        HeldValue.Of(ClientCalls.Unconverted(argument.Value).ConstantValue.Value)
                    )
            );
}
