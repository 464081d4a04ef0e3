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
            IInvocationOperation { Instance: { Type.Name: "SemaphoreSlim" } gate } => OnlyValues.Of(gate, bodies)
                is not IObjectCreationOperation { Arguments: [{ Value: var places }, ..] }
                || !IsTooMany(places),
            _ => Pauses.Is(operation),
        };

    static bool MayBeFew(IOperation options, IReadOnlyList<IOperation> bodies)
    {
        if (OnlyValues.Of(options, bodies) is not IObjectCreationOperation made)
            return true;
        var degrees = Degrees(made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, _ => true);
        if (OnlyValues.Variable(options) is { } variable)
            degrees = degrees.Concat(
                Degrees(
                    bodies.SelectMany(body => body.Descendants()),
                    on => on is not null && OnlyValues.Same(OnlyValues.Variable(on), variable)
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

    // -1 means no limit.
    static bool IsTooMany(IOperation number) =>
        number.ConstantValue is { HasValue: true, Value: -1 or > Limits.ConcurrentConnections };
}
