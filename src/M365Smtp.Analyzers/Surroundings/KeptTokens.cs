using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>Finds access tokens that are requested once and kept for the life of the program.</summary>
internal static class KeptTokens
{
    // Every token of Microsoft Entra ID starts so: {"
    const string TokenStart = "eyJ";

    const int ShortestToken = 40;

    const string StaticField = "a static field";

    static readonly string[] Singletons = ["AddSingleton", "TryAddSingleton", "AddKeyedSingleton"];

    public static IEnumerable<SmtpUsage> Of(CodeAround code)
    {
        if (code.ServesOthers)
            return [];
        return code
            .Operations.Where(IsToken)
            .Select(token => (token, Keeper: KeeperOf(token, code) ?? LiteralIn(token)))
            .Where(found => found.Keeper is not null)
            .Select(found => (found.Keeper, At: CodeAround.Origin(found.token)))
            .Select(found => CodeAround.At(found.At) with { FrozenToken = Fact.Known(found.Keeper!, found.At) });
    }

    static bool IsToken(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: { Name: "SaslMechanismOAuth2", ContainingNamespace.Name: "Security" } } =>
                true,
            IInvocationOperation call => IsTokenRequest(call.TargetMethod),
            _ => false,
        };

    static bool IsTokenRequest(IMethodSymbol method) =>
        method switch
        {
            { Name: "GetToken" or "GetTokenAsync" } => Inherits(method.ContainingType, "TokenCredential"),
            {
                Name: "ExecuteAsync",
                ContainingType.ContainingNamespace: { Name: "Client", ContainingNamespace.Name: "Identity" }
            } => true,
            _ => false,
        };

    /// <summary>The symbol that keeps it permanently; null if there is none, or if the lifetime is unknown.</summary>
    static string? KeeperOf(IOperation token, CodeAround code)
    {
        for (var (inner, outer) = (token, token.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda when IsRunOnce(lambda):
                    break;
                case IAnonymousFunctionOperation lambda:
                    return IsAddedOnce(lambda, code) ? StaticField : null;
                case ILocalFunctionOperation:
                    return null;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } }
                    when Singletons.Contains(name):
                    return token is IObjectCreationOperation ? "a singleton" : null;
                case ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation
                    {
                        Property.ContainingType.Name: "EmailSinkOptions" or "EmailConnectionInfo"
                    }
                } set when set.Value == inner:
                    return "the sink";
                case IAssignmentOperation { Target: IFieldReferenceOperation { Field: { IsStatic: true } field } } set
                    when set.Value == inner:
                    return IsSetOnce(set, field, code) ? StaticField : null;
                case IFieldInitializerOperation { InitializedFields: [{ IsStatic: true } field, ..] }:
                    return IsKept(field, code) ? StaticField : null;
                case IPropertyInitializerOperation { InitializedProperties: [{ IsStatic: true } property, ..] }:
                    return property.SetMethod is null || !code.IsWritten(property) ? StaticField : null;
            }
        return null;
    }

    // A token that is not renewed here may be renewed elsewhere, unless no other code can.
    static bool IsKept(IFieldSymbol field, CodeAround code) =>
        field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private && !code.IsWritten(field);

    // In the static constructor, or only by 'field ??= …'.
    static bool IsSetOnce(IAssignmentOperation set, IFieldSymbol field, CodeAround code) =>
        set is ICoalesceAssignmentOperation
            ? field.DeclaredAccessibility == Accessibility.Private && code.Assignments(field) == 1
            : field.IsReadOnly;

    // static readonly ConcurrentDictionary<…> cache: cache.GetOrAdd(key, _ => …), with entries that are never removed
    static bool IsAddedOnce(IAnonymousFunctionOperation lambda, CodeAround code) =>
        CallWith(lambda)
            is IInvocationOperation
        {
            TargetMethod.Name: "GetOrAdd",
            Instance: IFieldReferenceOperation
            {
                Field: { IsStatic: true, DeclaredAccessibility: Accessibility.Private } field
            }
        }
        && !code.Operations.Any(operation =>
            operation switch
            {
                IInvocationOperation { TargetMethod.Name: not "GetOrAdd", Instance: var used } => IsOf(used, field),
                IPropertyReferenceOperation { Property.IsIndexer: true, Instance: var used } => IsOf(used, field),
                _ => false,
            }
        );

    static bool IsOf(IOperation? used, IFieldSymbol field) =>
        used is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field, field);

    // new Lazy<SaslMechanism>(() => …), AddSingleton(services => …)
    static bool IsRunOnce(IAnonymousFunctionOperation lambda) =>
        CallWith(lambda) switch
        {
            IObjectCreationOperation { Type.Name: "Lazy" or "AsyncLazy" } => true,
            // A singleton may be the function itself.
            IInvocationOperation { TargetMethod.Name: var name } => Singletons.Contains(name)
                && lambda.Symbol.Parameters is [{ Type.Name: "IServiceProvider" }, ..],
            _ => false,
        };

    static IOperation? CallWith(IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation argument } ? argument.Parent : null;

    static string? LiteralIn(IOperation token) =>
        token is IObjectCreationOperation made
        && WrittenTexts.Named(made.Arguments, "auth_token") is { } value
        && IsLiteral(value)
            ? "the source"
            : null;

    static bool IsLiteral(IOperation value) =>
        value is IConditionalOperation { WhenFalse: { } other } choice
            ? IsLiteral(choice.WhenTrue) && IsLiteral(other)
            : value.ConstantValue is { HasValue: true, Value: string text }
                && text.Length >= ShortestToken
                && text.StartsWith(TokenStart, StringComparison.Ordinal);

    static bool Inherits(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            if (type.Name == name)
                return true;
        return false;
    }
}
