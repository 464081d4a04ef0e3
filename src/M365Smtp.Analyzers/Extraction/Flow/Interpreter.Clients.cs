using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Surroundings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>What is done to an SMTP client: properties set, connected, signed in, sent with, let go.</summary>
internal sealed partial class Interpreter
{
    ClientApi? ClientApiOf(IInvocationOperation call, Value? receiver)
    {
        if (call.Instance is null)
            return null;
        return scope.Types.ApiOf((receiver as Value.Instance)?.Allocation.Type)
            ?? scope.Types.ApiOf(Unconverted(call.Instance).Type);
    }

    static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    /// <summary>The client a call is made on; one that came from outside is known from here on by what is done to
    /// it.</summary>
    Value.Instance ClientOf(IOperation receiver, Value? value)
    {
        if (value is Value.Instance known)
            return known;
        var place = Unconverted(receiver);
        object source = place switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            IFlowCaptureReferenceOperation capture => Captured(capture.Id),
            _ => place,
        };
        return Made(new Allocation(source, frame.Path, place.Type));
    }

    Value ClientCall(ClientApi api, string method, Value.Instance client, IOperation call, Arguments arguments)
    {
        switch (api.Role(method))
        {
            case MethodRole.Connect:
                Connect(client, call, arguments);
                break;
            case MethodRole.Authenticate:
                var login = Facts().Login(call, arguments);
                state = state.SetMember(client.Allocation, Slot.SignIn, new ClientValues.WorkedOut<Credential>(login));
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
                if (Reads(bound.TargetMethod, client, arguments) is { } body)
                    return Enter(body.Graph, frame.Enter(bound, body.Method, client), arguments);
                // A property of the base type or an extension nobody listed.
                Escape(client, bound.Instance!);
                foreach (var (_, value, source) in arguments)
                    Escape(value, source);
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
        state = state
            .SetMember(client.Allocation, Slot.Connection, new ClientValues.Endpoint(endpoint))
            .SetMember(client.Allocation, Slot.SignIn, Value.Unset);
        Report(client, call, Moment.Connect);
    }

    void SetOnClient(Value.Instance client, string property, Value value, IOperation source)
    {
        var on = client.Allocation;
        switch (property)
        {
            case "UseDefaultCredentials":
                var set = value is Value.Constant { IsAssumed: false, Data: bool flag, Origin: var origin }
                    ? Fact.Known(new DefaultCredentials(flag, AfterCredentials: state.Has(on, "Credentials")), origin)
                    : Fact<DefaultCredentials>.Unknown;
                state = state.SetMember(on, property, new ClientValues.WorkedOut<DefaultCredentials>(set));
                break;
            case "Credentials":
                if (
                    state.Member(on, "UseDefaultCredentials")
                        is ClientValues.WorkedOut<DefaultCredentials> { Fact: var before }
                    && before.Is(out var order, out var place)
                )
                    state = state.SetMember(
                        on,
                        "UseDefaultCredentials",
                        new ClientValues.WorkedOut<DefaultCredentials>(Fact.Known(order with { AfterCredentials = false }, place))
                    );
                state = state.SetMember(
                    on,
                    property,
                    value == Value.Unknown ? new ClientValues.WorkedOut<Credential>(Facts().Credential(value, source)) : value
                );
                break;
            case "ServerCertificateValidationCallback":
                state = state.SetMember(on, property, new ClientValues.WorkedOut<bool>(Facts().AcceptsAnyCertificate(value, source)));
                break;
            case "SslProtocols":
                state = state.SetMember(on, property, new ClientValues.WorkedOut<string>(Facts().ObsoleteTls(value, source)));
                break;
            default:
                state = state.SetMember(on, property, value);
                break;
        }
    }

    /// <summary>A setting of the whole process: every client of it is touched.</summary>
    void ProcessWide(ISymbol member, Value value, IOperation source)
    {
        if (member.ContainingType is not { Name: "ServicePointManager" })
            return;
        var usage = member.Name switch
        {
            "ServerCertificateValidationCallback" => new SmtpUsage(SmtpApi.None, Moment.Process, SiteOf(null, source))
            {
                AcceptsAnyCertificate = Facts().AcceptsAnyCertificate(value, source),
            },
            "SecurityProtocol" => new SmtpUsage(SmtpApi.None, Moment.Process, SiteOf(null, source))
            {
                ObsoleteTls = Facts().ObsoleteTls(value, source),
            },
            _ => null,
        };
        if (usage is not null)
            scope.Add(source.Syntax, frame.Path, state.Path, usage);
    }

    /// <summary>A client that goes where we cannot follow is judged by what is known of it now.</summary>
    void Leaves(Value value, IOperation? site)
    {
        if (
            value is Value.Instance client
            && site is not null
            && scope.Types.IsClient(client.Allocation.Type)
            && !state.IsOpen(client.Allocation)
        )
            Report(client, site, Moment.Leaves);
    }

    void Report(Value.Instance client, IOperation site, Moment moment, Fact<string>? from = null)
    {
        if (scope.Types.ApiOf(client.Allocation.Type) is not { Api: var api })
            return;
        var usage = Facts().Usage(api, client.Allocation, new SmtpUsage(api, moment, SiteOf(client, site)));
        if (from is not null)
            usage = usage with { From = from };
        scope.Add(site.Syntax, frame.Path, state.Path, usage);
        foreach (var (login, at) in Facts().PossibleLogins(client.Allocation))
            scope.Add(site.Syntax, frame.Path, state.Path.With(Mark.Login(at)), usage with { Credential = login, IsPossible = true });
    }

    ClientFacts Facts() => new(scope, state);

    Site SiteOf(Value.Instance? client, IOperation call)
    {
        var at = Local(Scope.Origin(call.Syntax));
        var creation =
            client is null ? null
            : client.Allocation.Source is IObjectCreationOperation made ? made.Syntax
            : state.Member(client.Allocation, Slot.BaseCall) is Value.Creation { Call: var inherited }
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

    // What stands in another file is underlined at the call that leads there.
    Origin Local(Origin origin, Func<SyntaxNode, SyntaxNode>? part = null)
    {
        if (origin.Location.SourceTree == scope.Tree)
            return origin;
        for (var path = frame.Path; path is not null; path = path.Outer)
            if (path.Call.Syntax is var syntax && syntax.SyntaxTree == scope.Tree)
                return origin with { Via = (part is null ? syntax : part(syntax)).GetLocation() };
        return origin;
    }
}
