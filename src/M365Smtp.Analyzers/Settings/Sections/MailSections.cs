using System.Collections.Immutable;
using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>Finds the settings for sending through Microsoft 365: in a library's own section, otherwise by a host's
/// value and the names next to it.</summary>
internal static class MailSections
{
    static readonly string[] OtherProtocols = ["imap", "pop3", "incoming", "inbound", "receive"];
    static readonly string[] NoEndpoints =
    [
        "allow",
        "block",
        "deny",
        "trusted",
        "known",
        "ignore",
        "exclude",
        "example",
        "audience",
        "scope",
        "resource",
        "cors",
        "issuer",
    ];

    /// <param name="uses">Whether the project uses a library.</param>
    public static IEnumerable<MailSection> Of(ImmutableArray<HostPlace> hosts, Func<MailLibrary, bool> uses)
    {
        foreach (var host in hosts)
        {
            var section = host.Sections[host.Sections.Length - 1];
            // Of two values with the same name the last one wins.
            if (IsNoMail(section.Path) || !ReferenceEquals(section.Find(host.Setting.Name), host.Setting))
                continue;
            if ((OfLibrary(host, uses) ?? ByNames(section, host.Setting)) is { } found && !WritesToFolder(found))
                yield return found;
        }
    }

    // A section that two libraries of the project could read is assigned to neither.
    static MailSection? OfLibrary(HostPlace host, Func<MailLibrary, bool> uses)
    {
        foreach (var section in host.Sections)
        {
            var readers = MailLibraries
                .All.Where(library => Reads(library, section, host.Setting, uses))
                .Take(2)
                .ToList();
            if (readers.Count > 0)
                return readers.Count == 1 ? MailSection.Of(section, host.Setting, readers[0]) : null;
        }
        return null;
    }

    static bool WritesToFolder(MailSection found) =>
        found.Library?.Keys.DeliveryMethod is { } key
        && found.Section.At(key)?.Value is { } way
        && !MailSettings.IsNetwork(way);

    static bool Reads(MailLibrary library, SettingsSection section, Setting host, Func<MailLibrary, bool> uses) =>
        ReferenceEquals(section.At(library.Keys.Host), host)
        && library.Sections.Any(shape => section.Fits(shape) && (shape.IsUnique || uses(library)));

    static MailSection? ByNames(SettingsSection section, Setting host)
    {
        var name = KeyName.Of(host.Name);
        if (IsNoMail(host.Name) || name.Group == "pop" || IsNoEndpoint(host.Name) || IsNoEndpoint(section.Name))
            return null;
        var siblings = new Siblings(section, host);
        var port = siblings.Find(KeyRole.Port, value => HostText.Number(value) is not null) ?? siblings.OnlyMailPort();
        if (name.Role != KeyRole.Host && port is null && HostText.Parse(host.Value!) is not { Scheme.Length: > 0 })
            return null;
        // Direct Send has a mailbox too, as its sender.
        var isMx = MicrosoftHosts.Of(host) is { Kind: HostKind.Mx };
        return new(section, host, null)
        {
            Port = port,
            Tls = siblings.Find(KeyRole.Tls, _ => true),
            User =
                siblings.Find(KeyRole.User, value => !IsFlag(value))
                ?? (isMx ? null : siblings.Find(KeyRole.Mailbox, value => value.IndexOf('@') > 0)),
            Secret = siblings.Find(KeyRole.Secret, value => !IsFlag(value)),
            From = siblings.Find(KeyRole.From, value => value.IndexOf('@') > 0),
            HasOAuth = siblings.HasName(
                "clientid",
                "tenantid",
                "clientsecret",
                "accesstoken",
                "oauth",
                "useoauth",
                "useoauth2"
            ),
            IsAboutSmtp =
                (section.Path + host.Name + host.Value).IndexOf("smtp", StringComparison.OrdinalIgnoreCase) >= 0,
        };
    }

    // The value of "UseLogin": true is not a name.
    static bool IsFlag(string value) => bool.TryParse(value, out _);

    static bool IsNoMail(string path) =>
        path.Split(':')
            .Any(name =>
            {
                var letters = KeyName.Letters(name);
                return Siblings.IsCommentedOut(name)
                    || letters is "pop" or "ews"
                    || Array.Exists(OtherProtocols, letters.Contains);
            });

    static bool IsNoEndpoint(string name) =>
        Array.Exists(NoEndpoints, start => KeyName.Letters(name).StartsWith(start, StringComparison.Ordinal));
}
