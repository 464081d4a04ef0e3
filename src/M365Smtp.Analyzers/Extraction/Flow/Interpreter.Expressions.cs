using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Expressions: a dozen kinds are read, every other one is Unknown and lets what it touches escape.</summary>
internal sealed partial class Interpreter
{
    Value Evaluate(IOperation? operation)
    {
        if (operation is null || !scope.Spend())
            return Value.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return new Value.Constant(constant, OriginOfConstant(operation))
            {
                IsEnum = operation.Type?.TypeKind == TypeKind.Enum,
            };
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case IParenthesizedOperation inner:
                return Evaluate(inner.Operand);
            case IAwaitOperation await:
                return Evaluate(await.Operation);
            case IConversionOperation conversion:
                return Convert(conversion, Evaluate(conversion.Operand));
            case IFlowCaptureOperation capture:
                return Capture(capture);
            case IFlowCaptureReferenceOperation capture:
                return state.ValueOf(Captured(capture.Id));
            case ILocalReferenceOperation local:
                return state.ValueOf(local.Local);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter);
            case IInstanceReferenceOperation:
                return frame.This;
            case IFieldReferenceOperation field:
                return Read(field, field.Field);
            case IPropertyReferenceOperation property:
                return Read(property, property.Property);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value), assignment.Value);
            case ICompoundAssignmentOperation assignment:
                return Compound(assignment);
            case IDeconstructionAssignmentOperation assignment:
                return Deconstruct(assignment);
            case IIncrementOrDecrementOperation step:
                return Assign(step.Target, Value.Unknown, step);
            case IEventAssignmentOperation subscription:
                return Evaluate(subscription.HandlerValue);
            case IObjectCreationOperation creation:
                return Create(creation);
            case ITupleOperation tuple:
                return Elements(tuple, tuple.Elements);
            case IArrayCreationOperation { Initializer: { } items } array:
                return Elements(array, items.ElementValues);
            case IInvocationOperation call:
                return Call(call);
            case IInvalidOperation call:
                return Unbound(call);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IMethodReferenceOperation reference:
                return Group(reference);
            case IFlowAnonymousFunctionOperation lambda:
                return Lambda(lambda);
            case IIsNullOperation test:
                return Evaluate(test.Operand) switch
                {
                    Value.Constant { Data: var data } => Computed(data is null, operation),
                    Value.Instance => Computed(false, operation),
                    var value
                        when value == ConfigurationValues.Absent && !IsPlaceholder(test)
                            || value == Value.Unknown && IsLeftOut(test) => Computed(true, operation),
                    _ => Value.Unknown,
                };
            case IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test:
                return Compare(BinaryOperatorKind.Equals, Evaluate(test.Value), Evaluate(pattern.Value), operation);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Evaluate(not.Operand) is Value.Constant { Data: bool flag, IsAssumed: var assumed }
                    ? Computed(!flag, operation) with
                    {
                        IsAssumed = assumed,
                    }
                    : Value.Unknown;
            case IBinaryOperation binary:
                return Compare(
                    binary.OperatorKind,
                    Evaluate(binary.LeftOperand),
                    Evaluate(binary.RightOperand),
                    operation
                );
            case IInterpolatedStringOperation text:
                return Join(text);
            case IUtf8StringOperation bytes:
                return Computed(bytes.Value, bytes);
            default:
                return Other(operation);
        }
    }

    Value Capture(IFlowCaptureOperation capture)
    {
        if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation)
            places[capture.Id] = capture.Value;
        var value = Evaluate(capture.Value);
        // 'struct with { … }' makes its copy without a call.
        if (
            value is Value.Instance { Allocation: { Type.IsValueType: true } original }
            && scope.Source.Written(capture.Value)?.Parent is IWithOperation with
        )
            value = Copy(original, new Allocation(with, frame.Path, original.Type));
        return Remember(capture.Id, value);
    }

    Variable Captured(CaptureId id) => new(graph, id);

    Value Remember(ISymbol symbol, Value value)
    {
        if (value is Value.Instance { Allocation: { Type: { IsValueType: true, IsTupleType: false } type } original })
            value = Copy(original, new Allocation(symbol, frame.Path, type));
        state = state.SetVariable(symbol, value);
        return value;
    }

    Value Remember(CaptureId capture, Value value)
    {
        state = state.SetVariable(Captured(capture), value);
        return value;
    }

    // A struct is copied into each variable: what happens to the copy leaves the original as it is.
    Value Copy(Allocation original, Allocation copy)
    {
        if (original.Equals(copy))
            return new Value.Instance(copy);
        var members = state.Members(original);
        state = state.Allocate(copy);
        foreach (var (name, value) in members)
            state = state.SetMember(copy, name, value);
        return new Value.Instance(copy);
    }

    // 'record with { … }' starts as a copy; what the constructor was given stays behind.
    Value Clone(Value.Instance original, IInvocationOperation call)
    {
        var copy = new Allocation(call, frame.Path, original.Allocation.Type);
        Copy(original.Allocation, copy);
        foreach (var property in call.TargetMethod.ContainingType.GetMembers().OfType<IPropertySymbol>())
            if (state.Has(copy, Slot.Parameter(property.Name)))
                state = state.SetMember(copy, Slot.Parameter(property.Name), Value.Unknown);
        return new Value.Instance(copy);
    }

    Value.Constant Computed(object? data, IOperation at) => new(data, Scope.Origin(at.Syntax));

    // A parameter of a primary constructor, read in a method, was kept by the object.
    Value Parameter(IParameterReferenceOperation reference) =>
        state.Has(reference.Parameter) || frame.This is not Value.Instance self ? state.ValueOf(reference.Parameter)
        : state.Member(self.Allocation, Slot.Parameter(reference.Parameter.Name)) is var kept && kept == Value.Unset
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

    static Value Same(Value value) => value == Value.Unset || value == ConfigurationValues.Elsewhere ? Value.Unknown : value;

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
        return result is null ? Value.Unknown : Computed(result, at);
    }

    // No host, login or scope is longer; twenty texts that each hold the last one twice would fill the memory.
    const int LongestText = 4096;

    static string? Joined(string first, string second) =>
        first.Length + second.Length <= LongestText ? first + second : null;

    Value Join(IInterpolatedStringOperation text)
    {
        var all = "";
        foreach (var part in text.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation literal => literal.Text.ConstantValue.Value as string,
                IInterpolationOperation { FormatString: null, Alignment: null } hole => (
                    Evaluate(hole.Expression) as Value.Constant
                )?.Data?.ToString(),
                _ => null,
            };
            all = value is null || all is null ? null : Joined(all, value);
        }
        return all is null ? Value.Unknown : Computed(all, text);
    }

    Value Other(IOperation operation)
    {
        var isCollection =
            operation.Type is IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true }
            && operation.Kind is OperationKind.None or (OperationKind)127;
        if (isCollection)
            return Elements(operation, operation.ChildOperations);
        foreach (var child in operation.ChildOperations)
        {
            var value = Evaluate(child);
            if (
                operation
                is not (IIsTypeOperation or IIsPatternOperation or IBinaryOperation or IArrayElementReferenceOperation)
            )
                Escape(value, child);
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
        var declared = named is null ? null : scope.Source.Declaration(named, scope.Cancel);
        return declared is null ? Scope.Origin(constant.Syntax) : Here(declared, constant);
    }

    // A value from another file is underlined where this file brings it in.
    Origin Here(Origin origin, IOperation at) =>
        origin.Via is null && origin.Location.SourceTree != scope.Tree && at.Syntax.SyntaxTree == scope.Tree
            ? origin with
            {
                Via = at.Syntax.GetLocation(),
            }
            : origin;
}
