using M365Smtp.Analyzers.Model;

namespace M365Smtp.Tool.Audit;

/// <summary>What stands behind a row.</summary>
internal enum RowKind
{
    /// <summary>Code that sends mail by SMTP, or settings that a known library of the project reads to send.</summary>
    Sender,

    /// <summary>Settings for a Microsoft 365 host; no code that reads them was seen.</summary>
    Settings,

    /// <summary>A finding, or a Microsoft 365 host beside other values, without a sender in sight.</summary>
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

/// <summary>What happens to a sender when password sign-in is switched off at the end of December 2026.</summary>
internal enum AfterSwitch
{
    /// <summary>It signs in with a password, unless an admin keeps that enabled.</summary>
    Stops,

    /// <summary>It is refused today already, whatever the switch does.</summary>
    FailsAlready,
    NotKnown,
    GoesOn,
}

/// <summary>Where a finding comes from.</summary>
internal enum FindingSource
{
    /// <summary>A build with the analyzers reports it too.</summary>
    Build,

    /// <summary>It takes the settings or the code of a start-up project that a build does not see together.</summary>
    Joined,

    /// <summary>It stands in a file that no build reads.</summary>
    Lint,

    /// <summary>The project could not be loaded, or was not meant to be.</summary>
    Loose,
}

/// <summary>A place in a file. Lines and columns count from 1; the path is relative and has forward slashes.</summary>
internal sealed record Place(string Path, int Line, int Column, int EndLine, int EndColumn);

/// <summary>One finding of the rules.</summary>
/// <param name="Severity">error, warning or info.</param>
/// <param name="Fixes">The titles of the fixes that the analyzers offer.</param>
/// <param name="Fingerprint">The same for the same finding, also when lines above it come and go.</param>
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
    /// <summary>Not in the baseline; null without one.</summary>
    public bool? IsNew { get; init; }
}

/// <summary>One sender, or what stands in the place of one.</summary>
/// <param name="Fingerprint">The same for the same sender, also when lines above it come and go.</param>
internal sealed record AuditRow(RowKind Kind, string Fingerprint, string Repository, Place Place)
{
    /// <summary>The project file, relative; null for a file of no project.</summary>
    public string? Project { get; init; }

    /// <summary>The start-up project whose settings are joined in; null where none is.</summary>
    public string? StartUp { get; init; }

    /// <summary>The method, constructor or property it stands in, or the section of the settings file.</summary>
    public string? Member { get; init; }

    /// <summary>What sends: System.Net.Mail, MailKit, Serilog.Sinks.Email …; null where that is not known.</summary>
    public string? Library { get; init; }

    /// <summary>The host; null where it is not known.</summary>
    public string? Host { get; init; }

    /// <summary>"configuration Mail:Host", "appsettings.json, Mail:Host"; null where it stands in the code or nothing
    /// is known.</summary>
    public string? HostFrom { get; init; }

    /// <summary>The user name; null where it is not known.</summary>
    public string? Mailbox { get; init; }

    public string? MailboxFrom { get; init; }

    /// <summary>The sender address of its messages; null where it is not known.</summary>
    public string? From { get; init; }

    public SignIn SignIn { get; init; }

    public AfterSwitch AfterSwitch { get; init; } = AfterSwitch.NotKnown;

    /// <summary>Why that happens, one sentence or two.</summary>
    public string Why { get; init; } = "";

    public IReadOnlyList<string> WaysOut { get; init; } = [];

    public IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    /// <summary>Its lines, with every literal masked that is neither host nor mailbox nor key.</summary>
    public IReadOnlyList<string> Code { get; init; } = [];

    /// <summary>The project was read loosely.</summary>
    public bool IsLoose { get; init; }

    /// <summary>It stands in a test project, which sends for nobody.</summary>
    public bool IsTest { get; init; }

    /// <summary>Not in the baseline; null without one.</summary>
    public bool? IsNew { get; init; }

    /// <summary>The mailbox of the tenant that it is joined to, by its UPN.</summary>
    public string? TenantMailbox { get; init; }

    /// <summary>upn, alias or from: what joined it; null where nothing did.</summary>
    public string? JoinedBy { get; init; }

    /// <summary>Counts in the verdict.</summary>
    public bool Counts => !IsTest && Kind == RowKind.Sender;
}

/// <summary>Something that could not be read, or not as it was meant to be.</summary>
/// <param name="Path">Relative; the option's name for an export.</param>
/// <param name="IsLost">Nothing is known of it; else it was read in another way.</param>
internal sealed record AuditProblem(string Path, string Message, bool IsLost);

/// <summary>How many rows end how, and the sentence that says it.</summary>
internal sealed record Verdict(string Text, int Stops, int FailsAlready, int NotKnown, int GoesOn);

/// <summary>What was read.</summary>
internal sealed record ReadCounts(int Roots, int Projects, int LooseProjects, int SourceFiles, int SettingsFiles);

/// <summary>The result of a run.</summary>
internal sealed record AuditReport(
    Verdict Verdict,
    IReadOnlyList<AuditRow> Rows,
    Tenant.TenantReport? Tenant,
    IReadOnlyList<AuditProblem> Problems,
    ReadCounts Read
);
