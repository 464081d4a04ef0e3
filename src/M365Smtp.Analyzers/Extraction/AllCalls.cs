using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Configuration;
using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction;

/// <summary>The rows of all areas, by method name.</summary>
internal static class AllCalls
{
    static readonly ILookup<string, KnownCall> Rows = KnownCalls
        .Rows.Concat(MailCalls.Rows)
        .Concat(ConfigurationTypes.Calls)
        .ToLookup(row => row.Method);

    /// <summary>What a call returns for its values; null if no row matches.</summary>
    public static Value? Result(CallSite site)
    {
        if (site.Receiver is ClientValues.Token)
            return site.Receiver;
        foreach (var row in Rows[site.Method.Name])
            if (row.Result(site) is { } made)
                return made;
        return Tokens.Requested(site);
    }
}
