using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// Calls of a client that do not bind because an argument's type is missing: incomplete code, a failed restore, a
/// generated type. <c>client.Authenticate(options.User, options.Password)</c> is still a sign-in.
/// </summary>
internal sealed class UnboundCalls(Visit visit)
{
    public Value Unbound(IInvalidOperation call)
    {
        if (Receiver(call) is not { Type: { } type } receiver || visit.Scope.Types.ApiOf(type) is not { } api)
            return visit.Expressions.Unhandled(call);
        var name = Names.Method(call.Syntax).ToString();
        if (api.Role(name) is not (MethodRole.Connect or MethodRole.Authenticate or MethodRole.Send))
            return visit.Expressions.Unhandled(call);
        var given = call.ChildOperations.Skip(1).ToList();
        var candidates = Methods(type, name).Where(method => MayTake(method, given)).ToList();
        if (api.Role(name) == MethodRole.Authenticate && candidates.Count > 1)
            candidates = candidates.FindAll(method => TakesSecretLast(method, given));
        if (candidates.Count == 0)
            return visit.Expressions.Unhandled(call);
        var client = visit.ClientCalls.ClientOf(receiver, visit.Evaluate(receiver));
        var all = new List<(IParameterSymbol, Value, IOperation)>();
        for (var i = 0; i < given.Count; i++)
        {
            var value = visit.Evaluate(given[i]);
            foreach (var same in candidates.GroupBy(method => method.Parameters[i].Name))
                all.Add((same.First().Parameters[i], value, given[i]));
        }
        return visit.ClientCalls.ClientCall(api, name, client, call, new(all));
    }

    // Visual Basic includes the receiver in the method name node.
    static IOperation? Receiver(IInvalidOperation call) =>
        call.ChildOperations.FirstOrDefault() switch
        {
            { Kind: OperationKind.None, ChildOperations: { Count: 1 } only } => only.First(),
            var receiver => receiver,
        };

    static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
            foreach (var member in declaring.GetMembers(name))
                if (member is IMethodSymbol method)
                    yield return method;
        if (type.TypeKind != TypeKind.Interface)
            yield break;
        foreach (var contract in type.AllInterfaces)
            foreach (var member in contract.GetMembers(name))
                if (member is IMethodSymbol method)
                    yield return method;
    }

    bool MayTake(IMethodSymbol method, List<IOperation> given) =>
        method.Parameters.Length >= given.Count
        && method.Parameters.Skip(given.Count).All(rest => rest.IsOptional)
        && given
            .Select(
                (argument, i) =>
                    argument.Type is null or { TypeKind: TypeKind.Error }
                    || visit
                        .Scope.Source.Compilation.ClassifyCommonConversion(argument.Type, method.Parameters[i].Type)
                        .IsImplicit
            )
            .All(fits => fits);

    // An argument named like a password is one; under other names a missing type may hold a token.
    static bool TakesSecretLast(IMethodSymbol method, List<IOperation> given) =>
        method.Parameters[given.Count - 1].Name == "password"
        && given[given.Count - 1].Syntax.GetLastToken().Text is var last
        && KeyName.Of(last).Role == KeyRole.Secret;
}
