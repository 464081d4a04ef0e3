using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>A library that reads mail settings: how to recognize it, its setting names and the meaning of its TLS
/// switch.</summary>
/// <param name="Api">The client behind it; None if that is decided elsewhere, so TLS cannot be judged.</param>
/// <param name="Name">The name shown in messages.</param>
/// <param name="Source">Where this row comes from.</param>
internal sealed record MailLibrary(SmtpApi Api, string Name, string Source, MailKeys Keys)
{
    /// <summary>A reference to any of these shows that the project uses the library.</summary>
    public string[] Assemblies { get; init; } = [];

    /// <summary>Metadata names of types that also show it.</summary>
    public string[] Types { get; init; } = [];

    /// <summary>Metadata names of its options types, whose members have the names in <see cref="Keys"/> and the
    /// switches; they also show that the library is used.</summary>
    public string[] OptionsTypes { get; init; } = [];

    /// <summary>If this assembly is referenced as well, another library reads the same keys.</summary>
    public string? NotBeside { get; init; }

    public SectionShape[] Sections { get; init; } = [];

    /// <summary>The first switch whose value has a meaning decides.</summary>
    public TlsSwitch[] Tls { get; init; } = [];

    /// <summary>The TLS behavior without a switch; Unknown if code may still set it.</summary>
    public TlsMeaning TlsUnset { get; init; } = TlsMeaning.Unknown;

    /// <summary>The port if none is set; null if code may still set it.</summary>
    public int? PortUnset { get; init; }

    public LibraryCall[] Calls { get; init; } = [];
}
