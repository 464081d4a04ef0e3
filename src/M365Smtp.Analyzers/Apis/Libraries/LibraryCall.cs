namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>What an argument is to a mail client.</summary>
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

/// <summary>A call that hands a library its mail settings.</summary>
/// <param name="Type">Metadata name of the type that declares the method; for a constructor the type itself.</param>
/// <param name="Method"><c>.ctor</c> for a constructor.</param>
/// <param name="Parameters">All that matter, by name; the overload is the one that has them and <see cref="Without"/>
/// none of the others.</param>
internal sealed record LibraryCall(string Type, string Method, params (string Name, MailRole Role)[] Parameters)
{
    /// <summary>Parameters of other overloads, which this one does not have.</summary>
    public string[] Without { get; init; } = [];

    /// <summary>What the call does about TLS where no argument says so.</summary>
    public TlsMeaning Tls { get; init; } = TlsMeaning.Unknown;

    /// <summary>The client it makes never signs in.</summary>
    public bool NeverSignsIn { get; init; }
}
