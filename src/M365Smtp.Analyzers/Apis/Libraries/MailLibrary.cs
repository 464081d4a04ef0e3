using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Apis.Libraries;

/// <summary>A library that reads mail settings: how it is recognised, what it calls them, what its TLS switch
/// means.</summary>
/// <param name="Api">What stands behind it; None where that is decided elsewhere, so that TLS cannot be judged.</param>
/// <param name="Name">As a message names it.</param>
/// <param name="Source">Where the row was read.</param>
internal sealed record MailLibrary(SmtpApi Api, string Name, string Source, MailKeys Keys)
{
    /// <summary>A reference to any of them shows that the project uses the library.</summary>
    public string[] Assemblies { get; init; } = [];

    /// <summary>Metadata names of types that show it as well.</summary>
    public string[] Types { get; init; } = [];

    /// <summary>Metadata names of its options types, whose members are named as <see cref="Keys"/> and the switches;
    /// they show the library too.</summary>
    public string[] OptionsTypes { get; init; } = [];

    /// <summary>With this assembly beside it, the same keys are read by another library.</summary>
    public string? NotBeside { get; init; }

    public SectionShape[] Sections { get; init; } = [];

    /// <summary>The first whose value has a meaning decides.</summary>
    public TlsSwitch[] Tls { get; init; } = [];

    /// <summary>What no switch means; Unknown where code may still say so.</summary>
    public TlsMeaning TlsUnset { get; init; } = TlsMeaning.Unknown;

    /// <summary>The port that no setting means; null where code may still say so.</summary>
    public int? PortUnset { get; init; }

    public LibraryCall[] Calls { get; init; } = [];
}
