using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Analyzers.Settings.Sections;
using M365Smtp.Knowledge;
using M365Smtp.Tool.Lint.Reading;

namespace M365Smtp.Tool.Lint;

/// <summary>
/// The presets of mail providers in views and scripts, as usages. Only certain values are used: the host, its port, and
/// a TLS word that the file itself distinguishes from the other words.
/// </summary>
internal static class Presets
{
    static readonly string[] Implicit = ["ssl", "ssltls", "sslonconnect", "smtps", "implicit", "implicittls"];
    static readonly string[] StartTls = ["starttls", "tls", "explicit", "explicittls"];
    static readonly string[] None = ["none", "plain", "unencrypted"];
    static readonly string[] OAuth = ["oauth", "xoauth"];

    public static IEnumerable<SmtpUsage> In(SettingsSource source)
    {
        var presets = PresetReader.Read(source);
        var words = presets
            .SelectMany(preset => preset.Members)
            .Where(IsTls)
            .Select(member => KeyName.Letters(member.Value ?? ""))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var preset in presets)
        {
            var hosts = preset.Members.Where(IsSendingHost).ToList();
            if (hosts is [var host])
                yield return Usage(preset, host, words);
        }
    }

    static bool IsSendingHost(Setting member) =>
        KeyName.Of(member.Name).Role == KeyRole.Host
        && !IsOfOtherProtocol(member.Name)
        && Hosts.Find(member.Value ?? "") is not null;

    static SmtpUsage Usage(Preset preset, Setting host, HashSet<string> words)
    {
        var group = KeyName.Of(host.Name).Group;
        var siblings = preset
            .Members.Where(member => KeyName.Of(member.Name).Group == group || member.Name == "secure")
            .ToList();
        var port = siblings.Find(member => KeyName.Of(member.Name).Role == KeyRole.Port);
        var tls =
            siblings.Find(IsTls) is { } word && Mode(word, words) is { } mode
                ? Fact.Known(mode, word.Origin)
                : Fact<TlsMode>.Unknown;
        return new SmtpUsage(SmtpApi.Other, Moment.Mention, new Site(host.Origin, host.Origin, null, null))
        {
            Host = Fact.Known(host.Value!, host.Origin),
            Port =
                port is not null && HostText.Number(port.Value) is { } number
                    ? Fact.Known(number, port.Origin)
                    : Fact<int>.Unknown,
            Tls = tls,
            Credential = TakesPassword(preset)
                ? Fact.Known(new Credential(null, Fact<string>.Unknown, Fact<string>.Unknown), host.Origin)
                : Fact<Credential>.Unknown,
        };
    }

    // 'ssl' means implicit TLS only if the same file also has a word for STARTTLS. Nodemailer's 'secure: true' always
    // means it.
    static TlsMode? Mode(Setting word, HashSet<string> words) =>
        KeyName.Letters(word.Value ?? "") switch
        {
            "true" when word.Name == "secure" => TlsMode.Implicit,
            var none when None.Contains(none) => TlsMode.None,
            "sslonconnect" => TlsMode.Implicit,
            var said when Implicit.Contains(said) && words.Overlaps(StartTls) => TlsMode.Implicit,
            _ => null,
        };

    static bool IsTls(Setting member) => member.Name == "secure" || KeyName.Of(member.Name).Role == KeyRole.Tls;

    static bool IsOfOtherProtocol(string name) =>
        KeyName.Letters(name) is var letters
        && (
            letters.Contains("imap", StringComparison.Ordinal)
            || letters.Contains("pop", StringComparison.Ordinal)
            || letters.Contains("incoming", StringComparison.Ordinal)
        );

    static bool TakesPassword(Preset preset) =>
        !OAuth.Any(word => preset.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        && (
            preset.Text.Contains("password", StringComparison.OrdinalIgnoreCase)
            || preset.Text.Contains("pass:", StringComparison.OrdinalIgnoreCase)
        );
}
