using System.Collections.Immutable;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Configuration;

/// <summary>What lambdas of <c>Configure</c> and <c>PostConfigure</c> set on an options type.</summary>
internal sealed class OptionsInCode(INamedTypeSymbol options)
{
    // A null name stands for the options of every name.
    readonly List<(string? Name, string Member, IOperation? Value)> set = [];

    /// <summary>Code that is not followed may set any member.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the call's argument is code that fills the options.</summary>
    public bool Takes(IInvocationOperation call) => call.Arguments.Any(argument => Action(argument) is not null);

    public void Add(IInvocationOperation call, string? name)
    {
        foreach (var argument in call.Arguments)
            if (Action(argument) is { } action)
                if (action.Target is IAnonymousFunctionOperation lambda)
                    Read(lambda, name, IsConditional(call));
                else
                    IsOpen = true;
    }

    public ImmutableDictionary<string, IOperation?> Named(string name) =>
        set.Where(one => (one.Name ?? name) == name)
            .GroupBy(one => one.Member)
            .ToImmutableDictionary(same => same.Key, same => same.Count() == 1 ? same.First().Value : null);

    IDelegateCreationOperation? Action(IArgumentOperation argument) =>
        argument.Value
            is IDelegateCreationOperation
        {
            Type: INamedTypeSymbol { DelegateInvokeMethod.Parameters: var parameters }
        } action
        && parameters.Any(parameter => IsOptions(parameter.Type))
            ? action
            : null;

    void Read(IAnonymousFunctionOperation lambda, string? name, bool isConditional)
    {
        var uses = lambda.Body.Descendants().OfType<IParameterReferenceOperation>();
        foreach (var use in uses.Where(use => IsOptions(use.Type) && !IsBound(use)))
            if (use.Parent is not IPropertyReferenceOperation member)
                IsOpen = true;
            else if (member.Parent is IAssignmentOperation assignment && assignment.Target == member)
                set.Add((name, member.Property.Name, isConditional ? null : Plain(assignment, lambda)));
            else if (member.Type is { IsValueType: false, SpecialType: not SpecialType.System_String })
                set.Add((name, member.Property.Name, null));
    }

    // 'section.Bind(options)' is handled with the sections.
    static bool IsBound(IOperation use) =>
        use.Parent is IConversionOperation conversion
            ? IsBound(conversion)
            : use.Parent
                is IArgumentOperation
            {
                Parameter.Name: "instance",
                Parent: IInvocationOperation { TargetMethod.Name: "Bind" }
            };

    // A statement directly in the lambda, which always runs.
    static IOperation? Plain(IAssignmentOperation assignment, IAnonymousFunctionOperation lambda) =>
        assignment is ISimpleAssignmentOperation && Statement(assignment).Parent == lambda.Body
            ? assignment.Value
            : null;

    static IOperation Statement(IOperation operation) =>
        operation.Parent is IExpressionStatementOperation or IReturnOperation ? operation.Parent : operation;

    /// <summary>Something decides whether, or how often, the call runs.</summary>
    public static bool IsConditional(IOperation call)
    {
        for (var outer = call.Parent; outer is not null; outer = outer.Parent)
            if (
                outer
                is IConditionalOperation
                    or ISwitchCaseOperation
                    or ISwitchExpressionArmOperation
                    or ILoopOperation
            )
                return true;
        return false;
    }

    bool IsOptions(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, options);
}
