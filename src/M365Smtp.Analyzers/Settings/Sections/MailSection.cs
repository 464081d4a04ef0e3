using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>A Microsoft mail host in a settings file, with its related settings.</summary>
/// <param name="Library">The library that reads it; null if unknown.</param>
internal sealed record MailSection(SettingsSection Section, Setting Host, MailLibrary? Library)
{
    public Setting? Port { get; init; }
    public Setting? Tls { get; init; }
    public Setting? User { get; init; }
    public Setting? Secret { get; init; }
    public Setting? From { get; init; }
    public Setting? DefaultCredentials { get; init; }

    /// <summary>It signs in with a token: a value that looks like a password is not one.</summary>
    public bool HasOAuth { get; init; }

    /// <summary>Its names show that it is about sending, so a host of several services means SMTP.</summary>
    public bool IsAboutSmtp { get; init; }

    public bool Holds(TextSpan span) =>
        Array.Exists(
            [Host, Port, Tls, User, Secret, From, DefaultCredentials],
            setting => setting?.Span.Contains(span) == true
        );

    public static MailSection Of(SettingsSection section, Setting host, MailLibrary library)
    {
        Setting? At(string? key) => key is null ? null : section.At(key);
        return new(section, host, library)
        {
            Port = At(library.Keys.Port),
            User = At(library.Keys.User),
            Secret = At(library.Keys.Secret),
            From = At(library.Keys.From),
            DefaultCredentials = At(library.Keys.DefaultCredentials),
            IsAboutSmtp = true,
        };
    }
}
