using M365Smtp.Analyzers.Extraction.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>The value of a variable that is set only where it is declared.</summary>
internal static class OnlyValues
{
    /// <summary>
    /// The expression that creates an object, or a variable's only initializer; null if it may be another object.
    /// </summary>
    public static IOperation? Of(IOperation value, IReadOnlyList<IOperation> bodies)
    {
        value = ClientCalls.Unconverted(value);
        if (value is IObjectCreationOperation || Variable(value) is not { } variable)
            return value;
        var code = bodies.SelectMany(body => body.DescendantsAndSelf()).ToList();
        if (code.Any(inner => IsSet(inner, variable)))
            return null;
        var only =
            Initializer(variable, code)?.Value
            ?? (variable is IPropertySymbol { GetMethod: { } getter } ? ReturnedBy(getter, bodies) : null);
        return only is null ? null : ClientCalls.Unconverted(only);
    }

    /// <summary>What a method of the file returns, if it returns only one expression.</summary>
    public static IOperation? ReturnedBy(IMethodSymbol method, IReadOnlyList<IOperation> bodies) =>
        Callees.BodyOf(method.OriginalDefinition, bodies) is { } body
        && body.Descendants().OfType<IReturnOperation>().ToList()
            is [{ Kind: OperationKind.Return, ReturnedValue: { } value }]
            ? value
            : null;

    static ISymbolInitializerOperation? Initializer(ISymbol variable, IEnumerable<IOperation> code) =>
        variable switch
        {
            IFieldSymbol => code.OfType<IFieldInitializerOperation>()
                .FirstOrDefault(field => field.InitializedFields.Any(known => Same(known, variable))),
            IPropertySymbol => code.OfType<IPropertyInitializerOperation>()
                .FirstOrDefault(property => property.InitializedProperties.Any(known => Same(known, variable))),
            _ => code.OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(local => Same(local.Symbol, variable))
                ?.GetVariableInitializer(),
        };

    static bool IsSet(IOperation code, ISymbol variable) =>
        code switch
        {
            IAssignmentOperation { Target: var target } => Same(Variable(target), variable),
            IIncrementOrDecrementOperation { Target: var target } => Same(Variable(target), variable),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var handed } => Same(
                Variable(handed),
                variable
            ),
            _ => false,
        };

    /// <summary>A local, or a member of the own class; null for every other expression.</summary>
    public static ISymbol? Variable(IOperation operation) =>
        ClientCalls.Unconverted(operation) switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } => field,
            IPropertyReferenceOperation
            {
                Instance: null or IInstanceReferenceOperation,
                Property: { SetMethod: null, IsIndexer: false } property
            } => property,
            _ => null,
        };

    public static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
