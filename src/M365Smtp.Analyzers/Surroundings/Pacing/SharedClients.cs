using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Surroundings.Pacing;

/// <summary>
/// Finds parallel sends on one client, which has one connection: they fail, but not for too many connections.
/// </summary>
internal sealed class SharedClients(SendOperations operations, IReadOnlyList<IOperation> bodies)
{
    // A method that calls a method that sends.
    const int Deepest = 3;

    /// <summary>Whether several sends use one client, or that cannot be determined.</summary>
    public bool MayServe(IOperation send) => MayServe(send, ScopeOf(send), 0);

    bool MayServe(IOperation send, IOperation scope, int depth) =>
        send switch
        {
            IInvocationOperation { Instance: { } client } when IsClient(client.Type) => IsShared(client, scope),
            IInvocationOperation { TargetMethod: var method } call => Within(method, call, scope, depth),
            IMethodReferenceOperation { Instance: { } client } when IsClient(client.Type) => IsShared(client, scope),
            IMethodReferenceOperation { Method: var method } => Within(method, null, scope, depth),
            _ => false,
        };

    bool Within(IMethodSymbol method, IInvocationOperation? call, IOperation scope, int depth)
    {
        // It may also call itself.
        if (depth == Deepest)
            return true;
        if (Callees.BodyOf(method.OriginalDefinition, bodies) is not { } body)
            return false;
        var sends = body.Descendants().Where(inner => operations.Of(inner) is not null).ToList();
        return sends.Count > 0 && sends.All(send => MayServeCall(send));

        bool MayServeCall(IOperation send) =>
            send is IInvocationOperation { Instance: IParameterReferenceOperation { Parameter: var parameter } }
                ? call?.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)
                    is { } handed
                    && IsShared(handed.Value, scope)
                : MayServe(send, body, depth + 1);
    }

    bool IsShared(IOperation client, IOperation scope) =>
        ClientCalls.Unconverted(client) switch
        {
            ILocalReferenceOperation { Local: var local } reference => !Enclosing.Declares(scope, local)
                || OnlyValues.Of(reference, bodies) is { } value && value != reference && IsShared(value, scope),
            IParameterReferenceOperation { Parameter: var parameter } => !Enclosing.Declares(scope, parameter),
            IFieldReferenceOperation { Field: var field } => !IsOfThread(field) && !IsAssigned(field, scope),
            IPropertyReferenceOperation { Property: var property } => property.GetMethod is not { } getter
                || Callees.BodyOf(getter, bodies) is not { } body
                || OnlyValues.ReturnedBy(getter, bodies) is { } value && IsShared(value, body),
            _ => false,
        };

    static bool IsOfThread(IFieldSymbol field) =>
        field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    static bool IsAssigned(IFieldSymbol field, IOperation scope) =>
        scope
            .Descendants()
            .Any(inner =>
                inner is ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var set } }
                && OnlyValues.Same(set, field)
            );

    /// <summary>What runs once for each send: the lambda, or else the loop.</summary>
    static IOperation ScopeOf(IOperation send)
    {
        IOperation? loop = null;
        for (var outer = send.Parent; outer is not null; outer = outer.Parent)
            if (outer is IAnonymousFunctionOperation)
                return outer;
            else if (outer is ILoopOperation)
                loop ??= outer;
        return loop ?? send;
    }

    static bool IsClient(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type.Name is "SmtpClient" or "ISmtpClient" or "MailTransport" or "IMailTransport")
                return true;
        return false;
    }
}
