using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings;

/// <summary>Finds access tokens that are got once and kept as long as the program runs.</summary>
internal static class KeptTokens
{
    // Every token of Microsoft Entra ID starts so: {"
    const string TokenStart = "eyJ";

    const int ShortestToken = 40;

    public static IEnumerable<SmtpUsage> Of(CodeAround code)
    {
        if (code.ServesOthers)
            return [];
        return code
            .Operations.Where(IsToken)
            .Select(token => (token, Keeper: KeeperOf(token) ?? LiteralIn(token)))
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

    /// <summary>Who keeps it for good; null where nobody does, or nobody knows for how long.</summary>
    static string? KeeperOf(IOperation token)
    {
        for (var (inner, outer) = (token, token.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
            switch (outer)
            {
                case IAnonymousFunctionOperation lambda when IsRunOnce(lambda):
                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case IArgumentOperation
                {
                    Parent: IInvocationOperation
                    {
                        TargetMethod.Name: "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton"
                    }
                }:
                    return token is IObjectCreationOperation ? "a singleton" : null;
                case ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation
                    {
                        Property.ContainingType.Name: "EmailSinkOptions" or "EmailConnectionInfo"
                    }
                } set when set.Value == inner:
                    return "the sink";
                case IFieldInitializerOperation { InitializedFields: [{ IsStatic: true }, ..] }:
                case IPropertyInitializerOperation { InitializedProperties: [{ IsStatic: true }, ..] }:
                    return "a static field";
            }
        return null;
    }

    // new Lazy<SaslMechanism>(() => …), AddSingleton(services => …)
    static bool IsRunOnce(IAnonymousFunctionOperation lambda)
    {
        var use = lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation argument }
            ? argument.Parent
            : null;
        return use
            is IObjectCreationOperation { Type.Name: "Lazy" or "AsyncLazy" }
                or IInvocationOperation
            {
                TargetMethod.Name: "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton"
            };
    }

    static string? LiteralIn(IOperation token) =>
        token
            is IObjectCreationOperation
        {
            Arguments: [_, { Value.ConstantValue: { HasValue: true, Value: string text } }, ..]
        }
        && text.Length >= ShortestToken
        && text.StartsWith(TokenStart, StringComparison.Ordinal)
            ? "the source"
            : null;

    static bool Inherits(INamedTypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
            if (type.Name == name)
                return true;
        return false;
    }
}
