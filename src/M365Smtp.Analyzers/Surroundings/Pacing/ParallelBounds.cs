using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>
/// What limits parallel calls. An unknown limit, or one that a mailbox allows, is the author's decision; one above that
/// is known to be too high.
/// </summary>
internal static class ParallelBounds
{
    public static bool MayHold(IOperation operation, IReadOnlyList<IOperation> bodies) =>
        operation switch
        {
            IArgumentOperation { Value: { Type.Name: "ParallelOptions" } options } => MayBeFew(options, bodies),
            IInvocationOperation
            {
                TargetMethod: { Name: "WithDegreeOfParallelism", ContainingType.Name: "ParallelEnumerable" }
            } limited => limited.Arguments.Any(argument =>
                argument.Parameter?.Name == "degreeOfParallelism" && !IsTooMany(argument.Value)
            ),
            IInvocationOperation { Instance: { Type.Name: "SemaphoreSlim" } gate } => CreationOf(gate, bodies)
                is not IObjectCreationOperation { Arguments: [{ Value: var places }, ..] }
                || !IsTooMany(places),
            _ => Pauses.Is(operation),
        };

    static bool MayBeFew(IOperation options, IReadOnlyList<IOperation> bodies)
    {
        if (CreationOf(options, bodies) is not IObjectCreationOperation made)
            return true;
        var degrees = Degrees(made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, _ => true);
        if (Variable(options) is { } variable)
            degrees = degrees.Concat(
                Degrees(
                    bodies.SelectMany(body => body.Descendants()),
                    on => on is not null && Same(Variable(on), variable)
                )
            );
        return degrees.Any(degree => !IsTooMany(degree));
    }

    static IEnumerable<IOperation> Degrees(IEnumerable<IOperation> code, Func<IOperation?, bool> isOptions) =>
        code.OfType<ISimpleAssignmentOperation>()
            .Where(set =>
                set.Target is IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" } degree
                && isOptions(degree.Instance)
            )
            .Select(set => set.Value);

    /// <summary>
    /// The expression that creates an object, or a variable's only initializer; null if it may be another object.
    /// </summary>
    static IOperation? CreationOf(IOperation value, IReadOnlyList<IOperation> bodies)
    {
        value = Unconverted(value);
        if (value is IObjectCreationOperation || Variable(value) is not { } variable)
            return value;
        var code = bodies.SelectMany(body => body.DescendantsAndSelf()).ToList();
        if (
            code.Any(inner =>
                inner is ISimpleAssignmentOperation { Target: var target } && Same(Variable(target), variable)
            )
        )
            return null;
        var initializer =
            variable is IFieldSymbol
                ? code.OfType<IFieldInitializerOperation>()
                    .FirstOrDefault(field => field.InitializedFields.Any(known => Same(known, variable)))
                : (ISymbolInitializerOperation?)
                    code.OfType<IVariableDeclaratorOperation>()
                        .FirstOrDefault(local => Same(local.Symbol, variable))
                        ?.GetVariableInitializer();
        return initializer is null ? null : Unconverted(initializer.Value);
    }

    static ISymbol? Variable(IOperation operation) =>
        Unconverted(operation) switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } => field,
            _ => null,
        };

    // -1 means no limit.
    static bool IsTooMany(IOperation number) =>
        number.ConstantValue is { HasValue: true, Value: -1 or > Limits.ConcurrentConnections };

    static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
