using M365Smtp.Analyzers.Extraction.Flow;
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
        if (calls.Where(call => call.TargetMethod.Name.Contains("Retry")).ToList() is not [var retry])
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

    /// <summary>The expression that creates it; for a local or a read-only field, its initializer.</summary>
    static IOperation? CreationOf(IOperation pipeline, IReadOnlyList<IOperation> bodies) =>
        pipeline switch
        {
            IConversionOperation conversion => CreationOf(conversion.Operand, bodies),
            ILocalReferenceOperation { Local: var local }
                when !bodies.Any(body =>
                    body.Descendants()
                        .Any(inner =>
                            inner is ISimpleAssignmentOperation { Target: ILocalReferenceOperation set }
                            && Same(set.Local, local)
                        )
                ) => bodies
                .SelectMany(body => body.Descendants())
                .OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declared => Same(declared.Symbol, local))
                ?.GetVariableInitializer()
                ?.Value,
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => bodies
                .OfType<IFieldInitializerOperation>()
                .FirstOrDefault(body => body.InitializedFields.Any(known => Same(known, field)))
                ?.Value,
            IInvocationOperation => pipeline,
            _ => null,
        };

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

    static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
