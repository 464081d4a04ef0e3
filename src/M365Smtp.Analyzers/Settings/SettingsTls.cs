using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;

namespace M365Smtp.Analyzers.Settings;

/// <summary>The TLS mode of a section. It depends on the reader; if that is unknown, nothing is reported.</summary>
internal static class SettingsTls
{
    public static readonly (Fact<TlsMode> Tls, SmtpApi Api, string? StartTlsWord) NotJudged = (
        Fact<TlsMode>.Unknown,
        SmtpApi.None,
        null
    );

    public static (Fact<TlsMode> Tls, SmtpApi Api, string? StartTlsWord) Of(
        MailSection section,
        HostText? host,
        int? port,
        Origin at,
        ProjectLibraries project
    )
    {
        if (host is { Scheme.Length: > 0 })
            return OfAddress(section, host, project);
        if (section.Library is not { } library)
            return ByWord(section.Tls, port);
        foreach (var tls in library.Tls)
            if (section.Section.At(tls.Key) is { Value: { } value } setting && Meaning(tls, value) is { } meaning)
                return (Known(meaning, port, setting.Origin), library.Api, StartTlsWord(tls, value, port));
        return library.Tls.Any(tls => section.Section.At(tls.Key) is not null)
            ? NotJudged
            : (Known(library.TlsUnset, port, at with { IsDefault = true }), library.Api, null);
    }

    // Only MailKit accepts an address, whose scheme defines the mode. Source: MailService.cs:777-805.
    static (Fact<TlsMode>, SmtpApi, string?) OfAddress(MailSection section, HostText host, ProjectLibraries project)
    {
        if (section.Library is null && !project.References("MailKit"))
            return NotJudged;
        var mode =
            host.Scheme == "smtps" ? TlsMode.Implicit
            : Says(host, "starttls=always") ? TlsMode.StartTls
            : Says(host, "starttls=never") ? TlsMode.None
            : TlsMode.Opportunistic;
        return (Fact.Known(mode, section.Host.Part(0, host.Scheme.Length)), SmtpApi.MailKit, null);
    }

    // The names of MailKit's options are unique, except 'None' and 'Auto': for these the key must show it.
    static (Fact<TlsMode>, SmtpApi, string?) ByWord(Setting? setting, int? port)
    {
        if (setting?.Value is not { } value)
            return NotJudged;
        var options = TlsSwitch.SecureSocketOptions(setting.Name);
        var isOption =
            KeyName.Letters(setting.Name).EndsWith("securesocketoptions", StringComparison.Ordinal)
            || KeyName.Letters(value) is "sslonconnect" or "starttlswhenavailable";
        return isOption && Meaning(options, value) is { } meaning
            ? (Known(meaning, port, setting.Origin), SmtpApi.MailKit, StartTlsWord(options, value, port))
            : NotJudged;
    }

    static TlsMeaning? Meaning(TlsSwitch tls, string value) =>
        tls.Words.TryGetValue(value.Trim(), out var meaning) ? meaning : null;

    static Fact<TlsMode> Known(TlsMeaning meaning, int? port, Origin at) =>
        meaning.On(port) is { } mode ? Fact.Known(mode, at) : Fact<TlsMode>.Unknown;

    // A number stays a number: in JSON a word would need quotes.
    static string? StartTlsWord(TlsSwitch tls, string value, int? port) =>
        tls
            .Words.Where(word =>
                word.Value.On(port) == TlsMode.StartTls && char.IsDigit(word.Key[0]) == char.IsDigit(value.Trim()[0])
            )
            .Select(word => word.Key)
            .FirstOrDefault();

    static bool Says(HostText host, string query) => host.Query.IndexOf(query, StringComparison.OrdinalIgnoreCase) >= 0;
}
