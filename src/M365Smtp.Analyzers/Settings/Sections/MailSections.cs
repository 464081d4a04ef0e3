using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Settings.Reading;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>Finds what a settings file says about sending through Microsoft 365: by a library's own section, else by a host's value and the names beside it.</summary>
internal static class MailSections
{
    static readonly string[] OtherProtocols = ["imap", "pop3", "incoming", "inbound", "receive"];
    static readonly string[] NoEndpoints = ["allow", "block", "deny", "trusted", "known", "ignore", "exclude", "example", "audience", "scope", "resource", "cors", "issuer"];

    public static bool MentionsMicrosoft(SettingsSection root) =>
        root.WithAllBelow().Any(section => section.Settings.Any(setting => MicrosoftHosts.Of(setting.Value) is not null));

    /// <param name="uses">Whether the project uses a library.</param>
    public static IEnumerable<MailSection> In(SettingsSection root, Func<MailLibrary, bool> uses)
    {
        var claimed = new HashSet<Setting>();
        foreach (var section in root.WithAllBelow())
        {
            if (IsNoMail(section.Path)) continue;
            if (OfLibrary(section, uses) is { } known && claimed.Add(known.Host)) yield return known;
            foreach (var setting in section.Settings)
                if (MicrosoftHosts.Of(setting.Value) is not null && !claimed.Contains(setting) && ReferenceEquals(section.Find(setting.Name), setting)
                    && ByNames(section, setting) is { } found)
                    yield return found;
        }
    }

    static MailSection? OfLibrary(SettingsSection section, Func<MailLibrary, bool> uses)
    {
        foreach (var library in MailLibraries.All)
            foreach (var shape in library.Sections)
                if (section.Fits(shape) && section.At(library.Keys.Host) is { } host && MicrosoftHosts.Of(host.Value) is not null && (shape.IsProof || uses(library)))
                    return MailSection.Of(section, host, library);
        return null;
    }

    static MailSection? ByNames(SettingsSection section, Setting host)
    {
        var name = KeyName.Of(host.Name);
        if (IsNoMail(host.Name) || name.Group == "pop" || IsNoEndpoint(host.Name) || IsNoEndpoint(section.Name)) return null;
        var siblings = new Siblings(section, host);
        var port = siblings.Find(KeyRole.Port, value => HostText.Number(value) is not null) ?? siblings.OnlyMailPort();
        if (name.Role != KeyRole.Host && port is null) return null;
        return new(section, host, null)
        {
            Port = port,
            Tls = siblings.Find(KeyRole.Tls, _ => true),
            User = siblings.Find(KeyRole.User, _ => true),
            Secret = siblings.Find(KeyRole.Secret, _ => true),
            From = siblings.Find(KeyRole.From, value => value.IndexOf('@') > 0),
            HasOAuth = siblings.HasName("clientid", "tenantid", "clientsecret", "accesstoken", "oauth", "useoauth", "useoauth2"),
            IsAboutSmtp = (section.Path + host.Name + host.Value).IndexOf("smtp", StringComparison.OrdinalIgnoreCase) >= 0,
        };
    }

    static bool IsNoMail(string path) => path.Split(':').Any(name =>
    {
        var letters = KeyName.Letters(name);
        return Siblings.IsCommentedOut(name) || letters is "pop" or "ews" || Array.Exists(OtherProtocols, letters.Contains);
    });

    static bool IsNoEndpoint(string name) => Array.Exists(NoEndpoints, start => KeyName.Letters(name).StartsWith(start, StringComparison.Ordinal));
}
