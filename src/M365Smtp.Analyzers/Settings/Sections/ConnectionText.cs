using System.Collections.Immutable;
using M365Smtp.Analyzers.Settings.Reading;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Settings.Sections;

/// <summary>Splits a connection string (<c>Endpoint=smtp://smtp.office365.com:587;Username=app</c>) into
/// settings.</summary>
internal static class ConnectionText
{
    /// <summary>Null if the value is not a connection string.</summary>
    public static SettingsSection? Section(string path, Setting setting)
    {
        if (setting.Value is not { } text || text.IndexOf('=') <= 0 || !setting.Source.HasTrace(setting.Span))
            return null;
        var settings = ImmutableArray.CreateBuilder<Setting>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(';', start) is var next and >= 0 ? next : text.Length;
            var equals = text.IndexOf('=', start, end - start);
            if (equals > start)
                settings.Add(Part(setting, text, start, equals, end));
            start = end + 1;
        }
        return settings.Exists(part => MicrosoftHosts.Of(part) is not null)
            ? new(
                SettingsKeys.Join(path, setting.Name),
                setting.Name,
                default,
                settings.ToImmutable(),
                ImmutableArray<SettingsSection>.Empty
            )
            : null;
    }

    static Setting Part(Setting setting, string text, int start, int equals, int end)
    {
        var place = setting.Part(equals + 1, end - equals - 1).Location.SourceSpan;
        return new(
            setting.Source,
            text.Substring(start, equals - start).Trim(),
            text.Substring(equals + 1, end - equals - 1),
            place
        );
    }

    static bool Exists(this ImmutableArray<Setting>.Builder settings, Predicate<Setting> match)
    {
        foreach (var setting in settings)
            if (match(setting))
                return true;
        return false;
    }
}
