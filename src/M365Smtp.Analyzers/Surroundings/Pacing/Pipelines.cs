using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Finds the Polly policy or pipeline that repeats a sign-in after any failure.</summary>
internal static class Pipelines
{
    /// <summary>
    /// The retrying call, and what an edit narrows: the empty arguments of <c>Handle</c>, or options that leave it
    /// open. Null if none retries a refusal, or that cannot be determined.
    /// </summary>
    public static (IInvocationOperation Retry, SyntaxNode? Narrow)? OfRefusal(
        IOperation signIn,
        SmtpApi api,
        IReadOnlyList<IOperation> bodies
    )
    {
        if (Runner(signIn) is not { Instance: { } pipeline } || CreationOf(pipeline, bodies) is not { } made)
            return null;
        var calls = made.DescendantsAndSelf().OfType<IInvocationOperation>().Where(IsPollys).ToList();
        if (
            calls.Where(call => call.TargetMethod.Name.Contains("Retry")).ToList() is not [var retry]
            || calls.Any(call => call.TargetMethod.Name.StartsWith("Wrap", StringComparison.Ordinal))
            || retry.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: 0 })
            || made.Descendants().OfType<IAnonymousFunctionOperation>().Any(MayEnd)
        )
            return null;
        var handled = calls
            .Where(call => call.TargetMethod.Name is "Handle" or "Or" or "HandleInner" or "OrInner")
            .ToList();
        if (handled.Count > 0)
            return
                handled.FirstOrDefault(call => call.TargetMethod.TypeArguments is [var type] && Takes(type, api))
                    is { Arguments.IsEmpty: true } all
                ? (retry, ArgumentList(all.Syntax))
                : null;
        if (
            made.DescendantsAndSelf()
                .OfType<IObjectCreationOperation>()
                .FirstOrDefault(one => one.Type?.Name == "RetryStrategyOptions")
                is not { } options
            || SaysWhatToHandle(options)
        )
            return null;
        return (retry, options.Type is INamedTypeSymbol { IsGenericType: true } ? null : options.Syntax);
    }

    // 'onRetry: (error, wait) => { if (error is AuthenticationException) throw error; }'
    static bool MayEnd(IAnonymousFunctionOperation lambda) =>
        lambda
            .Descendants()
            .Any(inner =>
                inner
                    is IThrowOperation
                        or IAssignmentOperation
                        or IInvocationOperation { TargetMethod.Name: "Cancel" or "CancelAsync" }
            );

    /// <summary>
    /// The Polly call that receives the sign-in, in a lambda or as a method; null if the exception is caught before.
    /// </summary>
    static IInvocationOperation? Runner(IOperation signIn)
    {
        var outer = signIn;
        while (
            outer
                is not null
                    and not (IAnonymousFunctionOperation or IMethodReferenceOperation or ILocalFunctionOperation)
        )
            outer = outer is ITryOperation { Catches.IsEmpty: false } ? null : outer.Parent;
        return
            outer?.Parent
                is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
            && IsPollys(call)
            && call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal)
            ? call
            : null;
    }

    /// <summary>The expression that creates it; for a variable, its only value.</summary>
    static IOperation? CreationOf(IOperation pipeline, IReadOnlyList<IOperation> bodies) =>
        ClientCalls.Unconverted(pipeline) switch
        {
            ILocalReferenceOperation { Local: var local } => Made(local, bodies),
            IFieldReferenceOperation { Field: var field } when field.IsReadOnly || IsPrivate(field) => Made(
                field,
                bodies
            ),
            IPropertyReferenceOperation { Property: var property } when IsPrivate(property.SetMethod) => Made(
                property,
                bodies
            ),
            IInvocationOperation call => call,
            _ => null,
        };

    static bool IsPrivate(ISymbol? member) => member is null or { DeclaredAccessibility: Accessibility.Private };

    /// <summary>The call that creates what a variable holds; null if it may hold something else.</summary>
    static IOperation? Made(ISymbol variable, IReadOnlyList<IOperation> bodies)
    {
        var values = bodies
            .SelectMany(body => body.DescendantsAndSelf())
            .SelectMany(inner => ValuesOf(inner, variable))
            .Take(2)
            .ToList();
        return values is [{ } value] && !IsInParts(variable, value)
            && ClientCalls.Unconverted(value) is IInvocationOperation call
            ? IsPollys(call) ? call : OnlyValues.ReturnedBy(call.TargetMethod, bodies)
            : null;
    }

    static IEnumerable<IOperation?> ValuesOf(IOperation code, ISymbol variable) =>
        code switch
        {
            IFieldInitializerOperation field when field.InitializedFields.Any(known => Same(known, variable)) =>
                [field.Value],
            IPropertyInitializerOperation property
                when property.InitializedProperties.Any(known => Same(known, variable)) => [property.Value],
            IVariableDeclaratorOperation { Symbol: var local } declared
                when Same(local, variable) && declared.GetVariableInitializer() is { Value: var value } => [value],
            IAssignmentOperation set when Same(FailureState.Key(set.Target), variable) => [set.Value],
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var handed }
                when Same(FailureState.Key(handed), variable) => [null],
            _ => [],
        };

    // Another part of the type may set it in another file.
    static bool IsInParts(ISymbol variable, IOperation value) =>
        variable is not ILocalSymbol
        && Declarations.Of(variable.ContainingType, value.SemanticModel?.Compilation).Length > 1;

    static bool SaysWhatToHandle(IObjectCreationOperation options) =>
        options.Initializer is { } initializer
        && initializer.Initializers.Any(member =>
            member
                is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ShouldHandle" } }
        );

    static bool Takes(ITypeSymbol type, SmtpApi api) =>
        type switch
        {
            { Name: "Exception", ContainingNamespace.Name: "System" } => true,
            _ => Refusal.Is(type, api),
        };

    static SyntaxNode? ArgumentList(SyntaxNode call) =>
        call.ChildNodes().LastOrDefault(child => child.ToString() == "()");

    static bool IsPollys(IInvocationOperation call) => Callees.OutermostNamespace(call.TargetMethod) == "Polly";

    static bool Same(object? one, ISymbol other) =>
        one is ISymbol symbol && SymbolEqualityComparer.Default.Equals(symbol, other);
}
