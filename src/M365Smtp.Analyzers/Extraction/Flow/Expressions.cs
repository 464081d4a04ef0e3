using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Expressions: a dozen kinds are read; every other is Unknown, and the objects it uses escape.</summary>
internal sealed class Expressions(Visit visit)
{
    public Value Evaluate(IOperation? operation)
    {
        if (operation is null || !visit.Scope.Spend())
            return Value.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return new Value.Constant(constant, OriginOfConstant(operation))
            {
                IsEnum = operation.Type?.TypeKind == TypeKind.Enum,
            };
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return visit.Evaluate(statement.Operation);
            case IParenthesizedOperation inner:
                return visit.Evaluate(inner.Operand);
            case IAwaitOperation await:
                return visit.Evaluate(await.Operation);
            case IConversionOperation conversion:
                return Convert(conversion, visit.Evaluate(conversion.Operand));
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation capture:
                return visit.State.ValueOf(visit.VariableOf(capture.Id));
            case ILocalReferenceOperation local:
                return visit.State.ValueOf(local.Local);
            case IParameterReferenceOperation parameter:
                return ReadParameter(parameter);
            case IInstanceReferenceOperation:
                return visit.Frame.This;
            case IFieldReferenceOperation field:
                return visit.MemberReads.Read(field, field.Field);
            case IPropertyReferenceOperation property:
                return visit.MemberReads.Read(property, property.Property);
            case ISimpleAssignmentOperation assignment:
                return visit.Objects.Assign(assignment.Target, visit.Evaluate(assignment.Value), assignment.Value);
            case ICompoundAssignmentOperation assignment:
                return visit.Objects.Compound(assignment);
            case IDeconstructionAssignmentOperation assignment:
                return visit.Objects.Deconstruct(assignment);
            case IIncrementOrDecrementOperation step:
                return visit.Objects.Assign(step.Target, Value.Unknown, step);
            case IEventAssignmentOperation subscription:
                return visit.Evaluate(subscription.HandlerValue);
            case IObjectCreationOperation creation:
                return visit.Objects.Create(creation);
            case ITypeParameterObjectCreationOperation creation when visit.Watches(creation.Type):
                return visit.Calls.FromOutside(new Allocation(creation, visit.Frame.Path, creation.Type));
            case ITupleOperation tuple:
                return visit.Objects.Elements(tuple, tuple.Elements);
            case IArrayCreationOperation { Initializer: { } items } array:
                return visit.Objects.Elements(array, items.ElementValues);
            case IInvocationOperation call:
                return visit.Calls.Call(call);
            case IInvalidOperation call:
                return visit.UnboundCalls.Unbound(call);
            case IDelegateCreationOperation creation:
                return visit.Evaluate(creation.Target);
            case IMethodReferenceOperation reference:
                return visit.Lambdas.Group(reference);
            case IFlowAnonymousFunctionOperation lambda:
                return visit.Lambdas.Lambda(lambda);
            case IIsNullOperation test:
                return visit.Evaluate(test.Operand) switch
                {
                    Value.Constant { Data: var data } => Visit.Computed(data is null, operation),
                    Value.Instance => Visit.Computed(false, operation),
                    var value
                        when value == ConfigurationValues.Absent && !visit.LookUps.IsPlaceholder(test)
                            || visit.LookUps.IsLeftOut(test) => Visit.Computed(
                        true,
                        operation
                    ),
                    _ => Value.Unknown,
                };
            case IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test:
                return Compare(
                    BinaryOperatorKind.Equals,
                    visit.Evaluate(test.Value),
                    visit.Evaluate(pattern.Value),
                    operation
                );
            case IIsPatternOperation test:
                return visit.Objects.Matched(test.Pattern, visit.Evaluate(test.Value), test.Value);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return visit.Evaluate(not.Operand) is Value.Constant { Data: bool flag, IsAssumed: var assumed }
                    ? Visit.Computed(!flag, operation) with
                    {
                        IsAssumed = assumed,
                    }
                    : Value.Unknown;
            case IBinaryOperation binary:
                return Compare(
                    binary.OperatorKind,
                    visit.Evaluate(binary.LeftOperand),
                    visit.Evaluate(binary.RightOperand),
                    operation
                );
            case ICoalesceOperation choice:
                return visit.LookUps.Defaulted(choice);
            case IInterpolatedStringOperation text:
                return Interpolate(text);
            case IUtf8StringOperation bytes:
                return Visit.Computed(bytes.Value, bytes);
            default:
                return Unhandled(operation);
        }
    }

    Value Capture(IFlowCaptureOperation capture)
    {
        if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation)
            visit.Captured[capture.Id] = capture.Value;
        var value = visit.Evaluate(capture.Value);
        // 'struct with { … }' copies without a call.
        if (
            value is Value.Instance { Allocation: { Type.IsValueType: true } original }
            && visit.Scope.Source.Written(capture.Value)?.Parent is IWithOperation with
        )
            value = visit.Copy(original, new Allocation(with, visit.Frame.Path, original.Type));
        return visit.Remember(capture.Id, value);
    }

    // 'record with { … }' starts as a copy; the constructor's arguments are left out.
    public Value Clone(Value.Instance original, IInvocationOperation call)
    {
        var copy = new Allocation(call, visit.Frame.Path, original.Allocation.Type);
        visit.Copy(original.Allocation, copy);
        foreach (var property in call.TargetMethod.ContainingType.GetMembers().OfType<IPropertySymbol>())
            if (visit.State.Has(copy, Slot.Parameter(property.Name)))
                visit.State = visit.State.SetMember(copy, Slot.Parameter(property.Name), Value.Unknown);
        return new Value.Instance(copy);
    }

    // A primary constructor's parameter that is read in a method was stored by the object.
    Value ReadParameter(IParameterReferenceOperation reference) =>
        visit.State.Has(reference.Parameter) || visit.Frame.This is not Value.Instance self
            ? visit.State.ValueOf(reference.Parameter)
        : visit.State.Member(self.Allocation, Slot.Parameter(reference.Parameter.Name)) is var kept
        && kept == Value.Unset
            ? Value.Unknown
        : kept;

    static Value Convert(IConversionOperation conversion, Value value) =>
        (conversion, value) switch
        {
            // Visual Basic: CInt("587"), CBool("true")
            ({ Type.SpecialType: SpecialType.System_Int32 }, Value.Constant { Data: string text } number)
                when int.TryParse(text, out var parsed) => number with
                {
                    Data = parsed,
                },
            ({ Type.SpecialType: SpecialType.System_Boolean }, Value.Constant { Data: string text } flag)
                when bool.TryParse(text, out var parsed) => flag with
                {
                    Data = parsed,
                },
            _ => value,
        };

    Value Compare(BinaryOperatorKind kind, Value left, Value right, IOperation at)
    {
        if (left is not Value.Constant { Data: var a } || right is not Value.Constant { Data: var b })
            return Value.Unknown;
        object? result = (kind, a, b) switch
        {
            (BinaryOperatorKind.Equals, _, _) => Equals(a, b),
            (BinaryOperatorKind.NotEquals, _, _) => !Equals(a, b),
            (BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate, string x, string y) => Joined(x, y),
            (BinaryOperatorKind.Or, int x, int y) => x | y,
            (BinaryOperatorKind.Or, bool x, bool y) => x | y,
            (BinaryOperatorKind.And, bool x, bool y) => x & y,
            (BinaryOperatorKind.LessThan, int x, int y) => x < y,
            (BinaryOperatorKind.LessThanOrEqual, int x, int y) => x <= y,
            (BinaryOperatorKind.GreaterThan, int x, int y) => x > y,
            (BinaryOperatorKind.GreaterThanOrEqual, int x, int y) => x >= y,
            _ => null,
        };
        return result is null ? Value.Unknown : Visit.Computed(result, at);
    }

    // No host, login or scope is longer; twenty strings that each contain the previous one twice would fill the memory.
    const int LongestText = 4096;

    static string? Joined(string first, string second) =>
        first.Length + second.Length <= LongestText ? first + second : null;

    Value Interpolate(IInterpolatedStringOperation text)
    {
        var all = "";
        foreach (var part in text.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation literal => literal.Text.ConstantValue.Value as string,
                IInterpolationOperation { FormatString: null, Alignment: null } hole => (
                    visit.Evaluate(hole.Expression) as Value.Constant
                )?.Data?.ToString(),
                _ => null,
            };
            all = value is null || all is null ? null : Joined(all, value);
        }
        return all is null ? Value.Unknown : Visit.Computed(all, text);
    }

    public Value Unhandled(IOperation operation)
    {
        var isCollection =
            operation.Type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true }
            && operation.Kind is OperationKind.None or (OperationKind)127;
        if (isCollection)
            return visit.Objects.Elements(operation, operation.ChildOperations);
        foreach (var child in operation.ChildOperations)
        {
            var value = visit.Evaluate(child);
            if (
                operation
                is not (IIsTypeOperation or IBinaryOperation or IArrayElementReferenceOperation)
            )
                visit.Objects.Escape(value, child);
        }
        return Value.Unknown;
    }

    Origin OriginOfConstant(IOperation constant)
    {
        ISymbol? named = constant switch
        {
            IFieldReferenceOperation { Field: { ContainingType.TypeKind: not TypeKind.Enum } field } => field,
            ILocalReferenceOperation { Local: var local } => local,
            IConversionOperation { Operand: var operand } => operand switch
            {
                IFieldReferenceOperation { Field: { ContainingType.TypeKind: not TypeKind.Enum } field } => field,
                ILocalReferenceOperation { Local: var local } => local,
                _ => null,
            },
            _ => null,
        };
        var declared = named is null ? null : visit.Scope.Source.Declaration(named, visit.Scope.Cancel);
        return declared is null ? Scope.Origin(constant.Syntax) : visit.Here(declared, constant);
    }
}
