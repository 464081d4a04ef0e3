using M365Smtp.Analyzers.Scanning;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>The cheap gate: where a text may name a Microsoft mail host. Most settings files have no such place and are
/// never parsed.</summary>
internal static class HostTraces
{
    /// <summary>One of them stands in every host, and in its misspellings too unless these hit all of them.</summary>
    public static readonly WordScan Words = new(
        "smtp",
        "outlook",
        "office",
        "365.com",
        "365.us",
        ".mx.microsoft",
        "live.com",
        "apps.mil"
    );
}
