using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// Host and port written together for code we do not read: a preset, an options object, a call of a custom wrapper.
/// </summary>
internal sealed class UnreadCalls(Visit visit)
{
    // IMAP and POP, plain and with TLS: code that pairs one with a Microsoft host does not send.
    static readonly int[] Retrieval = [143, 993, 110, 995];

    /// <summary>The end of a piece of code that no analyzed code calls.</summary>
    public void Ends(Value value, IOperation? returned)
    {
        // The constructor of a client's subclass: the client is complete now.
        if (
            visit.Frame.This is Value.Instance self
            && visit.State.Member(self.Allocation, Slot.BaseCall) is Value.Creation { Call: var inherited }
        )
            visit.ClientCalls.Report(self, inherited, Moment.Leaves);
        // A client kept in a field is as complete as this code makes it.
        foreach (var (variable, kept) in visit.State.Variables)
            if (variable.Symbol is IFieldSymbol or IPropertySymbol)
                LeavesWhereMade(kept);
        if (visit.Frame.This is Value.Instance { Allocation: var keeper })
            foreach (var (_, kept) in visit.State.Members(keeper))
                LeavesWhereMade(kept);
        // An object passed in by the caller is filled now.
        foreach (var owner in visit.State.Objects)
            if (owner.Source is IParameterSymbol)
                if (!visit.Scope.Types.IsClient(owner.Type))
                    Shown(new Value.Instance(owner), visit.Graph.OriginalOperation);
                else if (visit.State.Has(owner, "Host"))
                    visit.ClientCalls.Report(new Value.Instance(owner), visit.Graph.OriginalOperation, Moment.Leaves);
        if (returned is null)
            return;
        if (value.Host() is not null)
            Mention(returned, (Value.Constant)value, null);
        else
            visit.Objects.Escape(value, returned);
    }

    void LeavesWhereMade(Value kept)
    {
        if (
            kept is Value.Instance { Allocation: { Source: IOperation made, Type: var type } }
            && visit.Scope.Types.IsClient(type)
        )
            visit.ClientCalls.Leaves(kept, made);
    }

    /// <summary>
    /// A call of code we do not read: full facts for a known mail library, host and port for any other.
    /// </summary>
    public void Called(IOperation call, IMethodSymbol method, Arguments arguments)
    {
        if (IsSocket(method.ContainingType))
            return;
        if (LibraryFacts.CallOf(method) is not var (library, row))
        {
            HostsAmong(call, arguments);
            return;
        }
        var usage = new SmtpUsage(library.Api, Moment.Send, visit.ClientCalls.SiteOf(null, call));
        Keep(call, new LibraryFacts(visit.ClientCalls.Facts(), slot => arguments[slot.Name]).Of(row, library, usage));
    }

    /// <summary>An object that is passed to code we do not read.</summary>
    public void Shown(Value.Instance holder, IOperation site)
    {
        if (IsSocket(holder.Allocation.Type))
            return;
        if (LibraryFacts.OptionsOf(holder.Allocation.Type) is not { } library)
        {
            HostsIn(holder.Allocation, site);
            return;
        }
        var place = holder.Allocation.Source as IOperation ?? site;
        Keep(
            place,
            new LibraryFacts(visit.ClientCalls.Facts(), slot => visit.State.Member(holder.Allocation, slot)).Of(
                library,
                new SmtpUsage(library.Api, Moment.Leaves, visit.ClientCalls.SiteOf(null, place))
            )
        );
    }

    // A port probe checks which ports are open.
    static bool IsSocket(ITypeSymbol? type) => type?.ContainingNamespace is { Name: "Sockets" };

    void Keep(IOperation site, SmtpUsage usage)
    {
        if (usage.Host.Is(out _))
            visit.Scope.Add(site.Syntax, visit.Frame.Path, visit.State.Path, usage);
    }

    // A value passed as object is part of a text.
    public void HostsAmong(IOperation call, Arguments arguments)
    {
        if (!arguments.Hold(value => value.Host() is not null))
            return;
        EachHost(
            call,
            arguments
                .Where(argument => argument.Parameter.Type.SpecialType != SpecialType.System_Object)
                .Select(argument => (argument.Parameter.Name, argument.Value)),
            isCall: true
        );
    }

    void HostsIn(Allocation holder, IOperation site)
    {
        // A former host was shown with its port when the object was handed on.
        var held = Array.FindAll(visit.State.Members(holder), member => member.Slot != Slot.FormerHost);
        if (IsListOfTexts(holder.Type) || !Array.Exists(held, member => member.Value.Host() is not null))
            return;
        // A constructor's argument is stored twice: as its parameter and as the member it initializes.
        var members = held.GroupBy(
            member => member.Value,
            member => member.Slot.ToString(),
            (value, names) => (Name: names.OrderBy(name => name, StringComparer.Ordinal).Last(), value)
        );
        EachHost(
            site,
            members.OrderBy(member => PlaceOf(member.value)).ThenBy(member => member.Name, StringComparer.Ordinal),
            isCall: false
        );
    }

    /// <summary>Pairs each host with the port that follows it; a single host with any port.</summary>
    void EachHost(IOperation site, IEnumerable<(string Name, Value Value)> values, bool isCall)
    {
        var sending = values.Where(one => !IsNamedLike(one.Name, "imap", "pop3", "incoming", "inbound")).ToList();
        var hosts = sending.FindAll(one => one.Value.Host() is not null);
        foreach (var (name, host) in hosts)
        {
            var near =
                hosts.Count == 1
                    ? sending
                    : sending
                        .SkipWhile(one => !ReferenceEquals(one.Value, host))
                        .Skip(1)
                        .TakeWhile(one => one.Value.Host() is null);
            var port = near.Select(one => PortIn(one.Value, one.Name)).LastOrDefault(number => number is not null);
            if (!isCall || port is not null || IsNamedLike(name, "host", "server", "smtp") || IsRowOf(site, name))
                Mention(site, (Value.Constant)host, port);
        }
    }

    // { "outlook.com", "smtp.live.com" }: the value of a dictionary entry.
    static bool IsRowOf(IOperation site, string name) =>
        name == "value" && site is IInvocationOperation { TargetMethod.Name: "Add" };

    static int PlaceOf(Value value) =>
        value is Value.Constant { Origin: var origin } ? origin.Location.SourceSpan.Start : 0;

    // A list of host names may be a blocklist.
    static bool IsListOfTexts(ITypeSymbol? list) =>
        list switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] } => element,
            _ => null,
        }
            is { SpecialType: SpecialType.System_String or SpecialType.System_Object };

    public void Mention(IOperation site, Value.Constant host, Value.Constant? port)
    {
        if (port is { Data: int retrieval } && Retrieval.Contains(retrieval))
            return;
        visit.Scope.Add(
            host.Origin.Location.SourceTree?.GetRoot(visit.Scope.Cancel).FindNode(host.Origin.Location.SourceSpan)
                ?? site.Syntax,
            visit.Frame.Path,
            visit.State.Path,
            new SmtpUsage(SmtpApi.None, Moment.Mention, visit.ClientCalls.SiteOf(null, site))
            {
                Host = Fact.Known((string)host.Data!, host.Origin),
                Port = port is null ? Fact<int>.Unknown : Fact.Known((int)port.Data!, port.Origin),
            }
        );
    }

    // A number is a port if its parameter or member is named so, or if it is a well-known mail port.
    static Value.Constant? PortIn(Value value, string name)
    {
        var port = value switch
        {
            Value.Constant { Data: int, IsEnum: false } number => number,
            Value.Constant { Data: string text } written when int.TryParse(text, out var number) => written with
            {
                Data = number,
            },
            _ => null,
        };
        return
            port is { Data: > 0 and < 65536 }
            && (
                IsNamedLike(name, "port", "prt")
                || port is { Data: Ports.Relay or Ports.Submission or Ports.ImplicitTls or 2525 }
            )
            ? port
            : null;
    }

    static bool IsNamedLike(string name, params string[] words) =>
        words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
