using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>Host and port written side by side for code that is not read: a preset, an options object, a call of an own wrapper.</summary>
internal sealed partial class Interpreter
{
    // IMAP and POP, plain and with TLS: whoever writes one beside a Microsoft host does not send.
    static readonly int[] Retrieval = [143, 993, 110, 995];

    /// <summary>A piece of code that nobody we read calls is at its end.</summary>
    void Ends(Value value, IOperation? returned)
    {
        // The constructor of a subclass of a client: the client is ready now.
        if (frame.This is Value.Instance self && state.Member(self.Allocation, BaseCall) is Value.Computed { Fact: IOperation inherited }) Report(self, inherited, Moment.Leaves);
        if (returned is null) return;
        if (value is Value.Constant { Data: string text } host && Hosts.Find(text) is not null) Mention(returned, host, null);
        else Escape(value, returned);
    }

    /// <summary>A call of code that is not read: of a known mail library it says all, of any other host and port.</summary>
    void Mention(IOperation call, IMethodSymbol method, Arguments arguments)
    {
        if (LibraryFacts.CallOf(method) is not var (library, row)) { Mention(call, arguments); return; }
        var usage = new SmtpUsage(library.Api, Moment.Send, SiteOf(null, call));
        Keep(call, new LibraryFacts(Facts(), name => arguments[name]).Of(row, library, usage));
    }

    /// <summary>An object that code which is not read gets to see.</summary>
    void Mention(Value.Instance holder, IOperation site)
    {
        if (LibraryFacts.OptionsOf(holder.Allocation.Type) is not { } library) { Mention(holder.Allocation, site); return; }
        var place = holder.Allocation.Source as IOperation ?? site;
        Keep(place, new LibraryFacts(Facts(), name => state.Member(holder.Allocation, name)).Of(library, new SmtpUsage(library.Api, Moment.Leaves, SiteOf(null, place))));
    }

    void Keep(IOperation site, SmtpUsage usage)
    {
        if (usage.Host.Is(out _)) scope.Add(site.Syntax, frame.Path, state.Path, usage);
    }

    void Mention(IOperation call, Arguments arguments)
    {
        Value.Constant? host = null, port = null;
        var named = false;
        foreach (var (parameter, value, _) in arguments)
            if (IsHost(value)) (host, named) = ((Value.Constant)value, named || IsNamedLike(parameter.Name, "host", "server", "smtp"));
            else if (PortIn(value, parameter.Name) is { } number) port = number;
        if (host is not null && (port is not null || named)) Mention(call, host, port);
    }

    void Mention(Allocation holder, IOperation site)
    {
        Value.Constant? host = null, port = null;
        foreach (var pair in state.All)
            if (!holder.Equals(pair.Key.Owner)) continue;
            else if (IsHost(pair.Value)) host ??= (Value.Constant)pair.Value;
            else if (PortIn(pair.Value, pair.Key.Member) is { } number) port = number;
        if (host is not null) Mention(site, host, port);
    }

    void Mention(IOperation site, Value.Constant host, Value.Constant? port)
    {
        if (port is { Data: int retrieval } && Retrieval.Contains(retrieval)) return;
        scope.Add(host.Origin.Location.SourceTree?.GetRoot(scope.Cancel).FindNode(host.Origin.Location.SourceSpan) ?? site.Syntax, frame.Path, state.Path, new SmtpUsage(SmtpApi.None, Moment.Mention, SiteOf(null, site))
        {
            Host = Fact.Known((string)host.Data!, host.Origin),
            Port = port is null ? Fact<int>.Unknown : Fact.Known((int)port.Data!, port.Origin),
        });
    }

    static bool IsHost(Value value) => value is Value.Constant { Data: string text } && Hosts.Find(text) is not null;

    // A number is a port by the name of its place, or by being one of the ports that mail is known for.
    static Value.Constant? PortIn(Value value, string name)
    {
        var port = value switch
        {
            Value.Constant { Data: int, IsEnum: false } number => number,
            Value.Constant { Data: string text } written when int.TryParse(text, out var number) => written with { Data = number },
            _ => null,
        };
        return port is { Data: > 0 and < 65536 } && (IsNamedLike(name, "port", "prt") || port is { Data: Ports.Relay or Ports.Submission or Ports.ImplicitTls or 2525 }) ? port : null;
    }

    static bool IsNamedLike(string name, params string[] words) => words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
