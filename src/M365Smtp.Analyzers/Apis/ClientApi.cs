using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis;

/// <summary>What a method of an SMTP client does to the facts about it.</summary>
internal enum MethodRole
{
    /// <summary>Opens the connection: host, port and TLS are its arguments.</summary>
    Connect,

    /// <summary>Signs in: the credential is its argument.</summary>
    Authenticate,

    /// <summary>Sends a message.</summary>
    Send,

    /// <summary>Changes none of the facts.</summary>
    Neutral,

    /// <summary>May change any of them.</summary>
    Escape,
}

/// <summary>An SMTP client library as data: its types and what each public method is.</summary>
/// <param name="Types">Metadata names; a subclass or an implementation counts as well.</param>
/// <param name="Methods">A method that is not listed may change anything.</param>
internal sealed record ClientApi(SmtpApi Api, string[] Types, IReadOnlyDictionary<string, MethodRole> Methods)
{
    /// <summary>The assemblies that the types may stand in, so that no other one is searched.</summary>
    public string[] Assemblies { get; init; } = [];

    public MethodRole Role(string method) => Methods.TryGetValue(method, out var role) ? role : MethodRole.Escape;
}
