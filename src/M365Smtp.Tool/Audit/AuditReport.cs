using M365Smtp.Analyzers.Model;

namespace M365Smtp.Tool.Audit;

/// <summary>The kind of a row.</summary>
internal enum RowKind
{
    /// <summary>Code that sends mail over SMTP, or settings that a known library of the project reads to
    /// send.</summary>
    Sender,

    /// <summary>Settings for a Microsoft 365 host, with no code found that reads them.</summary>
    Settings,

    /// <summary>A finding, or a Microsoft 365 host next to other values, without a visible sender.</summary>
    Mention,
}

/// <summary>How a sender signs in.</summary>
internal enum SignIn
{
    Unknown,
    Password,
    OAuth,
    None,
}

/// <summary>The effect on a sender when password sign-in is switched off at the end of December 2026.</summary>
internal enum AfterSwitch
{
    /// <summary>It signs in with a password and stops, unless an admin keeps password sign-in enabled.</summary>
    Stops,

    /// <summary>It is already rejected today, regardless of the switch.</summary>
    FailsAlready,
    NotKnown,
    GoesOn,
}

/// <summary>The source of a finding.</summary>
internal enum FindingSource
{
    /// <summary>Also reported in a build with the analyzers.</summary>
    Build,

    /// <summary>It needs settings or code of a startup project that a build does not see together.</summary>
    Joined,

    /// <summary>It is in a file that no build reads.</summary>
    Lint,

    /// <summary>The project could not be loaded, or was not supposed to be.</summary>
    Loose,
}

/// <summary>A location in a file. Lines and columns start at 1; the path is relative, with forward slashes.</summary>
internal sealed record Place(string Path, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A single finding of the rules.</summary>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Fixes">The titles of the fixes that the analyzers offer.</param>
/// <param name="Fingerprint">Stable for the same finding, even when lines above it are added or removed.</param>
internal sealed record AuditFinding(
    string Rule,
    string Severity,
    string Message,
    Place Place,
    FindingSource Source,
    IReadOnlyList<string> Fixes,
    string Fingerprint
)
{
    /// <summary>Not in the baseline; null without a baseline.</summary>
    public bool? IsNew { get; init; }
}

/// <summary>A sender, or a row without one.</summary>
/// <param name="Fingerprint">Stable for the same sender, even when lines above it are added or removed.</param>
internal sealed record AuditRow(RowKind Kind, string Fingerprint, string Repository, Place Place)
{
    /// <summary>The relative path of the project file; null for a file outside any project.</summary>
    public string? Project { get; init; }

    /// <summary>The startup project whose settings are included; null if there is none.</summary>
    public string? StartUp { get; init; }

    /// <summary>The containing method, constructor or property, or the section of the settings file.</summary>
    public string? Member { get; init; }

    /// <summary>The sending library: System.Net.Mail, MailKit, Serilog.Sinks.Email …; null if unknown.</summary>
    public string? Library { get; init; }

    /// <summary>The host; null if unknown.</summary>
    public string? Host { get; init; }

    /// <summary>"configuration Mail:Host", "appsettings.json, Mail:Host"; null if it is written in the code or
    /// unknown.</summary>
    public string? HostFrom { get; init; }

    /// <summary>The user name; null if unknown.</summary>
    public string? Mailbox { get; init; }

    public string? MailboxFrom { get; init; }

    /// <summary>The sender address of its messages; null if unknown.</summary>
    public string? From { get; init; }

    public SignIn SignIn { get; init; }

    public AfterSwitch AfterSwitch { get; init; } = AfterSwitch.NotKnown;

    /// <summary>The reason, in one or two sentences.</summary>
    public string Why { get; init; } = "";

    public IReadOnlyList<string> WaysOut { get; init; } = [];

    public IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    /// <summary>Its lines, with every literal masked that is not a host, mailbox or key.</summary>
    public IReadOnlyList<string> Code { get; init; } = [];

    /// <summary>The project was read loosely.</summary>
    public bool IsLoose { get; init; }

    /// <summary>It is in a test project, which sends no production mail.</summary>
    public bool IsTest { get; init; }

    /// <summary>Not in the baseline; null without a baseline.</summary>
    public bool? IsNew { get; init; }

    /// <summary>The matching mailbox of the tenant, by its UPN.</summary>
    public string? TenantMailbox { get; init; }

    /// <summary>What matched: upn, alias or from; null if nothing did.</summary>
    public string? JoinedBy { get; init; }

    /// <summary>It counts in the verdict.</summary>
    public bool Counts => !IsTest && Kind == RowKind.Sender;
}

/// <summary>Something that could not be read, or not in the intended way.</summary>
/// <param name="Path">Relative, or the option's name for an export.</param>
/// <param name="IsLost">It was skipped; otherwise it was read in another way.</param>
internal sealed record AuditProblem(string Path, string Message, bool IsLost);

/// <summary>The number of rows per outcome, and the summary sentence.</summary>
internal sealed record Verdict(string Text, int Stops, int FailsAlready, int NotKnown, int GoesOn);

/// <summary>How much was read.</summary>
internal sealed record ReadCounts(int Roots, int Projects, int LooseProjects, int SourceFiles, int SettingsFiles);

/// <summary>The result of a run.</summary>
internal sealed record AuditReport(
    Verdict Verdict,
    IReadOnlyList<AuditRow> Rows,
    Tenant.TenantReport? Tenant,
    IReadOnlyList<AuditProblem> Problems,
    ReadCounts Read
);
