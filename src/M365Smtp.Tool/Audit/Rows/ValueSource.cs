using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>Names the source of a value that is not in the code: a configuration key, an environment variable, a
/// parameter.</summary>
internal sealed class ValueSource(Source source, CancellationToken cancel)
{
    const int Deepest = 12;

    /// <summary>"configuration Mail:Host", "environment variable SMTP_HOST"; null if it is not certain.</summary>
    public string? Of(IOperation? value) => Of(value, 0);

    /// <summary>The value that a creation or call passes to a parameter, or an initializer assigns to a member; null if
    /// neither.</summary>
    public static IOperation? Given(IOperation? operation, params string[] names) =>
        operation switch
        {
            IObjectCreationOperation made => Argument(made.Arguments, names) ?? Assigned(made.Initializer, names),
            IInvocationOperation call => Argument(call.Arguments, names),
            _ => null,
        };

    static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, string[] names) =>
        arguments
            .FirstOrDefault(argument =>
                argument.ArgumentKind == ArgumentKind.Explicit
                && names.Contains(argument.Parameter?.Name, StringComparer.OrdinalIgnoreCase)
            )
            ?.Value;

    static IOperation? Assigned(IObjectOrCollectionInitializerOperation? initializer, string[] names) =>
        initializer
            ?.Initializers.OfType<ISimpleAssignmentOperation>()
            .LastOrDefault(set =>
                set.Target is IMemberReferenceOperation target
                && names.Contains(target.Member.Name, StringComparer.OrdinalIgnoreCase)
            )
            ?.Value;

    string? Of(IOperation? value, int depth)
    {
        if (value is null || depth > Deepest)
            return null;
        cancel.ThrowIfCancellationRequested();
        return value switch
        {
            IConversionOperation conversion => Of(conversion.Operand, depth + 1),
            IParenthesizedOperation inner => Of(inner.Operand, depth + 1),
            ICoalesceOperation either => Of(either.Value, depth + 1),
            IAwaitOperation awaited => Of(awaited.Operation, depth + 1),
            IConditionalAccessOperation access => Of(access.WhenNotNull, depth + 1),
            IPropertyReferenceOperation
            {
                Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }]
            } indexer => Indexed(indexer, key),
            IInvocationOperation call => Called(call, depth),
            ILocalReferenceOperation local => Of(OnlyValue(local.Local, local), depth + 1),
            IParameterReferenceOperation parameter => Parameter(parameter),
            IMemberReferenceOperation member => Member(member, depth),
            _ => null,
        };
    }

    static string? Indexed(IPropertyReferenceOperation indexer, string key) =>
        ConfigurationTypes.IsSettingsTable(indexer.Instance?.Type)
        && indexer.Instance is { } table
        && ConfigurationTypes.IsAppSettings(table)
            ? $"appSettings {key}"
        : indexer.Instance is { } on && Section(on) is { } path ? $"configuration {Join(path, key)}"
        : null;

    string? Called(IInvocationOperation call, int depth)
    {
        var text =
            call.Arguments.Select(argument => argument.Value.ConstantValue)
                .FirstOrDefault(constant => constant is { HasValue: true, Value: string })
                .Value as string;
        return call.TargetMethod switch
        {
            { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" } when text is not null =>
                $"environment variable {text}",
            { Name: "GetValue" } when text is not null && On(call) is { } on && Section(on) is { } path =>
                $"configuration {Join(path, text)}",
            { Name: "Get" }
                when text is not null && call.Instance is { } table && ConfigurationTypes.IsAppSettings(table) =>
                $"appSettings {text}",
            { Name: "Trim" or "ToString" } => Of(call.Instance, depth + 1),
            { Name: "Parse" or "ToInt32", Parameters: [_, ..] } => Of(call.Arguments[0].Value, depth + 1),
            _ => null,
        };
    }

    string? Member(IMemberReferenceOperation reference, int depth)
    {
        if (
            reference is { Member.Name: "Value", Instance: { } section }
            && ConfigurationTypes.IsConfiguration(section.Type)
        )
            return Section(section) is { Length: > 0 } path ? $"configuration {path}" : null;
        if (
            reference.Member is IPropertySymbol { ContainingType: { } options } property
            && reference.Instance is not null
            && options.Locations.Any(place => place.IsInSource)
            && source.BindingsOf(options, cancel).Named("") is { Section: { } bound } binding
            && !binding.InCode.ContainsKey(property.Name)
        )
            return $"configuration {Join(bound, property.Name)}";
        if (OnlyValue(reference.Member, reference) is { } value)
            return Of(value, depth + 1);
        return
            reference.Member is IPropertySymbol { ContainingType: { } holder } member
            && reference.Instance is not (null or IInstanceReferenceOperation)
            && holder.Locations.Any(place => place.IsInSource)
            ? $"{holder.Name}.{member.Name}"
            : null;
    }

    static string? Parameter(IParameterReferenceOperation reference) =>
        reference.Parameter.ContainingSymbol
            is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method
            ? $"parameter '{reference.Parameter.Name}' of {method.ContainingType.Name}"
                + (method.MethodKind == MethodKind.Constructor ? "" : "." + method.Name)
            : null;

    /// <summary>The value of a local, or of a field or property of the current type, if it is set in a single
    /// place.</summary>
    IOperation? OnlyValue(ISymbol symbol, IOperation at)
    {
        if (!IsOwn(symbol))
            return null;
        if (symbol is not ILocalSymbol && symbol.ContainingType?.DeclaringSyntaxReferences is not { Length: 1 })
            return null;
        var scope = symbol is ILocalSymbol ? Root(at) : null;
        var bodies = scope is not null
            ? [scope]
            : source.Bodies(symbol.ContainingType, cancel).Select(body => body.Body);
        var given = new List<IOperation>();
        if (symbol is not ILocalSymbol && source.Initializer(symbol, cancel)?.Value is { } initial)
            given.Add(initial);
        foreach (var operation in bodies.SelectMany(body => body.DescendantsAndSelf()))
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer: { } initializer } declared
                    when Same(declared.Symbol, symbol):
                    given.Add(initializer.Value);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } set
                    when Same(local.Local, symbol):
                    given.Add(set.Value);
                    break;
                case ISimpleAssignmentOperation
                {
                    Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member
                } set when Same(member.Member, symbol):
                    given.Add(set.Value);
                    break;
                case IArgumentOperation
                {
                    Parameter.RefKind: RefKind.Out or RefKind.Ref,
                    Value: ILocalReferenceOperation local
                } when Same(local.Local, symbol):
                    return null;
            }
        return given is [var only] ? only : null;
    }

    // What other code can set has no single source.
    static bool IsOwn(ISymbol symbol) =>
        symbol switch
        {
            IFieldSymbol field => field.IsReadOnly
                || field.IsConst
                || field.DeclaredAccessibility == Accessibility.Private,
            IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
            _ => symbol is ILocalSymbol,
        };

    static bool Same(ISymbol one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    static IOperation? On(IInvocationOperation call) =>
        call.Instance
        ?? call.Arguments.FirstOrDefault(argument =>
            ConfigurationTypes.IsConfiguration(argument.Parameter?.Type)
        )?.Value;

    /// <summary>The path of a configuration or a chain of GetSection calls; null for a section from
    /// elsewhere.</summary>
    static string? Section(IOperation on)
    {
        while (on is IConversionOperation conversion)
            on = conversion.Operand;
        if (on is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call)
            return
                On(call) is { } outer
                && Section(outer) is { } path
                && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value.ConstantValue
                    is { HasValue: true, Value: string key }
                ? Join(path, key)
                : null;
        return ConfigurationTypes.IsConfiguration(on.Type) && on.Type!.Name != "IConfigurationSection" ? "" : null;
    }

    static string Join(string path, string key) => path.Length == 0 ? key : path + ":" + key;
}
