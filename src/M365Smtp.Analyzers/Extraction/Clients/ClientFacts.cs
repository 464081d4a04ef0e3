using M365Smtp.Analyzers.Apis;
using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Extraction.Code;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Extraction.Memory;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Surroundings;
using M365Smtp.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Reads the facts about a client out of a state.</summary>
internal readonly struct ClientFacts(Scope scope, State state)
{
    public SmtpUsage Usage(SmtpApi api, Allocation client, SmtpUsage usage) =>
        api == SmtpApi.MailKit ? MailKit(client, usage) : SystemNetMail(client, usage);

    SmtpUsage SystemNetMail(Allocation client, SmtpUsage usage) =>
        usage with
        {
            IsToFolder = WritesToFolder(client),
            Host = WritesToFolder(client) ? Fact<string>.Unknown : Text(Setting(client, "Host", "network:host")),
            Port = Number(Setting(client, "Port", "network:port")),
            Tls = Of<bool, TlsMode>(
                Setting(client, "EnableSsl", "network:enableSsl"),
                flag => flag ? TlsMode.StartTls : TlsMode.None
            ),
            Credential = Login(client, usage.Site),
            DefaultCredentials = WorkedOut<DefaultCredentials>(state.Member(client, "UseDefaultCredentials")),
            IsByMailSettings =
                state.Member(client, "Host") == Value.Unset
                && state.Member(client, "EnableSsl") == Value.Unset
                && MailSetting("network:host", SpecialType.System_String) is not null
                && MailSetting("network:enableSsl", SpecialType.System_Boolean) is not null,
        };

    Fact<Credential> Login(Allocation client, Site site)
    {
        var login = state.Member(client, "Credentials");
        return Credential(login, null) is { IsUnset: false } set ? set
            : login == ClientValues.WindowsLogin ? Fact<Credential>.Unset
            : MailSettingsLogin(site);
    }

    // .NET Framework reads unset values from mailSettings.
    Value Setting(Allocation client, string member, string attribute)
    {
        var value = state.Member(client, member);
        return
            value == Value.Unset
            && MailSetting(
                attribute,
                member switch
                {
                    "Port" => SpecialType.System_Int32,
                    "EnableSsl" => SpecialType.System_Boolean,
                    _ => SpecialType.System_String,
                }
            )
                is { } written
            ? written
            : value;
    }

    Fact<Credential> MailSettingsLogin(Site site) =>
        MailSetting("network:userName", SpecialType.System_String) is { } user
            ? Fact.Known(
                new Credential(
                    null,
                    Text(user),
                    MailSetting("network:password", SpecialType.System_String) is { } secret
                        ? Text(secret)
                        : Fact<string>.Unknown
                ),
                site.Call
            )
            : Fact<Credential>.Unset;

    Value.Constant? MailSetting(string attribute, SpecialType type)
    {
        if (
            scope.Source.Runtime != Runtime.Classic
            || scope.Source.Settings.FindMailSetting(attribute) is not [{ Setting: var setting }]
        )
            return null;
        return SettingConversion.To(scope.Source.Compilation.GetSpecialType(type), setting.Value) is { } data
            ? new(data, setting.Origin)
            : null;
    }

    SmtpUsage MailKit(Allocation client, SmtpUsage usage)
    {
        var connection = state.Member(client, Slot.Connection) as ClientValues.Endpoint;
        if (connection is { Usage: var endpoint })
            usage = usage with { Host = endpoint.Host, Port = endpoint.Port, Tls = endpoint.Tls };
        var signIn = WorkedOut<Credential>(state.Member(client, Slot.SignIn));
        return usage with
        {
            // Whoever has connected it may have signed in.
            Credential = connection is { IsUnsure: true } && signIn.IsUnset ? Fact<Credential>.Unknown : signIn,
            AcceptsAnyCertificate = WorkedOut<bool>(state.Member(client, "ServerCertificateValidationCallback")),
            ObsoleteTls = WorkedOut<string>(state.Member(client, "SslProtocols")),
            RedactSecrets = state.Member(client, "ProtocolLogger") is Value.Instance log
                ? Of<bool, bool>(state.Member(log.Allocation, "RedactSecrets"), flag => flag)
                : Fact<bool>.Unknown,
        };
    }

    // A pickup directory: no server is involved.
    bool WritesToFolder(Allocation client) =>
        state.Has(client, "PickupDirectoryLocation")
        || (
            state.Has(client, "DeliveryMethod")
                ? state.Member(client, "DeliveryMethod") is not Value.Constant { Data: 0 }
                : MailSetting("deliveryMethod", SpecialType.System_String) is { Data: string way }
                    && !MailSettings.IsNetwork(way)
        );

    /// <summary>Host, port and TLS of a Connect call, through any of its overloads.</summary>
    public SmtpUsage Endpoint(SmtpUsage usage, IOperation call, Arguments arguments)
    {
        if (arguments["uri"] is var uri && uri != Value.Unset)
            return Address(usage, uri);
        var tls =
            arguments["useSsl"] is var useSsl && useSsl != Value.Unset
                ? Of<bool, TlsMode>(useSsl, flag => Apis.MailKit.Mode(flag))
                : Option(arguments["options"], Number(arguments["port"]));
        return usage with
        {
            Host = Text(arguments["host"]),
            Port = Number(arguments["port"]),
            Tls = SetOn(tls, Scope.Origin(call.Syntax)),
        };
    }

    // A rule that reports at the sign-in edits the Connect call.
    static Fact<TlsMode> SetOn(Fact<TlsMode> tls, Origin connect) =>
        tls.Is(out var mode, out var origin) ? Fact.Known(mode, origin with { SetOn = connect }) : tls;

    // Auto is the default of an unset option: the port decides.
    static Fact<TlsMode> Option(Value value, Fact<int> port) =>
        value switch
        {
            Value.Constant { Data: int option, Origin: var origin } => Fact.Known(
                Apis.MailKit.Mode(option)
                    ?? (
                        port.Is(out var number) && number == Ports.ImplicitTls
                            ? TlsMode.Implicit
                            : TlsMode.Opportunistic
                    ),
                origin
            ),
            _ => value == Value.Unset ? Fact<TlsMode>.Unset : Fact<TlsMode>.Unknown,
        };

    SmtpUsage Address(SmtpUsage usage, Value uri)
    {
        if (
            uri is Value.Instance { Allocation: { Type.Name: "UriBuilder" } builder }
            && state.Member(builder, "Uri") == Value.Unset
        )
            return Built(usage, builder);
        var text = uri is Value.Instance instance ? state.Member(instance.Allocation, "UriString") : uri;
        if (
            text is not Value.Constant { Data: string address, Origin: var origin }
            || !Uri.TryCreate(address, UriKind.Absolute, out var parsed)
        )
            return usage;
        var mode = Apis.MailKit.Mode(parsed);
        return usage with
        {
            Host = Fact.Known(parsed.Host, origin),
            Port = Fact.Known(parsed.Port > 0 ? parsed.Port : 0, origin),
            Tls = Fact.Known(mode, origin),
        };
    }

    // A property set later overrides the constructor's argument.
    Value Part(Allocation builder, string property, string parameter) =>
        state.Member(builder, property) is var set && set != Value.Unset ? set : state.Member(builder, parameter);

    SmtpUsage Built(SmtpUsage usage, Allocation builder)
    {
        var isPlain =
            state.Member(builder, "Query") == Value.Unset && state.Member(builder, "ExtraValue") == Value.Unset;
        return usage with
        {
            Host = Text(Part(builder, "Host", "HostName")),
            Port = Number(Part(builder, "Port", "PortNumber")),
            Tls = isPlain
                ? Of<string, TlsMode>(
                    Part(builder, "Scheme", "SchemeName"),
                    scheme =>
                        scheme.Equals("smtps", StringComparison.OrdinalIgnoreCase)
                            ? TlsMode.Implicit
                            : TlsMode.Opportunistic
                )
                : Fact<TlsMode>.Unknown,
        };
    }

    public Fact<Credential> Login(IOperation call, Arguments arguments)
    {
        var at = Scope.Origin(call.Syntax);
        if (arguments["userName"] is var user && user != Value.Unset)
            return Fact.Known(new Credential(null, Text(user), Secret(arguments["password"])), at);
        if (arguments["credentials"] is var credentials && credentials != Value.Unset)
            return Credential(credentials, arguments.Source("credentials"));
        return Mechanism(arguments["mechanism"]);
    }

    /// <summary>The sign-in that a SASL mechanism represents.</summary>
    public Fact<Credential> Mechanism(Value value) =>
        value is Value.Instance mechanism ? Mechanism(mechanism.Allocation) : Fact<Credential>.Unknown;

    Fact<Credential> Mechanism(Allocation mechanism)
    {
        if (
            mechanism.Type is null
            || Apis.MailKit.Mechanism(mechanism.Type.Name) is not { } name
            || mechanism.Source is not IOperation creation
        )
            return Fact<Credential>.Unknown;
        var login = state.Member(mechanism, "Credentials") is Value.Instance given ? given.Allocation : mechanism;
        var secret = state.Member(
            login,
            login == mechanism && name is "XOAUTH2" or "OAUTHBEARER" ? "Auth_token" : "Password"
        );
        return Fact.Known(
            new Credential(name, Text(state.Member(login, "UserName")), Secret(secret))
            {
                Scope = secret is ClientValues.Token token ? Text(token.Scope) : Fact<string>.Unknown,
                IsForApplication = secret is ClientValues.Token { IsForApplication: true },
            },
            Scope.Origin(creation.Syntax)
        );
    }

    /// <param name="assigned">The assigned expression, whose type may tell what the value does not.</param>
    public Fact<Credential> Credential(Value value, IOperation? assigned)
    {
        if (value is ClientValues.WorkedOut<Credential> { Fact: var worked })
            return worked;
        if (
            value is Value.Instance
            {
                Allocation: { Source: IOperation creation, Type.Name: "NetworkCredential" } login
            }
        )
            return Fact.Known(
                new Credential(null, Text(state.Member(login, "UserName")), Secret(state.Member(login, "Password")))
                {
                    Domain = Text(state.Member(login, "Domain")),
                },
                Scope.Origin(creation.Syntax)
            );
        if (value == Value.Unset || value == ClientValues.WindowsLogin || value is Value.Constant { Data: null })
            return Fact<Credential>.Unset;
        while (assigned is IConversionOperation conversion)
            assigned = conversion.Operand;
        return
            assigned?.Type is { Name: "NetworkCredential" }
            ? Fact.Known(
                new Credential(null, Fact<string>.Unknown, Fact<string>.Unknown),
                Scope.Origin(assigned.Syntax)
            )
            : Fact<Credential>.Unknown;
    }

    /// <summary>The possible logins of a client, depending on a condition.</summary>
    public IEnumerable<(Fact<Credential> Login, int At)> PossibleLogins(Allocation client)
    {
        if (state.Member(client, "Credentials") is not Logins { All: var logins })
            yield break;
        foreach (var login in logins)
            if (Credential(login, null) is var fact && fact.Is(out _, out var origin))
                yield return (fact, origin.Location.SourceSpan.Start);
    }

    /// <summary>The sender of the message passed to a call.</summary>
    public Fact<string> From(Arguments arguments)
    {
        if (arguments["from"] is var from && from != Value.Unset)
            return Text(Address(from));
        if (arguments["message"] is not Value.Instance message)
            return Fact<string>.Unknown;
        return message.Allocation.Type?.Name == "MimeMessage"
            ? Text(state.Member(Allocation.PartOf(message.Allocation, "From"), "Address"))
            : Text(Address(state.Member(message.Allocation, "From")));
    }

    /// <summary>The mail address in a string, a MailAddress or a MailboxAddress.</summary>
    public Value Address(Value value) =>
        value is Value.Instance instance ? state.Member(instance.Allocation, "Address") : value;

    /// <summary>Known if the callback accepts any certificate.</summary>
    Fact<bool> AcceptsAnyCertificate(Value callback, IOperation assigned) =>
        CertificateCallback.AcceptsAny(callback, scope)
            ? Fact.Known(true, Scope.Origin(assigned.Syntax))
            : Fact<bool>.Unknown;

    /// <summary>Known if the value includes versions before TLS 1.2, which Exchange Online refuses.</summary>
    Fact<string> ObsoleteTls(Value versions, IOperation assigned)
    {
        if (versions is not Value.Constant { Data: int and > 0 and var flags })
            return Fact<string>.Unknown;
        // SslProtocols and SecurityProtocolType use the same numbers.
        var names = new[] { (12, "SSL 2"), (48, "SSL 3"), (192, "TLS 1.0"), (768, "TLS 1.1") }
            .Where(version => (flags & version.Item1) != 0)
            .Select(version => version.Item2);
        var written = string.Join(" and ", names);
        return written.Length > 0 ? Fact.Known(written, Scope.Origin(assigned.Syntax)) : Fact<string>.Unknown;
    }

    /// <summary>
    /// What a client stores for an assigned property: the value itself, or a fact that must be derived where the code
    /// sets it.
    /// </summary>
    public Value Kept(Allocation client, string property, Value value, IOperation source) =>
        property switch
        {
            "ServerCertificateValidationCallback" => new ClientValues.WorkedOut<bool>(
                AcceptsAnyCertificate(value, source)
            ),
            "SslProtocols" => new ClientValues.WorkedOut<string>(ObsoleteTls(value, source)),
            "UseDefaultCredentials" => new ClientValues.WorkedOut<DefaultCredentials>(
                value is Value.Constant { IsAssumed: false, Data: bool flag, Origin: var origin }
                    ? Fact.Known(new DefaultCredentials(flag, state.Has(client, "Credentials")), origin)
                    : Fact<DefaultCredentials>.Unknown
            ),
            "Credentials" when value == Value.Unknown => new ClientValues.WorkedOut<Credential>(
                Credential(value, source)
            ),
            _ => value,
        };

    /// <summary>The default credentials of a client that later gets others; null if none were set.</summary>
    public Value? OverriddenDefaults(Allocation client) =>
        state.Member(client, "UseDefaultCredentials") is ClientValues.WorkedOut<DefaultCredentials> { Fact: var before }
        && before.Is(out var order, out var place)
            ? new ClientValues.WorkedOut<DefaultCredentials>(Fact.Known(order with { AfterCredentials = false }, place))
            : null;

    /// <summary>The meaning of a process-wide setting; null if it does not concern mail.</summary>
    public SmtpUsage? OfProcess(string property, Value value, IOperation source, Site site)
    {
        var usage = new SmtpUsage(SmtpApi.None, Moment.Process, site);
        return property switch
        {
            "ServerCertificateValidationCallback" => usage with
            {
                AcceptsAnyCertificate = AcceptsAnyCertificate(value, source),
            },
            "SecurityProtocol" => usage with { ObsoleteTls = ObsoleteTls(value, source) },
            _ => null,
        };
    }

    static Fact<T> WorkedOut<T>(Value value) =>
        value is ClientValues.WorkedOut<T> { Fact: var fact } ? fact
        : value == Value.Unset ? Fact<T>.Unset
        : Fact<T>.Unknown;

    public static Fact<string> Text(Value value) => Of<string, string>(value, text => text);

    /// <summary>A password, even if only one path has it: it is still in the source.</summary>
    public static Fact<string> Secret(Value value) => Text(value is Possible { Text: var text } ? text : value);

    public static Fact<int> Number(Value value) => Of<int, int>(value, number => number);

    static Fact<TFact> Of<TData, TFact>(Value value, Func<TData, TFact> fact) =>
        value switch
        {
            Value.Constant { IsAssumed: false, Data: TData data, Origin: var origin } => Fact.Known(fact(data), origin),
            _ => value == Value.Unset ? Fact<TFact>.Unset : Fact<TFact>.Unknown,
        };
}
