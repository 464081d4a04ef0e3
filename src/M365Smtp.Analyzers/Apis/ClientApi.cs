using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis;

/// <summary>The effect of an SMTP client's method on the facts known about the client.</summary>
internal enum MethodRole
{
    /// <summary>Opens the connection; host, port and TLS are arguments.</summary>
    Connect,

    /// <summary>Signs in; the credential is an argument.</summary>
    Authenticate,

    /// <summary>Sends a message.</summary>
    Send,

    /// <summary>Changes none of the facts.</summary>
    Neutral,

    /// <summary>May change any fact.</summary>
    Escape,
}

/// <summary>An SMTP client library as data: its types and the role of each public method.</summary>
/// <param name="Types">Metadata names; subclasses and implementations count as well.</param>
/// <param name="Methods">A method that is not listed may change anything.</param>
internal sealed record ClientApi(SmtpApi Api, string[] Types, IReadOnlyDictionary<string, MethodRole> Methods)
{
    /// <summary>The assemblies that can define the types; no other assembly is searched.</summary>
    public string[] Assemblies { get; init; } = [];

    public MethodRole Role(string method) => Methods.TryGetValue(method, out var role) ? role : MethodRole.Escape;
}
