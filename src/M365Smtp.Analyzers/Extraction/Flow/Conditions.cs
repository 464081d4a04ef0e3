using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// A branch decision holds for the rest of its path: the same condition has the same result again, so one provider's
/// host never meets another's port.
/// </summary>
internal sealed class Conditions(Visit visit)
{
    public State Assume(State before, IOperation condition, bool holds)
    {
        before = WithAssumption(before, condition, holds);
        if (Asked(condition) is var (question, answer, isEqual))
            before = Decide(before, question, answer, holds == isEqual);
        // In 'a && b' one false part decides everything, and so does the last true part.
        foreach (var (whole, isAnd, isLast) in Chains(condition))
        {
            if (holds == isAnd && !isLast)
                break;
            if (whole is not null)
                before = Decide(before, whole, true, holds);
        }
        return before;
    }

    State WithAssumption(State before, IOperation condition, bool holds) =>
        condition switch
        {
            ILocalReferenceOperation { Local: var local } => before.SetVariable(local, Assumption(holds, condition)),
            IParameterReferenceOperation { Parameter: var parameter } => before.SetVariable(
                parameter,
                Assumption(holds, condition)
            ),
            IInvocationOperation { TargetMethod.Name: var name } call when IsQuestion(name) => before.Decide(
                new SameCall(call.Syntax.ToString()),
                Assumption(holds, condition)
            ),
            _ => before,
        };

    Value.Constant Assumption(bool holds, IOperation condition) =>
        Visit.Computed(holds, condition) with
        {
            IsAssumed = true,
        };

    // 'env.IsDevelopment()' has the same result each time.
    public static bool IsQuestion(string method) =>
        method.StartsWith("Is", StringComparison.Ordinal)
        && method is not ("IsMatch" or "IsNullOrEmpty" or "IsNullOrWhiteSpace");

    State Decide(State before, Question question, object? answer, bool isEqual)
    {
        visit.Scope.HasTestedMember = true;
        return isEqual
            ? before.Decide(question, new Value.Answer(answer))
            : before.Decide(new Denial(question, answer), new Value.Answer(false));
    }

    /// <summary>What the path already decided about a condition; null if nothing.</summary>
    public bool? Decided(IOperation? condition)
    {
        if (condition is null)
            return null;
        if (Asked(condition) is var (question, answer, isEqual) && Said(question, answer) is { } known)
            return known == isEqual;
        var (mayHold, mayFail) = (true, true);
        foreach (var (whole, isAnd, isLast) in Chains(condition))
        {
            mayHold &= isAnd || isLast;
            mayFail &= !isAnd || isLast;
            if (whole is not null && Said(whole, true) is { } all && (all ? mayHold : mayFail))
                return all;
        }
        return null;
    }

    bool? Said(Question question, object? answer) =>
        visit.State.AnswerTo(question) is Value.Answer { Said: var said } ? Equals(said, answer)
        : visit.State.AnswerTo(new Denial(question, answer)) is Value.Answer ? false
        : null;

    /// <summary>Each 'a &amp;&amp; b' or 'a || b' that contains a condition, from the inside out.</summary>
    IEnumerable<(Question? Whole, bool IsAnd, bool IsLast)> Chains(IOperation condition)
    {
        if (!visit.Scope.HasEndpoints(visit.Graph) || visit.Scope.Source.Written(condition) is not { } part)
            yield break;
        while (
            part.Parent is IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            } outer
        )
        {
            yield return (
                Wording(outer),
                outer.OperatorKind == BinaryOperatorKind.ConditionalAnd,
                ReferenceEquals(outer.RightOperand, part)
            );
            part = outer;
        }
    }

    /// <summary>Any other condition: the same text means the same, as long as its variables do not change.</summary>
    Question? Wording(IOperation condition) =>
        condition
            .DescendantsAndSelf()
            .Any(inner =>
                inner is ILocalReferenceOperation { Local: var local } && IsChanged(local)
                || inner is IParameterReferenceOperation { Parameter: var parameter } && IsChanged(parameter)
                || inner is IFlowCaptureReferenceOperation
            )
            ? null
            : new(null, condition.Syntax.ToString(), visit.Frame.Path);

    /// <summary>
    /// A condition as a question about something that does not change meanwhile: 'provider == "gmail"',
    /// 'user.EndsWith("@gmail.com")', 'settings.UsesGmail'.
    /// </summary>
    // Pairing matters only where a host or a port is chosen.
    (Question, object? Answer, bool IsEqual)? Asked(IOperation condition) =>
        !visit.Scope.HasEndpoints(visit.Graph)
            ? null
            : condition switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                    when ConstantOf(test.RightOperand) is { } right => Asked(
                    test.LeftOperand,
                    right.Data,
                    test.OperatorKind == BinaryOperatorKind.Equals
                ),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
                    when ConstantOf(test.LeftOperand) is { } left => Asked(
                    test.RightOperand,
                    left.Data,
                    test.OperatorKind == BinaryOperatorKind.Equals
                ),
                IIsPatternOperation { Pattern: IConstantPatternOperation pattern } test
                    when ConstantOf(pattern.Value) is { } value => Asked(test.Value, value.Data, true),
                IIsPatternOperation
                {
                    Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern }
                } test when ConstantOf(pattern.Value) is { } value => Asked(test.Value, value.Data, false),
                IIsNullOperation test => Asked(test.Operand, null, true),
                IInvocationOperation or IMemberReferenceOperation when Subject(condition) is { } subject => (
                    subject,
                    true,
                    true
                ),
                // A loop asks again on each iteration.
                _ => visit.Scope.Source.Written(condition)?.Parent is not ILoopOperation
                && Wording(condition) is { } words
                    ? (words, true, true)
                    : null,
            };

    (Question, object?, bool)? Asked(IOperation subject, object? answer, bool isEqual) =>
        Subject(subject) is { } question ? (question, answer, isEqual) : null;

    Value.Constant? ConstantOf(IOperation operation) =>
        operation.ConstantValue.HasValue ? Visit.Computed(operation.ConstantValue.Value, operation) : null;

    Question? Subject(IOperation? operation) =>
        operation switch
        {
            IConversionOperation conversion => Subject(conversion.Operand),
            IFlowCaptureReferenceOperation capture => visit.Captured.TryGetValue(capture.Id, out var place)
                ? Subject(place)
                : null,
            ILocalReferenceOperation { Local: var local } => IsChanged(local) ? null : new(local, "", visit.Frame.Path),
            IParameterReferenceOperation { Parameter: var parameter } => IsChanged(parameter)
                ? null
                : new(parameter, "", visit.Frame.Path),
            // A library's property ('client.IsConnected') may change with the next call.
            IPropertyReferenceOperation { Arguments.IsEmpty: false } => null,
            IMemberReferenceOperation { Member.ContainingType: var type } when !visit.IsInSource(type) => null,
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: var member } => new(
                member,
                "",
                visit.Frame.Path
            ),
            IMemberReferenceOperation { Instance: var on, Member.Name: var name } => Subject(on)?.Of("." + name),
            // String methods and 'string.IsNullOrEmpty(s)' give the same result for the same string.
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

    /// <summary>A member is asked again after it was set.</summary>
    public void Changed(ISymbol member)
    {
        if (visit.Scope.HasTestedMember)
            visit.State = visit.State.WithoutDecisions(decision => IsAbout(decision, member));
    }

    static bool IsAbout(Decision decision, ISymbol member) =>
        decision switch
        {
            Question question => SymbolEqualityComparer.Default.Equals(question.Root, member)
                || question.Members.Contains(question.Root is null ? member.Name : "." + member.Name),
            Denial denial => IsAbout(denial.Question, member),
            _ => false,
        };

    bool IsChanged(ISymbol variable) => visit.Scope.Reassigned(visit.Graph).Contains(variable);
}
