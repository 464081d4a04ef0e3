using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>
/// An options object that code creates and registers directly: <c>services.AddSingleton(new MailOptions { … })</c>.
/// </summary>
/// <param name="Creation">The code that creates it.</param>
/// <param name="Then">The members that later statements set before the registration.</param>
internal sealed record RegisteredOptions(
    IObjectCreationOperation Creation,
    IReadOnlyList<ISimpleAssignmentOperation> Then
)
{
    /// <summary>The object of that type that a call registers; null if there is none.</summary>
    /// <param name="isKnown">False if the call registers one whose values are not visible.</param>
    public static RegisteredOptions? Of(IInvocationOperation call, INamedTypeSymbol options, out bool isKnown)
    {
        isKnown = true;
        if (!IsRegistration(call.TargetMethod))
            return null;
        foreach (var argument in call.Arguments)
            if (Created(argument.Value, options) is { } made)
            {
                isKnown = !OptionsInCode.IsConditional(call) && made.IsFollowed;
                return made.Options;
            }
        return null;
    }

    public static bool IsRegistration(IMethodSymbol method) =>
        method is { Name: var name, ContainingNamespace.Name: "DependencyInjection" or "Extensions" }
        && (name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal));

    static (RegisteredOptions Options, bool IsFollowed)? Created(IOperation value, INamedTypeSymbol options) =>
        value switch
        {
            IConversionOperation conversion => Created(conversion.Operand, options),
            IObjectCreationOperation creation when Is(creation.Type, options) => (new(creation, []), true),
            ILocalReferenceOperation { Local: var local } reference when Is(local.Type, options) => Kept(
                local,
                reference,
                options
            ),
            // 'Options.Create(new MailOptions { … })'
            IInvocationOperation
            {
                TargetMethod: { Name: "Create", ContainingType.Name: "Options" },
                Arguments: [var wrapped]
            } => Created(wrapped.Value, options),
            // 'provider => new MailOptions { … }'
            IDelegateCreationOperation
            {
                Target: IAnonymousFunctionOperation
                {
                    Body.Operations: [IReturnOperation { ReturnedValue: { } returned }, ..]
                }
            } => Created(returned, options),
            _ => null,
        };

    static (RegisteredOptions, bool)? Kept(ILocalSymbol local, IOperation registered, INamedTypeSymbol options)
    {
        var code = Enclosing.Root(registered).Descendants().ToList();
        var declared = code.OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Symbol, local));
        if (
            declared?.GetVariableInitializer() is not { Value: var value }
            || Created(value, options) is not var (made, _)
        )
            return null;
        var then = new List<ISimpleAssignmentOperation>();
        var isFollowed = true;
        foreach (
            var use in code.OfType<ILocalReferenceOperation>()
                .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local))
        )
            if (use.Parent is not IMemberReferenceOperation member)
                isFollowed &= IsRegistered(use);
            else if (member.Parent is not IAssignmentOperation assignment || assignment.Target != member)
                continue;
            else if (assignment is ISimpleAssignmentOperation set && IsAlways(set, declared))
                then.Add(set);
            else
                isFollowed = false;
        return (made with { Then = then }, isFollowed);
    }

    // Any other code that receives it may fill it.
    static bool IsRegistered(IOperation use)
    {
        var outer = use.Parent;
        while (
            outer
                is IConversionOperation
                    or IArgumentOperation
                    or IReturnOperation
                    or IBlockOperation
                    or IAnonymousFunctionOperation
                    or IDelegateCreationOperation
        )
            outer = outer.Parent;
        return outer is IInvocationOperation { TargetMethod: var method }
            && (IsRegistration(method) || method is { Name: "Create", ContainingType.Name: "Options" });
    }

    // A statement next to the declaration runs whenever the declaration does.
    static bool IsAlways(IOperation set, IOperation declared) =>
        Statements(set) is { } block && block == Statements(declared);

    static IOperation? Statements(IOperation inner)
    {
        var outer = inner.Parent;
        while (
            outer
                is IExpressionStatementOperation
                    or IVariableInitializerOperation
                    or IVariableDeclarationOperation
                    or IVariableDeclarationGroupOperation
        )
            outer = outer.Parent;
        return outer;
    }

    static bool Is(ITypeSymbol? type, INamedTypeSymbol options) => SymbolEqualityComparer.Default.Equals(type, options);
}
