using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Objects registered with a container, which passes them to code we cannot see.</summary>
internal sealed class Registrations(Visit visit)
{
    /// <summary>
    /// 'services.AddSingleton(_ => new SmtpClient(…))': the container creates the client and passes it to the sending
    /// code.
    /// </summary>
    public bool IsRegistered(IFlowAnonymousFunctionOperation lambda)
    {
        var outer = visit.Scope.Source.Written(lambda)?.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            outer = outer.Parent;
        return outer is IInvocationOperation { TargetMethod: var method } && RegisteredOptions.IsRegistration(method);
    }

    /// <summary>
    /// 'services.AddSingleton(new Mailer("smtp.office365.com", …))': whoever receives the object calls its methods with
    /// the values it was created with.
    /// </summary>
    public void Serve(Value value, IOperation call)
    {
        if (
            value
                is not Value.Instance
                {
                    Allocation: { Source: IObjectCreationOperation, Type: INamedTypeSymbol type } made
                }
            || !visit.IsInSource(type)
            || !Array.Exists(visit.State.Members(made), member => member.Value.Host() is not null)
        )
            return;
        var members = visit.Scope.Source.MembersOf(type, visit.Scope.Cancel);
        var before = visit.State;
        var served = visit
            .State.WithoutMembers(
                made,
                slot =>
                    slot.IsMember
                    && type.GetMembers(slot.Name).FirstOrDefault() is IFieldSymbol or IPropertySymbol
                    && !members.IsSettled(type.GetMembers(slot.Name)[0])
            )
            .Expose(made);
        foreach (var member in type.GetMembers())
            if (
                member
                    is IMethodSymbol
                {
                    MethodKind: MethodKind.Ordinary,
                    IsStatic: false,
                    DeclaredAccessibility: not Accessibility.Private
                } method
                && visit.Frame.MayEnter(method)
                && visit.Calls.BodyOf(method) is { } body
            )
                visit.Scope.Run(body, visit.Frame.Enter(call, method, value), served);
        visit.State = before;
    }

    public void Register(IReadOnlyList<Outcome> outcomes, IOperation lambda)
    {
        var before = visit.State;
        foreach (var outcome in outcomes)
        {
            visit.State = outcome.State;
            Serve(outcome.Value, lambda);
            if (
                outcome.Value
                    is Value.Instance { Allocation: { Source: IObjectCreationOperation, Type: var type } } client
                && visit.Watches(type)
            )
            {
                // Code that receives the client might set what is missing.
                foreach (var property in LateProperties)
                    if (
                        visit.State.Member(client.Allocation, property) == Value.Unset
                        && visit.Scope.Source.MayAssign(property, visit.Scope.Cancel)
                    )
                        visit.State = visit.State.SetMember(client.Allocation, property, Value.Unknown);
                visit.ClientCalls.Report(client, lambda, Moment.Registered);
            }
        }
        visit.State = before;
    }

    static readonly string[] LateProperties = ["Port", "EnableSsl"];
}
