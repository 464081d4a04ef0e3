namespace M365Smtp.Analyzers.Scanning;

/// <summary>A cheap filter: where a text may name a Microsoft mail host.</summary>
internal static class HostTraces
{
    /// <summary>
    /// Every host contains one of them, and so does every misspelling unless it affects all of them. Most settings
    /// files have none and are never parsed.
    /// </summary>
    public static readonly WordScan InSettings = new(
        "smtp",
        "outlook",
        "office",
        "365.com",
        "365.us",
        ".mx.microsoft",
        "live.com",
        "apps.mil"
    );

    /// <summary>
    /// The same for code, where every file about mail has "smtp", and others have "lookup" or "Microsoft". A host
    /// whose misspellings count contains three that do not overlap; a misspelling affects at most two of them.
    /// </summary>
    public static readonly WordScan InCode = new(
        "smtp.o",
        "fice",
        "365.com",
        "365.us",
        "smtp.par",
        "tner.",
        "tlook.",
        "tlook\"",
        "tp.hv",
        "e.mx",
        ".mx.mi",
        ".microsoft\"",
        "smtp-m",
        "il.ou",
        "live.com",
        "apps.mil",
        "azurecomm"
    );
}
