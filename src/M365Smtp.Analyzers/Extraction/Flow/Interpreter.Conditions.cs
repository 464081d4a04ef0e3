using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>What a branch has decided holds on its path: the same question asked again has the same answer, so that one
/// provider's host never meets another's port.</summary>
internal sealed partial class Interpreter
{
    State Assume(State before, IOperation condition, bool holds)
    {
        before = Assumed(before, condition, holds);
        if (Asked(condition) is var (question, answer, isEqual))
            before = Answer(before, question, answer, holds == isEqual);
        // In 'a && b' one false part decides all, and the last part that is true.
        return Chain(condition) is var (whole, isAnd, isLast) && (holds != isAnd || isLast)
            ? Answer(before, whole, true, holds)
            : before;
    }

    State Assumed(State before, IOperation condition, bool holds) =>
        condition switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } => Assumed(
                before,
                inner,
                !holds
            ),
            ILocalReferenceOperation { Local: var local } => before.SetVariable(local, Assumed(holds, condition)),
            IParameterReferenceOperation { Parameter: var parameter } => before.SetVariable(
                parameter,
                Assumed(holds, condition)
            ),
            IInvocationOperation { TargetMethod.Name: var name } call when IsQuestion(name) => before.Decide(
                new SameCall(call.Syntax.ToString()),
                Assumed(holds, condition)
            ),
            _ => before,
        };

    Value.Constant Assumed(bool holds, IOperation condition) => Computed(holds, condition) with { IsAssumed = true };

    // 'env.IsDevelopment()' answers the same each time.
    static bool IsQuestion(string method) =>
        method.StartsWith("Is", StringComparison.Ordinal)
        && method is not ("IsMatch" or "IsNullOrEmpty" or "IsNullOrWhiteSpace");

    State Answer(State before, Question question, object? answer, bool isEqual)
    {
        scope.HasAsked = true;
        return isEqual
            ? before.Decide(question, new Value.Answer(answer))
            : before.Decide(new Denial(question, answer), new Value.Answer(false));
    }

    /// <summary>What the path has decided about a condition before; null where it has not.</summary>
    bool? Decided(IOperation? condition)
    {
        if (condition is null)
            return null;
        if (Asked(condition) is var (question, answer, isEqual) && Known(question, answer) is { } known)
            return known == isEqual;
        return
            Chain(condition) is var (whole, isAnd, isLast) && Known(whole, true) is { } all && (all == isAnd || isLast)
            ? all
            : null;
    }

    bool? Known(Question question, object? answer) =>
        state.AnswerTo(question) is Value.Answer { Said: var said } ? Equals(said, answer)
        : state.AnswerTo(new Denial(question, answer)) is Value.Answer ? false
        : null;

    /// <summary>The 'a &amp;&amp; b' or 'a || b' that a condition is a part of; null where it stands alone.</summary>
    (Question Whole, bool IsAnd, bool IsLast)? Chain(IOperation condition)
    {
        if (!scope.HasEndpoints(graph) || scope.Source.Written(condition) is not { } part)
            return null;
        var (kind, isLast) = (BinaryOperatorKind.None, true);
        while (
            part.Parent
                is IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            } outer
            && (kind == BinaryOperatorKind.None || outer.OperatorKind == kind)
        )
        {
            isLast &= ReferenceEquals(outer.RightOperand, part);
            (kind, part) = (outer.OperatorKind, outer);
        }
        return kind != BinaryOperatorKind.None && Wording(part) is { } whole
            ? (whole, kind == BinaryOperatorKind.ConditionalAnd, isLast)
            : null;
    }

    /// <summary>Any other condition: the same words ask the same, while nobody changes their variables.</summary>
    Question? Wording(IOperation condition) =>
        condition
            .DescendantsAndSelf()
            .Any(inner =>
                inner is ILocalReferenceOperation { Local: var local } && IsChanged(local)
                || inner is IParameterReferenceOperation { Parameter: var parameter } && IsChanged(parameter)
                || inner is IFlowCaptureReferenceOperation
            )
            ? null
            : new(null, condition.Syntax.ToString(), frame.Path);

    /// <summary>A condition as a question about something that nobody changes meanwhile: 'provider == "gmail"',
    /// 'user.EndsWith("@gmail.com")', 'settings.UsesGmail'.</summary>
    // Only where a host or a port is chosen does it matter which meets which.
    (Question, object? Answer, bool IsEqual)? Asked(IOperation condition) =>
        !scope.HasEndpoints(graph)
            ? null
            : condition switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                    when Constant(test.RightOperand) is { } right => Asked(
                    test.LeftOperand,
                    right.Data,
                    test.OperatorKind == BinaryOperatorKind.Equals
                ),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                    when Constant(test.LeftOperand) is { } left => Asked(
                    test.RightOperand,
                    left.Data,
                    test.OperatorKind == BinaryOperatorKind.Equals
                ),
                IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test
                    when Constant(pattern.Value) is { } value => Asked(test.Value, value.Data, true),
                IIsPatternOperation
                {
                    Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern }
                } test when Constant(pattern.Value) is { } value => Asked(test.Value, value.Data, false),
                IIsNullOperation test => Asked(test.Operand, null, true),
                IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var inner } => Asked(inner)
                    is var (question, answer, isEqual)
                    ? (question, answer, !isEqual)
                    : null,
                IInvocationOperation or IMemberReferenceOperation when Subject(condition) is { } subject => (
                    subject,
                    true,
                    true
                ),
                // A loop asks each turn anew.
                _ => scope.Source.Written(condition)?.Parent is not ILoopOperation && Wording(condition) is { } words
                    ? (words, true, true)
                    : null,
            };

    (Question, object?, bool)? Asked(IOperation subject, object? answer, bool isEqual) =>
        Subject(subject) is { } question ? (question, answer, isEqual) : null;

    Value.Constant? Constant(IOperation operation) =>
        operation.ConstantValue.HasValue ? Computed(operation.ConstantValue.Value, operation) : null;

    Question? Subject(IOperation? operation) =>
        operation switch
        {
            IConversionOperation conversion => Subject(conversion.Operand),
            IFlowCaptureReferenceOperation capture => places.TryGetValue(capture.Id, out var place)
                ? Subject(place)
                : null,
            ILocalReferenceOperation { Local: var local } => IsChanged(local) ? null : new(local, "", frame.Path),
            IParameterReferenceOperation { Parameter: var parameter } => IsChanged(parameter)
                ? null
                : new(parameter, "", frame.Path),
            // What a library's property tells ('client.IsConnected') its next call may change.
            IPropertyReferenceOperation { Arguments.IsEmpty: false } => null,
            IMemberReferenceOperation { Member.ContainingType: var type } when !IsInSource(type) => null,
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: var member } => new(
                member,
                "",
                frame.Path
            ),
            IMemberReferenceOperation { Instance: var on, Member.Name: var name } => Subject(on)?.Of("." + name),
            // Methods of a string, and 'string.IsNullOrEmpty(s)', tell the same of the same text.
            IInvocationOperation
            {
                TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: var name },
                Instance: var on
            } call => on is null
                ? call.Arguments.Length == 1
                    ? Subject(call.Arguments[0].Value)?.Of("." + name)
                    : null
                : call.Arguments.All(argument => argument.Value.ConstantValue.HasValue)
                    ? Subject(on)
                        ?.Of(
                            "."
                                + name
                                + "("
                                + string.Join(
                                    ",",
                                    call.Arguments.Select(argument => argument.Value.ConstantValue.Value)
                                )
                                + ")"
                        )
                    : null,
            _ => null,
        };

    /// <summary>A member that is set is asked anew.</summary>
    void Changed(ISymbol member)
    {
        if (scope.HasAsked)
            state = state.WithoutDecisions(decision => IsAbout(decision, member));
    }

    static bool IsAbout(Decision decision, ISymbol member) =>
        decision switch
        {
            Question question => SymbolEqualityComparer.Default.Equals(question.Root, member)
                || question.Members.Contains(question.Root is null ? member.Name : "." + member.Name),
            Denial denial => IsAbout(denial.Question, member),
            _ => false,
        };

    bool IsChanged(ISymbol variable) => scope.Reassigned(graph).Contains(variable);
}
