using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>What the statements and calls after a refused sign-in do.</summary>
/// <param name="bodies">The code of the file.</param>
/// <param name="deciding">The code that knows of the refusal, such as its catch clause; null if there is none.</param>
internal sealed class FailureCalls(IReadOnlyList<IOperation> bodies, SyntaxNode? deciding)
{
    // A helper that calls a helper.
    const int Deepest = 3;

    // They end the process, or ask the loop to end.
    static readonly ImmutableHashSet<string> Ending = ImmutableHashSet.Create(
        "Exit",
        "FailFast",
        "StopApplication",
        "StopAsync",
        "Cancel",
        "CancelAsync",
        "Abort",
        "Shutdown"
    );

    static readonly string[] LoggingLibraries = ["Serilog", "NLog", "log4net"];

    static readonly string[] LoggingWords =
    [
        "Log",
        "Write",
        "Trace",
        "Debug",
        "Info",
        "Warn",
        "Error",
    ];

    /// <summary>Whether a call comes back.</summary>
    public AfterRefusal Of(IInvocationOperation call, FailureState state)
    {
        if (Throws(call.TargetMethod))
            return AfterRefusal.ThrownOn;
        if (Ending.Contains(call.TargetMethod.Name))
            return AfterRefusal.LoopEnds;
        if (BodyOf(call) is { } body && StatementsOf(body).Any(IsThrow))
            return AfterRefusal.ThrownOn;
        return HasRefusal(call, state) && MayEnd(call, 0) ? AfterRefusal.Unknown : AfterRefusal.TriedAgain;
    }

    public FailureState Effect(IOperation operation, FailureState state) =>
        ListCount.After(operation, Set(operation, state));

    FailureState Set(IOperation operation, FailureState state) =>
        operation switch
        {
            IFlowCaptureOperation { Id: var id, Value: var value } => state.With(id, state.Of(value)),
            ISimpleAssignmentOperation { Target: var target, Value: var value } => state.With(
                target,
                IsOfAnother(target) || IsDecision(target, value, state) ? HeldValue.Unclear : state.Of(value)
            ),
            ICompoundAssignmentOperation set => state.With(
                set.Target,
                FailureState.Compared(set.OperatorKind, state.Of(set.Target), state.Of(set.Value))
            ),
            IIncrementOrDecrementOperation count => state.With(
                count.Target,
                state.Of(count.Target).Plus(FailureState.Step(count))
            ),
            IDeconstructionAssignmentOperation parts => Deconstructed(parts, state),
            IInvocationOperation call => Called(call, state),
            _ => state,
        };

    static FailureState Deconstructed(IDeconstructionAssignmentOperation parts, FailureState state)
    {
        var value = state.Of(parts.Value).IsUnclear ? HeldValue.Unclear : HeldValue.Anything;
        return parts
            .Target.DescendantsAndSelf()
            .Aggregate(state, (after, target) => target is ITupleOperation ? after : after.With(target, value));
    }

    FailureState Called(IInvocationOperation call, FailureState state)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref)
                state = state.With(argument.Value, HeldValue.Unclear);
        // 'errors.Add(e)', 'failed.Set()'
        if (
            call.Instance is { } on
            && !IsLogging(call.TargetMethod)
            && (IsCommand(call.TargetMethod) || HasRefusal(call, state))
        )
            state = state.With(on, state.Of(on) with { IsUnclear = true });
        return BodyOf(call) is { } body
            ? body.Descendants()
                .OfType<IAssignmentOperation>()
                .Where(set => set.Target is IMemberReferenceOperation)
                .Aggregate(state, (after, set) => after.With(set.Target, HeldValue.Unclear))
            : state;
    }

    static bool HasRefusal(IInvocationOperation call, FailureState state) =>
        call.Arguments.Any(argument => state.Of(argument.Value).IsUnclear)
        || call.Instance is { } on && state.Of(on) == HeldValue.Refusal;

    /// <summary>A method that gets the refusal may throw it on.</summary>
    bool MayEnd(IInvocationOperation call, int depth)
    {
        if (IsHarmless(call.TargetMethod))
            return false;
        if (depth == Deepest || MayBeOverridden(call.TargetMethod) || BodyOf(call) is not { } body)
            return true;
        return body.Descendants()
            .Any(inner =>
                IsThrow(inner)
                || inner is IInvocationOperation next
                    && (Throws(next.TargetMethod) || Ending.Contains(next.TargetMethod.Name) || MayEnd(next, depth + 1))
            );
    }

    // 'ExceptionDispatchInfo.Capture(e).Throw()', also where .NET Framework has no such attribute.
    static bool Throws(IMethodSymbol method) =>
        method is { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" }
        || method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
            && !Ending.Contains(method.Name);

    static bool IsHarmless(IMethodSymbol method) =>
        method.MethodKind != MethodKind.DelegateInvoke && Callees.IsOfLibrary(method) || IsLogging(method);

    /// <summary>It only writes something down.</summary>
    public static bool IsLogging(IMethodSymbol method) =>
        Array.IndexOf(LoggingLibraries, Callees.OutermostNamespace(method)) >= 0
        || Array.Exists(LoggingWords, word => method.Name.StartsWith(word, StringComparison.Ordinal));

    // What is called on the client is part of trying again.
    static bool IsCommand(IMethodSymbol method) =>
        (method.ReturnsVoid || method.ReturnType.Name == "Task")
        && method.ContainingNamespace?.Name is not ("Mail" or "Smtp" or "MailKit");

    // 'until = DateTime.MinValue': the clause sets what the loop asks, to a value that is not shown.
    bool IsDecision(IOperation target, IOperation value, FailureState state) =>
        deciding?.Span.Contains(target.Syntax.Span) == true
        && target is not ILocalReferenceOperation { IsDeclaration: true }
        && state.Of(value) is { IsConstant: false, IsObject: false }
        && !value.DescendantsAndSelf().Any(part => Equals(FailureState.Key(part), FailureState.Key(target)));

    /// <summary>
    /// 'while (MayGoOn())': a method of the project may read a member that was set after the refusal.
    /// </summary>
    public bool Asks(IOperation condition, FailureState state, FailureState? before) =>
        before is not null
        && state.Held.Any(pair => pair.Key is IFieldSymbol or IPropertySymbol && !before.Holds(pair.Key, pair.Value))
        && condition
            .DescendantsAndSelf()
            .Any(inner => inner is IInvocationOperation { TargetMethod: var asked } && !IsHarmless(asked));

    // 'state.Failed = true': 'state' may be what another variable holds too.
    static bool IsOfAnother(IOperation target) =>
        target is IMemberReferenceOperation { Instance: { } on and not IInstanceReferenceOperation };

    IOperation? BodyOf(IInvocationOperation call) =>
        call.TargetMethod.IsAbstract ? null : Callees.BodyOf(call.TargetMethod.OriginalDefinition, bodies);

    bool MayBeOverridden(IMethodSymbol method) =>
        method is { IsSealed: false, ContainingType.IsSealed: false }
        && (method.IsVirtual || method.IsOverride)
        && (IsOpen(method.ContainingType) || Overrides(method) != false);

    /// <summary>Whether the project has an override of that name; null if that is not known.</summary>
    bool? Overrides(IMethodSymbol method) =>
        bodies
            .FirstOrDefault()
            ?.SemanticModel?.Compilation.GetSymbolsWithName(method.Name, SymbolFilter.Member)
            .Any(other =>
                other is IMethodSymbol { IsOverride: true } && !SymbolEqualityComparer.Default.Equals(other, method)
            );

    /// <summary>Other projects may derive from it.</summary>
    static bool IsOpen(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
            if (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private)
                return false;
        return true;
    }

    static IEnumerable<IOperation> StatementsOf(IOperation body) =>
        body switch
        {
            IMethodBodyOperation { BlockBody: { } block } => block.Operations,
            IMethodBodyOperation { ExpressionBody: { } expression } => expression.Operations,
            IBlockOperation block => block.Operations,
            _ => Enumerable.Empty<IOperation>(),
        };

    static bool IsThrow(IOperation statement) =>
        statement is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };
}
