using M365Smtp.Analyzers.Scanning;

namespace M365Smtp.Analyzers.Settings.Reading;

/// <summary>A cheap filter: where a text may name a Microsoft mail host. Most settings files have no such place and are
/// never parsed.</summary>
internal static class HostTraces
{
    /// <summary>Every host contains one of them, and so does every misspelling unless it affects all of them.</summary>
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
