using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Surroundings;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// Facts from a call or an options object of a known mail library: values by the library's names, and its TLS switch by
/// the library's meaning.
/// </summary>
internal sealed class LibraryFacts(ClientFacts facts, Func<Slot, Value> member)
{
    static readonly ILookup<string, (MailLibrary Library, LibraryCall Call)> Calls = MailLibraries
        .All.SelectMany(library => library.Calls.Select(call => (library, call)))
        .ToLookup(row => row.call.Method);

    // Compares the last part of the name first: most types fail here, before a full name is built.
    static readonly ILookup<string, (MailLibrary Library, string Type)> Options = MailLibraries
        .All.SelectMany(library => library.OptionsTypes.Select(type => (Library: library, Type: type)))
        .ToLookup(row => row.Type.Substring(row.Type.LastIndexOf('.') + 1));

    /// <summary>The names that options objects use for the certificate callback.</summary>
    public const string CertificateCallback = "ServerCertificateValidationCallback";

    /// <summary>The library that a call passes its settings to; null for any other call.</summary>
    public static (MailLibrary Library, LibraryCall Call)? CallOf(IMethodSymbol method)
    {
        foreach (var row in Calls[method.Name])
            if (
                row.Call.Type.EndsWith(method.ContainingType.MetadataName, StringComparison.Ordinal)
                && row.Call.Type == MetadataName(method.ContainingType)
                && row.Call.Parameters.All(wanted => method.Parameters.Any(has => has.Name == wanted.Name))
                && !row.Call.Without.Any(unwanted => method.Parameters.Any(has => has.Name == unwanted))
            )
                return row;
        return null;
    }

    static readonly ILookup<string, string> CalledTypes = MailLibraries
        .All.SelectMany(library => library.Calls)
        .Select(call => call.Type)
        .Distinct()
        .ToLookup(type => type.Substring(type.LastIndexOf('.') + 1));

    // Asked of every type: no closure is allocated for those that no library names.

    /// <summary>A type of a known library that takes mail settings, as members or through methods.</summary>
    public static bool IsOfLibrary(ITypeSymbol type)
    {
        foreach (var name in CalledTypes[type.MetadataName])
            if (name == MetadataName(type))
                return true;
        return OptionsOf(type) is not null;
    }

    /// <summary>The library that owns this options type; null for any other type.</summary>
    public static MailLibrary? OptionsOf(ITypeSymbol? type)
    {
        if (type is null)
            return null;
        foreach (var row in Options[type.MetadataName])
            if (row.Type == MetadataName(type))
                return row.Library;
        return null;
    }

    public SmtpUsage Of(LibraryCall call, MailLibrary library, SmtpUsage usage)
    {
        Value Given(MailRole role) =>
            call.Parameters.FirstOrDefault(parameter => parameter.Role == role).Name is { } name
                ? member(name)
                : Value.Unset;
        var port = Port(ClientFacts.Number(Given(MailRole.Port)), library, usage.Site);
        var tls = Given(MailRole.Tls);
        return usage with
        {
            Host = ClientFacts.Text(Given(MailRole.Host)),
            Port = port,
            Tls =
                tls != Value.Unset
                    ? Tls(tls, library, port)
                    : Mode(call.Tls == TlsMeaning.Unknown ? library.TlsUnset : call.Tls, port, usage.Site),
            DefaultCredentials = call.NeverSignsIn ? Fact<DefaultCredentials>.Unset : Fact<DefaultCredentials>.Unknown,
            Credential = call.NeverSignsIn
                ? Fact<Credential>.Unset
                : Login(Given(MailRole.Credentials), Given(MailRole.User), Given(MailRole.Secret), usage.Site),
            From = ClientFacts.Text(facts.Address(Given(MailRole.From))),
        };
    }

    public SmtpUsage Of(MailLibrary library, SmtpUsage usage)
    {
        var port = Port(ClientFacts.Number(Member(library.Keys.Port)), library, usage.Site);
        return usage with
        {
            Host = ClientFacts.Text(Member(library.Keys.Host)),
            Port = port,
            Tls = Tls(library, port, usage.Site),
            AcceptsAnyCertificate = member(CertificateCallback) is ClientValues.WorkedOut<bool> { Fact: var accepts }
                ? accepts
                : Fact<bool>.Unknown,
            Credential =
                Member(library.Keys.Mechanism) is var mechanism && mechanism != Value.Unset
                    ? facts.Mechanism(mechanism)
                    : Login(Member("Credentials"), Member(library.Keys.User), Member(library.Keys.Secret), usage.Site),
            From = ClientFacts.Text(facts.Address(Member(library.Keys.From))),
        };
    }

    // "Args:host" in a file is the member Host of the options type.
    Value Member(string? key)
    {
        if (key is null)
            return Value.Unset;
        var name = key.Substring(key.LastIndexOf(':') + 1);
        return name.Length == 0 ? Value.Unset : member(char.ToUpperInvariant(name[0]) + name.Substring(1));
    }

    Fact<TlsMode> Tls(MailLibrary library, Fact<int> port, Site site)
    {
        foreach (var choice in library.Tls)
            if (Member(choice.Key) is var value && value != Value.Unset)
                return Tls(value, choice, port);
        return Mode(library.TlsUnset, port, site);
    }

    static Fact<TlsMode> Tls(Value value, MailLibrary library, Fact<int> port) =>
        library.Tls.Length > 0 ? Tls(value, library.Tls[0], port) : Fact<TlsMode>.Unknown;

    static Fact<TlsMode> Tls(Value value, TlsSwitch choice, Fact<int> port) =>
        value is Value.Constant { Data: { } data, Origin: var origin }
        && choice.Words.TryGetValue(data.ToString(), out var meaning)
        && meaning.On(port.Is(out var number) ? number : null) is { } mode
            ? Fact.Known(mode, origin)
            : Fact<TlsMode>.Unknown;

    static Fact<TlsMode> Mode(TlsMeaning meaning, Fact<int> port, Site site) =>
        meaning.On(port.Is(out var number) ? number : null) is { } mode
            ? Fact.Known(mode, site.Call with { IsDefault = true })
            : Fact<TlsMode>.Unknown;

    static Fact<int> Port(Fact<int> port, MailLibrary library, Site site) =>
        !port.IsUnset ? port
        : library.PortUnset is { } unset ? Fact.Known(unset, site.CallName with { IsDefault = true })
        : Fact<int>.Unknown;

    Fact<Credential> Login(Value credentials, Value user, Value secret, Site site)
    {
        if (credentials != Value.Unset)
            return facts.Credential(credentials, null);
        return user == Value.Unset && secret == Value.Unset
            ? Fact<Credential>.Unknown
            // A hard-coded password is reported separately, where it is written.
            : Fact.Known(
                new Credential(null, ClientFacts.Text(user), ClientFacts.Secret(secret)),
                SignIn(user, secret, site)
            );
    }

    Origin SignIn(Value user, Value secret, Site site) =>
        secret is Value.Constant ? site.Arguments ?? site.Call
        : member(Slot.SecretPlace) is Value.Place { Origin: var set } ? set
        : (user as Value.Constant)?.Origin ?? site.Call;

    /// <summary>Whether a member of an options type holds its password.</summary>
    public static bool IsSecret(ITypeSymbol? type, string member) =>
        OptionsOf(type)?.Keys.Secret is { } secret
        && secret.Substring(secret.LastIndexOf(':') + 1).Equals(member, StringComparison.OrdinalIgnoreCase);

    static string MetadataName(ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString() + "." + type.MetadataName
            : type.MetadataName;
}
