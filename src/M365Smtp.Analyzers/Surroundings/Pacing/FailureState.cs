using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Clients;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>The variables that the code after a refused sign-in has set.</summary>
/// <param name="Held">By symbol or flow capture; what is not in it may be anything.</param>
internal sealed record FailureState(ImmutableDictionary<object, HeldValue> Held)
{
    public static readonly FailureState Empty = new(ImmutableDictionary<object, HeldValue>.Empty);

    public FailureState With(IOperation target, HeldValue value) =>
        Key(target) is { } key ? With(key, value) : this;

    public FailureState With(object key, HeldValue value) => new(Held.SetItem(key, value));

    /// <summary>What both states agree on.</summary>
    public FailureState Or(FailureState other) =>
        new(
            Held.Keys.Union(other.Held.Keys)
                .ToImmutableDictionary(key => key, key => Of(key).Or(other.Of(key)))
        );

    public bool IsSame(FailureState other) =>
        Held.Count == other.Held.Count && Held.All(pair => other.Of(pair.Key) == pair.Value);

    /// <summary>The state before, or after code that may not run: what it changes is unclear.</summary>
    public FailureState Unless(FailureState after) =>
        after
            .Held.Where(pair => Of(pair.Key) != pair.Value)
            .Aggregate(this, (state, pair) => state.With(pair.Key, HeldValue.Unclear));

    public bool Holds(object key, HeldValue value) => Of(key) == value;

    public HeldValue Of(object key) => Held.TryGetValue(key, out var value) ? value : HeldValue.Anything;

    public HeldValue Of(IOperation operation) =>
        operation switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => HeldValue.Of(constant),
            ICaughtExceptionOperation => HeldValue.Refusal,
            IInvocationOperation when Held.TryGetValue(operation.Syntax, out var answer) => answer,
            IAwaitOperation { Operation: var task } => Of(task),
            IInvocationOperation
            {
                TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult",
                Instance: { } task
            } => Of(task),
            IPropertyReferenceOperation
            {
                Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" },
                Instance: { } task
            } => Of(task),
            IConversionOperation { Operand: var inner } => Of(inner),
            IParenthesizedOperation { Operand: var inner } => Of(inner),
            ISimpleAssignmentOperation { Value: var value } => Of(value),
            IIncrementOrDecrementOperation count => Of(count.Target).Plus(count.IsPostfix ? 0 : Step(count)),
            IObjectCreationOperation or IArrayCreationOperation or IInterpolatedStringOperation => Mixed(operation) with
            {
                IsObject = true,
            },
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } => Not(Of(inner)),
            IIsNullOperation { Operand: var inner } => Test(Of(inner), Of(inner).IsNull),
            IIsPatternOperation
            {
                Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } },
                Value: var value
            } => IsEqual(Of(value), HeldValue.Of(constant)),
            IIsPatternOperation
            {
                Pattern: INegatedPatternOperation
                {
                    Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } }
                },
                Value: var value
            } => Not(IsEqual(Of(value), HeldValue.Of(constant))),
            IBinaryOperation binary => Compared(binary.OperatorKind, Of(binary.LeftOperand), Of(binary.RightOperand)),
            _ when ListCount.Asked(operation) is { } count && Held.TryGetValue(count, out var known) => known,
            IPropertyReferenceOperation { Property.Name: "Message", Instance: { } on }
                when Of(on) == HeldValue.Refusal => HeldValue.Refusal,
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } on }
                when Of(on) == HeldValue.Refusal => HeldValue.Refusal,
            IMemberReferenceOperation { Instance: { } on and not IInstanceReferenceOperation } member =>
                Of(on).IsUnclear ? HeldValue.Unclear : Of(member.Member),
            _ when Key(operation) is { } key => Of(key),
            _ => Mixed(operation),
        };

    /// <summary>Unclear if a part is.</summary>
    HeldValue Mixed(IOperation operation) =>
        operation.ChildOperations.Any(part => Of(part).IsUnclear) ? HeldValue.Unclear : HeldValue.Anything;

    public static int Step(IIncrementOrDecrementOperation count) =>
        count.Kind == OperationKind.Increment ? 1 : -1;

    /// <summary>What a variable is called; null for everything else that can be assigned.</summary>
    public static object? Key(IOperation target) =>
        ClientCalls.Unconverted(target) switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            IMemberReferenceOperation { Member: var member } => member,
            IFlowCaptureReferenceOperation { Id: var id } => id,
            IDeclarationExpressionOperation { Expression: var declared } => Key(declared),
            _ => null,
        };

    static HeldValue Not(HeldValue value) => Test(value, !value.Truth);

    public static HeldValue Compared(BinaryOperatorKind kind, HeldValue left, HeldValue right) =>
        kind switch
        {
            BinaryOperatorKind.Equals => IsEqual(left, right),
            BinaryOperatorKind.NotEquals => Not(IsEqual(left, right)),
            BinaryOperatorKind.Add when right.Constant is int number => left.Plus(number),
            BinaryOperatorKind.Subtract when right.Constant is int number => left.Plus(-number),
            BinaryOperatorKind.Or when left.Truth == true || right.Truth == true => HeldValue.Of(true),
            BinaryOperatorKind.And when left.Truth == false || right.Truth == false => HeldValue.Of(false),
            _ => Unclear(left, right, Order(kind, left.Constant as int?, right.Constant as int?)),
        };

    static bool? Order(BinaryOperatorKind kind, int? left, int? right) =>
        left is null || right is null
            ? null
            : kind switch
            {
                BinaryOperatorKind.LessThan => left < right,
                BinaryOperatorKind.LessThanOrEqual => left <= right,
                BinaryOperatorKind.GreaterThan => left > right,
                BinaryOperatorKind.GreaterThanOrEqual => left >= right,
                _ => null,
            };

    static HeldValue IsEqual(HeldValue left, HeldValue right) =>
        Unclear(
            left,
            right,
            left.IsConstant && right.IsConstant ? Equals(left.Constant, right.Constant)
                : right.IsNull == true && left.IsNull == false || left.IsNull == true && right.IsNull == false ? false
                : null
        );

    static HeldValue Unclear(HeldValue left, HeldValue right, bool? known) =>
        Test(left with { IsUnclear = left.IsUnclear || right.IsUnclear }, known);

    static HeldValue Test(HeldValue value, bool? known) =>
        known is { } sure ? HeldValue.Of(sure)
        : value.IsUnclear ? HeldValue.Unclear
        : HeldValue.Anything;
}
