using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Settings;

/// <summary>Turns the settings next to a host into a usage that the rules understand.</summary>
internal static class SettingsUsage
{
    public static SmtpUsage Of(MailSection section, ProjectLibraries project)
    {
        var host = Parts(section);
        var at = host is null ? section.Host.Origin : Place(section.Host, host.Name);
        var neverRead = project.NeverReads(section.Library);
        var (port, portNumber) = Port(section, host, at);
        var (tls, api, startTls) = neverRead
            ? SettingsTls.NotJudged
            : SettingsTls.Of(section, host, portNumber, at, project);
        // Leaves means "known facts only": the environment or code may set what the file does not.
        return new SmtpUsage(api, section.IsAboutSmtp ? Moment.Leaves : Moment.Mention, new Site(at, at, null, null))
        {
            Host = Fact.Known(host?.Name.Text ?? section.Host.Value!, at),
            Port = port,
            Tls = tls,
            Credential = Credential(section, host),
            From = section.From is { Value: { } from } sender ? Fact.Known(from, sender.Origin) : Fact<string>.Unknown,
            DefaultCredentials =
                section.Library == MailSettings.Row && project.MaySetLogin
                    ? Fact<DefaultCredentials>.Unknown
                    : DefaultCredentials(section),
            Runtime = project.Runtime,
            StartTlsWord = startTls,
            NeverRead = neverRead ? section.Section.NameOrigin(section.Host.Source) : null,
        };
    }

    // Null if the reader takes the whole text as a name: "smtp.office365.com:587" next to a separate port.
    static HostText? Parts(MailSection section) =>
        HostText.Parse(section.Host.Value!) is { } host
        && Hosts.Find(host.Name.Text) is not null
        && (
            host.User is not null
            || (host.Scheme.Length == 0 && host.Port is null)
            || (section.Port is null && section.Library?.Keys.Port is null)
        )
            ? host
            : null;

    static (Fact<int>, int?) Port(MailSection section, HostText? host, Origin at)
    {
        if (section.Port is { } setting)
            return HostText.Number(setting.Value) is { } number
                ? (Fact.Known(number, setting.Origin), number)
                : (Fact<int>.Unknown, null);
        if (host is { Port: { } part, PortNumber: { } written })
            return (Fact.Known(written, Place(section.Host, part)), written);
        return section.Library?.PortUnset is { } unset
            ? (Fact.Known(unset, at with { IsDefault = true }), unset)
            : (Fact<int>.Unknown, null);
    }

    static Fact<Credential> Credential(MailSection section, HostText? host)
    {
        var user = Text(section.User) ?? Text(section.Host, host?.User);
        var secret = section.HasOAuth ? null : Text(section.Secret) ?? Text(section.Host, host?.Password);
        return (user ?? secret)?.Is(out _, out var origin) == true
            ? Fact.Known(
                new Credential(
                    section.HasOAuth ? "XOAUTH2" : null,
                    user ?? Fact<string>.Unknown,
                    secret ?? Fact<string>.Unknown
                ),
                origin
            )
            : Fact<Credential>.Unknown;
    }

    // A file has no order: true overrides the login, false changes nothing.
    static Fact<DefaultCredentials> DefaultCredentials(MailSection section) =>
        section.DefaultCredentials is { } setting && bool.TryParse(setting.Value, out var value) && value
            ? Fact.Known(
                new DefaultCredentials(true, AfterCredentials: true)
                {
                    Name = setting.Name,
                    Login = section.User?.Name ?? "the login",
                },
                setting.Origin
            )
            : Fact<DefaultCredentials>.Unknown;

    static Fact<string>? Text(Setting? setting) =>
        setting is { Value: { Length: > 0 } value } ? Fact.Known(value, setting.Origin) : null;

    static Fact<string>? Text(Setting setting, TextPart? part) =>
        part is null ? null : Fact.Known(part.Text, Place(setting, part));

    static Origin Place(Setting setting, TextPart part) => setting.Part(part.Start, part.Text.Length);
}
