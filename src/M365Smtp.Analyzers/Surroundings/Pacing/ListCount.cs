using M365Smtp.Analyzers.Extraction.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>The key under which a state holds the number of items of a list in a local variable.</summary>
internal sealed record ListCount(ISymbol List)
{
    /// <summary>The state after a statement that may change the number.</summary>
    public static FailureState After(IOperation operation, FailureState state) =>
        operation switch
        {
            ISimpleAssignmentOperation { Value: var value } set when Of(set.Target) is { } list => IsEmpty(value)
                ? state.With((object)list, HeldValue.Of(0))
                : Unknown(list, state),
            IInvocationOperation { Instance: { } on } call when Of(on) is { } list => call.TargetMethod.Name == "Add"
                ? state.With((object)list, state.Of((object)list).Plus(1))
                : Unknown(list, state),
            IArgumentOperation { Value: var handed } when Of(handed) is { } list => Unknown(list, state),
            _ => state,
        };

    /// <summary>'errors.Count'</summary>
    public static ListCount? Asked(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "Count", Instance: { } on } ? Of(on) : null;

    static ListCount? Of(IOperation list) =>
        FailureState.Key(list) is ILocalSymbol { Type: { Name: "List", ContainingNamespace.Name: "Generic" } } local
            ? new(local)
            : null;

    static bool IsEmpty(IOperation value) =>
        ClientCalls.Unconverted(value) is IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null };

    static FailureState Unknown(ListCount list, FailureState state) => state.With((object)list, HeldValue.Unclear);
}
