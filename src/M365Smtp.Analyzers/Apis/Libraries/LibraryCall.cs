namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>The role of an argument for a mail client.</summary>
internal enum MailRole
{
    Host,
    Port,
    Tls,
    User,
    Secret,
    From,

    /// <summary>An ICredentials object.</summary>
    Credentials,

    /// <summary>An instance of one of the library's options types.</summary>
    Options,
}

/// <summary>A call that passes mail settings to a library.</summary>
/// <param name="Type">Metadata name of the type that declares the method, or of the type itself for a
/// constructor.</param>
/// <param name="Method"><c>.ctor</c> for a constructor.</param>
/// <param name="Parameters">All relevant parameters by name; identifies the overload that has them all and none of <see
/// cref="Without"/>.</param>
internal sealed record LibraryCall(string Type, string Method, params (string Name, MailRole Role)[] Parameters)
{
    /// <summary>Parameters that only other overloads have.</summary>
    public string[] Without { get; init; } = [];

    /// <summary>The TLS behavior if no argument sets it.</summary>
    public TlsMeaning Tls { get; init; } = TlsMeaning.Unknown;

    /// <summary>The client it creates never signs in.</summary>
    public bool NeverSignsIn { get; init; }
}
