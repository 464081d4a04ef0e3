using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>Merges the values of two paths.</summary>
internal static class Agreement
{
    /// <summary>Two literals with the same value become one, at the earlier location.</summary>
    public static Value Agree(this Value mine, Value theirs) =>
        mine.Equals(theirs) ? mine
        : mine is Value.Constant a && theirs is Value.Constant b && Equals(a.Data, b.Data)
            ? (a.Origin.Place.CompareTo(b.Origin.Place) <= 0 ? a : b)
        : Logins.Of(mine, theirs)
            ?? ClientValues.Endpoint.Of(mine, theirs)
            ?? (Value?)Possible.Of(mine, theirs)
            ?? Value.Unknown;
}
