using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Surroundings;
using M365Smtp.Analyzers.Surroundings.Pacing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>The operations on an SMTP client: properties set, connect, sign-in, send, escape.</summary>
internal sealed class ClientCalls(Visit visit)
{
    public ClientApi? ClientApiOf(IInvocationOperation call, Value? receiver)
    {
        if (call.Instance is null)
            return null;
        return visit.Scope.Types.ApiOf((receiver as Value.Instance)?.Allocation.Type)
            ?? visit.Scope.Types.ApiOf(Unconverted(call.Instance).Type);
    }

    public static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    /// <summary>
    /// The client that a call is made on; one from outside is tracked from here on by what is done to it.
    /// </summary>
    public Value.Instance ClientOf(IOperation receiver, Value? value)
    {
        if (value is Value.Instance known)
            return known;
        var place = Unconverted(receiver);
        object source = place switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            IFlowCaptureReferenceOperation capture => visit.VariableOf(capture.Id),
            _ => place,
        };
        return visit.Calls.FromOutside(new Allocation(source, visit.Frame.Path, place.Type));
    }

    public Value ClientCall(ClientApi api, string method, Value.Instance client, IOperation call, Arguments arguments)
    {
        switch (api.Role(method))
        {
            case MethodRole.Connect:
                Connect(client, call, arguments);
                break;
            case MethodRole.Authenticate:
                var login = Facts().Login(call, arguments);
                visit.State = visit.State.SetMember(
                    client.Allocation,
                    Slot.SignIn,
                    new ClientValues.WorkedOut<Credential>(login)
                );
                Report(client, call, Moment.Authenticate);
                break;
            case MethodRole.Send:
                Report(client, call, Moment.Send, Facts().From(arguments));
                break;
            case MethodRole.Neutral:
                break;
            default:
                if (call is not IInvocationOperation bound)
                    break;
                if (visit.Calls.Read(bound, Callee.Of(bound, client), arguments) is { } result)
                    return result;
                // A property of the base type, or an unlisted extension.
                visit.Objects.Escape(client, bound.Instance!);
                foreach (var (_, value, source) in arguments)
                    visit.Objects.Escape(value, source);
                break;
        }
        return Value.Unknown;
    }

    void Connect(Value.Instance client, IOperation call, Arguments arguments)
    {
        var site = SiteOf(client, call);
        var endpoint = Defaults.Resolve(
            Facts().Endpoint(new SmtpUsage(SmtpApi.MailKit, Moment.Connect, site), call, arguments)
        );
        visit.State = visit
            .State.SetMember(client.Allocation, Slot.Connection, new ClientValues.Endpoint(endpoint))
            .SetMember(client.Allocation, Slot.SignIn, Value.Unset);
        Report(client, call, Moment.Connect);
    }

    /// <summary>A client, or the options of a mail library.</summary>
    public bool TakesSettings(ITypeSymbol type) => visit.Watches(type) || LibraryFacts.OptionsOf(type) is not null;

    /// <summary>A property of a client or of a library's options is set.</summary>
    /// <returns>The value that the object stores.</returns>
    public Value Set(Allocation owner, string property, Value value, IOperation source)
    {
        if (visit.Scope.Types.IsClient(owner.Type))
        {
            if (property == "Credentials" && Facts().OverriddenDefaults(owner) is { } overridden)
                visit.State = visit.State.SetMember(owner, "UseDefaultCredentials", overridden);
            return Facts().Kept(owner, property, value, source);
        }
        if (LibraryFacts.IsSecret(owner.Type, property))
            visit.State = visit.State.SetMember(owner, Slot.SecretPlace, new Value.Place(Scope.Origin(source.Syntax)));
        return
            property is LibraryFacts.CertificateCallback or "Credentials"
            && LibraryFacts.OptionsOf(owner.Type) is not null
            ? Facts().Kept(owner, property, value, source)
            : value;
    }

    /// <summary>A process-wide setting: it affects every client.</summary>
    public void ProcessWide(ISymbol member, Value value, IOperation source)
    {
        if (
            member.ContainingType is { Name: "ServicePointManager" }
            && Facts().OfProcess(member.Name, value, source, SiteOf(null, source)) is { } usage
        )
            visit.Scope.Add(source.Syntax, visit.Frame.Path, visit.State.Path, usage);
    }

    /// <summary>'list.ForEach(to => client.Send(…))' runs immediately and leaves the client unchanged.</summary>
    public bool OnlySends(IFlowAnonymousFunctionOperation lambda, ISymbol client) =>
        visit.Scope.Source.Written(lambda) is IAnonymousFunctionOperation { Body: var body } written
        && Loops.Each(written) is not null
        && body.Descendants()
            .All(inner =>
                inner is not ILocalReferenceOperation { Local: var local }
                || !SymbolEqualityComparer.Default.Equals(local, client)
                || inner.Parent is IInvocationOperation call
                    && call.Instance == inner
                    && visit.Scope.Types.ApiOf(local.Type)?.Role(call.TargetMethod.Name)
                        is MethodRole.Send
                            or MethodRole.Neutral
            );

    /// <summary>A client that leaves our view is judged by what is known of it now.</summary>
    public void Leaves(Value value, IOperation? site)
    {
        if (
            value is Value.Instance client
            && site is not null
            && visit.Scope.Types.IsClient(client.Allocation.Type)
            && !visit.State.IsOpen(client.Allocation)
        )
            Report(client, site, Moment.Leaves);
    }

    public void Report(Value.Instance client, IOperation site, Moment moment, Fact<string>? from = null)
    {
        if (visit.Scope.Types.ApiOf(client.Allocation.Type) is not { Api: var api })
            return;
        var usage = Facts().Usage(api, client.Allocation, new SmtpUsage(api, moment, SiteOf(client, site)));
        if (from is not null)
            usage = usage with { From = from };
        visit.Scope.Add(site.Syntax, visit.Frame.Path, visit.State.Path, usage);
        foreach (var (login, at) in Facts().PossibleLogins(client.Allocation))
            visit.Scope.Add(
                site.Syntax,
                visit.Frame.Path,
                visit.State.Path.With(Mark.Login(at)),
                usage with
                {
                    Credential = login,
                    IsPossible = true,
                }
            );
    }

    public ClientFacts Facts() => new(visit.Scope, visit.State);

    public Site SiteOf(Value.Instance? client, IOperation call)
    {
        var at = Local(Scope.Origin(call.Syntax));
        var creation =
            client is null ? null
            : client.Allocation.Source is IObjectCreationOperation made ? made.Syntax
            : visit.State.Member(client.Allocation, Slot.BaseCall) is Value.Creation { Call: var inherited }
                ? inherited.Syntax
            : null;
        return new Site(
            at,
            call is IFlowAnonymousFunctionOperation && creation is not null
                    ? Local(Scope.Origin(Names.Arguments(creation)))
                : call is IInvocationOperation or IInvalidOperation
                    ? Local(Scope.Origin(Names.Method(call.Syntax)), Names.Method)
                : at,
            creation is null ? null : Local(Scope.Origin(creation)),
            creation is null ? null : Local(Names.CreatedType(creation))
        )
        {
            Arguments = Local(Scope.Origin(Names.Arguments(call.Syntax)), Names.Arguments),
            Client = client?.Allocation.Place,
        };
    }

    // Code in another file is underlined at the call that leads there.
    Origin Local(Origin origin, Func<SyntaxNode, SyntaxNode>? part = null)
    {
        if (origin.Location.SourceTree == visit.Scope.Tree)
            return origin;
        for (var path = visit.Frame.Path; path is not null; path = path.Outer)
            if (path.Call.Syntax is var syntax && syntax.SyntaxTree == visit.Scope.Tree)
                return origin with { Via = (part is null ? syntax : part(syntax)).GetLocation() };
        return origin;
    }
}
