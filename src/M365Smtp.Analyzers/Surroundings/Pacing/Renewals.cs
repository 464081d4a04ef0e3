using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>Whether the next sign-in is another one: with another login, token or message.</summary>
/// <param name="bodies">The code of the file, to see what the called methods set.</param>
internal sealed class Renewals(SignInCall signIn, IReadOnlyList<IOperation> bodies)
{
    // They bring another token, mailbox or server.
    static readonly string[] Words =
    [
        "Refresh",
        "Renew",
        "Invalidate",
        "Rotate",
        "Switch",
        "Next",
    ];

    /// <summary>'token = await Refresh();' in the clause that catches the refusal.</summary>
    public bool After(IOperation handler) =>
        handler.Descendants().Any(Renews)
        || Set(handler).Any(target => !IsOfOneCall(target) && IsRead(target, handler));

    // A local of the called code is a new one in each call.
    bool IsOfOneCall(ISymbol target) =>
        target is ILocalSymbol && signIn.Called.Any(body => Enclosing.Declares(body, target));

    /// <summary>Anything that a turn changes is read by the called code.</summary>
    public bool EachTurn(ILoopOperation loop)
    {
        var changed = Changed(loop);
        return loop.Descendants().Any(Renews)
            || Arguments.Any(argument => Differs(argument, changed))
            || changed.Any(symbol => IsReadByCalled(symbol, loop));
    }

    /// <summary>'action(tokens[i])': the lambda gets something else each time.</summary>
    public bool HandsOut(ILoopOperation loop)
    {
        if (signIn.Operation is not IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke })
            return false;
        var changed = Changed(loop);
        return Arguments.Any(argument => Differs(argument, changed));
    }

    HashSet<ISymbol> Changed(ILoopOperation loop)
    {
        var changed = new HashSet<ISymbol>(loop.Locals.Concat<ISymbol>(Set(loop)), SymbolEqualityComparer.Default);
        foreach (var inner in loop.Descendants())
            if (Changes(inner, changed) is ISymbol symbol)
                changed.Add(symbol);
        changed.RemoveWhere(IsOfOneCall);
        return changed;
    }

    // What the call gives back is no part of it.
    IEnumerable<IOperation> Arguments =>
        signIn.Operation.ChildOperations.Where(part =>
            part is not IArgumentOperation { Parameter.RefKind: RefKind.Out }
        );

    object? Changes(IOperation inner, ICollection<ISymbol> changed) =>
        inner switch
        {
            ICompoundAssignmentOperation { Target: var target } => FailureState.Key(target),
            IIncrementOrDecrementOperation { Target: var target } => FailureState.Key(target),
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: var handed } =>
                FailureState.Key(handed),
            IVariableDeclaratorOperation { Symbol: var local } declared
                when declared.GetVariableInitializer() is { Value: var value } && Differs(value, changed) => local,
            _ => null,
        };

    /// <summary>What is made of things that stay the same stays the same, unless a method makes it.</summary>
    static bool Differs(IOperation value, ICollection<ISymbol> changed)
    {
        value = ClientCalls.Unconverted(value is IArgumentOperation argument ? argument.Value : value);
        return value
            .DescendantsAndSelf()
            .Any(inner =>
                value is not IDelegateCreationOperation && IsAnother(inner)
                || FailureState.Key(inner) is ISymbol symbol && changed.Contains(symbol)
            );
    }

    static bool IsAnother(IOperation part) =>
        part
            is IInvocationOperation
                or IArrayElementReferenceOperation
                or IPropertyReferenceOperation { Arguments.IsEmpty: false };

    /// <summary>The variables that code sets, itself or by a method of the file.</summary>
    IEnumerable<ISymbol> Set(IOperation code) =>
        code.Descendants()
            .SelectMany(inner => inner is IInvocationOperation call ? MembersSetBy(call) : [inner])
            .OfType<ISimpleAssignmentOperation>()
            .Where(set => !IsNothing(set.Value))
            .Select(set => FailureState.Key(set.Target))
            .OfType<ISymbol>();

    IEnumerable<IOperation> MembersSetBy(IInvocationOperation call) =>
        call.Syntax != signIn.Operation.Syntax
        && Callees.BodyOf(call.TargetMethod.OriginalDefinition, bodies) is { } body
            ? body
                .Descendants()
                .Where(inner => inner is ISimpleAssignmentOperation { Target: IMemberReferenceOperation })
            : [];

    // 'client = null', 'client = new SmtpClient()': it signs in as before.
    static bool IsNothing(IOperation value) =>
        value switch
        {
            IConversionOperation { Operand: var inner } => IsNothing(inner),
            { ConstantValue: { HasValue: true, Value: null } } => true,
            IObjectCreationOperation { Type.ContainingNamespace.Name: "Smtp", Arguments.IsEmpty: true } made =>
                made.Initializer is null,
            _ => false,
        };

    // A delegate may do that, too.
    bool Renews(IOperation inner) =>
        inner switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } => inner != signIn.Operation,
            IInvocationOperation { TargetMethod.Name: var name } => Array.Exists(
                Words,
                word => name.StartsWith(word, StringComparison.Ordinal)
            ),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Credentials" } } => true,
            _ => false,
        };

    bool IsRead(ISymbol symbol, IOperation setter) =>
        Arguments.Any(argument => Mentions(argument, symbol)) || IsReadByCalled(symbol, setter);

    bool IsReadByCalled(ISymbol symbol, IOperation setter) =>
        signIn.Called.Any(body =>
            body.Descendants()
                .Any(inner =>
                    Equals(FailureState.Key(inner), symbol)
                    && !setter.Syntax.Span.Contains(inner.Syntax.Span)
                    && !(inner.Parent is ISimpleAssignmentOperation set && set.Target == inner)
                )
        );

    static bool Mentions(IOperation code, ISymbol symbol) =>
        code.DescendantsAndSelf().Any(inner => Equals(FailureState.Key(inner), symbol));
}
