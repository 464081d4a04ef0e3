using System.Collections.Immutable;
using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Rules.Authentication;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Tool.Audit.Rows;

/// <summary>The mail sections of the settings files, and whether any code was found that reads them.</summary>
internal sealed class SettingsPlaces(FoundDiagnostics found, PathNames names)
{
    readonly Dictionary<(string Path, TextSpan Host), Known> sections = [];
    readonly Dictionary<string, SettingsFile> files = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Files => files.Keys;

    /// <summary>The settings files of one project.</summary>
    public void Add(
        IEnumerable<SettingsFile> read,
        ProjectLibraries libraries,
        Func<SettingsFile, TeamOptions> team,
        SenderDirectory? senders,
        string? project,
        bool isTest
    )
    {
        var all = read.ToList();
        foreach (var file in all)
        {
            files[file.Source.Path] = file;
            var options = team(file);
            var below = all.FirstOrDefault(other => other.Layer.LiesBelow(file.Layer));
            var root = below is null ? file.Root : Overlay.Over(below.Root, file.Root);
            foreach (var section in MailSections.Of(MicrosoftHosts.In(root, options.AdditionalHosts), libraries.Uses))
            {
                var path = section.Host.Source.Path;
                var usage = Defaults.Resolve(SettingsUsage.Of(section, libraries));
                if (usage.Host.Is(out var host))
                    usage = usage.At(options.Endpoint(host), senders);
                if (sections.TryGetValue((path, section.Host.Span), out var known))
                    known.Usages.Add(usage);
                else
                    sections.Add((path, section.Host.Span), new(section, usage, project, isTest));
            }
        }
    }

    /// <summary>"appsettings.json, Mail:Host": the file and the key of a value.</summary>
    public string? NameOf(Location location)
    {
        var path = location.GetLineSpan().Path;
        var key = files.TryGetValue(path, out var file) ? KeyAt(file.Root, location.SourceSpan) : null;
        return names.Of(path) + (key is null ? "" : ", " + key);
    }

    /// <summary>The findings about the section that a usage takes its values from. The section then needs no
    /// row.</summary>
    public IReadOnlyList<AuditFinding> FindingsOf(SmtpUsage usage)
    {
        var findings = new List<AuditFinding>();
        foreach (var origin in Origins(usage).Where(origin => origin.IsSetting))
        {
            var (path, span) = FoundDiagnostics.Where(origin.Location);
            foreach (var ((file, _), known) in sections)
                if (file == path && known.Section.Holds(span))
                {
                    known.IsRead = true;
                    findings.AddRange(found.Of(known.Usages).Except(findings));
                    findings.AddRange(known.Findings.Except(findings));
                }
        }
        return findings;
    }

    /// <summary>Adds a lint finding for a file that no build reads.</summary>
    public void Lint(Analyzers.Rules.RuleFinding finding)
    {
        var (path, span) = FoundDiagnostics.Where(finding.Finding.At.Location);
        var made = found.Add(finding, FindingSource.Lint);
        var known = sections
            .Where(pair =>
                pair.Key.Path == path
                && (
                    pair.Value.Section.Holds(span)
                    || pair.Value.Usages.SelectMany(Analyzers.Rules.Findings.Of)
                        .Any(other =>
                            other.Rule.Id == finding.Rule.Id
                            && FoundDiagnostics.Where(other.Finding.At.Location) == (path, span)
                        )
                )
            )
            .Select(pair => pair.Value)
            .FirstOrDefault();
        if (known is not null)
            known.Findings.Add(made);
        else
            unowned.Add(made);
    }

    readonly List<AuditFinding> unowned = [];

    /// <summary>Lint findings that belong to no section.</summary>
    public IReadOnlyList<AuditFinding> Unowned => unowned;

    /// <summary>A row for each section with no code found that reads it.</summary>
    public IEnumerable<AuditRow> Rows() => sections.Values.Where(known => !known.IsRead).Select(Row);

    AuditRow Row(Known known)
    {
        var (section, usage) = (known.Section, known.Usages[0]);
        var isSender = section.Library is not null && usage.NeverRead is null;
        var signIn = usage.Credential.Is(out var login)
            ? login.IsToken
                ? SignIn.OAuth
                : SignIn.Password
            : SignIn.Unknown;
        var effect = SwitchEffect.Of(usage, hostFrom: null) with { SignIn = signIn };
        var user =
            login is not null
            && login.User.Is(out var name)
            && !Placeholder.Is(name)
            && !(login.Secret.Is(out var secret) && secret == name)
                ? name
                : null;
        var path = section.Host.Source.Path;
        var row = new AuditRow(
            isSender ? RowKind.Sender : RowKind.Settings,
            "",
            names.RepositoryOf(path),
            found.PlaceOf(section.Host.Origin.Location)
        )
        {
            Project = known.Project,
            IsTest = known.IsTest,
            Member = section.Section.Path.Length > 0 ? section.Section.Path : null,
            Library = section.Library?.Name,
            Host = usage.Host.Is(out var host) ? host : null,
            HostFrom = NameOf(section.Host.Origin.Location),
            Mailbox = user,
            MailboxFrom = section.User is { } setting ? NameOf(setting.Origin.Location) : null,
            From = usage.From.Is(out var from) ? Analyzers.Rules.EmailAddress.Parse(from)?.ToString() : null,
            SignIn = signIn,
            AfterSwitch = isSender || effect.After == AfterSwitch.GoesOn ? effect.After : AfterSwitch.NotKnown,
            Why = isSender ? effect.Why : Unread(usage, effect),
            Findings = [.. found.Of(known.Usages), .. known.Findings],
            Code = Lines(section),
        };
        return row with
        {
            WaysOut = WaysOut.Of(row, usage.Api, hasMailKit: false, isCSharp: false),
            Fingerprint = found.Fingerprint(
                row.Kind.ToString(),
                row.Place.Path,
                row.Member,
                row.Host,
                row.Mailbox,
                row.SignIn.ToString()
            ),
        };
    }

    static string Unread(SmtpUsage usage, SwitchEffect effect) =>
        usage.NeverRead is not null
            ? "No runtime since .NET 5 reads mailSettings."
            : effect switch
            {
                { After: AfterSwitch.Stops } => "Whoever reads these settings signs in with a password, "
                    + "and stops unless an admin keeps that enabled. "
                    + "The code that reads them was not seen.",
                { After: AfterSwitch.FailsAlready or AfterSwitch.GoesOn } =>
                    $"{effect.Why} The code that reads these settings was not seen.",
                { SignIn: SignIn.OAuth } => "These settings are for OAuth 2.0. The code that reads them was not seen.",
                _ => "The code that reads these settings was not seen, nor how it signs in.",
            };

    // Never the password, and of the other values only those that the row shows too.
    static IReadOnlyList<string> Lines(MailSection section) =>
        [
            .. new[] { section.Host, section.Port, section.Tls, section.User, section.From }
                .OfType<Setting>()
                .Where(setting =>
                    setting.Value is { Length: < 200 } value
                    && value != section.Secret?.Value
                    && !value.Contains(';')
                    && !value.Contains("//")
                )
                .DistinctBy(setting => setting.Span)
                .OrderBy(setting => setting.Span.Start)
                .Select(setting => $"{setting.Name} = {setting.Value}"),
            .. section.Secret is { } secret ? new[] { $"{secret.Name} = ***" } : [],
        ];

    static IEnumerable<Origin> Origins(SmtpUsage usage)
    {
        if (usage.Host.Is(out _, out var host))
            yield return host;
        if (usage.Credential.Is(out var login, out _) && login.User.Is(out _, out var user))
            yield return user;
    }

    static string? KeyAt(SettingsSection section, TextSpan span)
    {
        foreach (var setting in section.Settings)
            if (setting.Span.Contains(span))
                return SettingsKeys.Join(section.Path, setting.Name);
        return section.Sections.Select(inner => KeyAt(inner, span)).FirstOrDefault(key => key is not null);
    }

    sealed class Known(MailSection section, SmtpUsage usage, string? project, bool isTest)
    {
        public MailSection Section => section;

        public List<SmtpUsage> Usages { get; } = [usage];

        public List<AuditFinding> Findings { get; } = [];

        public string? Project => project;

        public bool IsTest => isTest;

        public bool IsRead { get; set; }
    }
}
