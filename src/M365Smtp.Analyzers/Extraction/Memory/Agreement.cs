using M365Smtp.Analyzers.Extraction.Clients;
using M365Smtp.Analyzers.Extraction.Flow;

namespace M365Smtp.Analyzers.Extraction.Memory;

/// <summary>What is left of a value where two paths meet.</summary>
internal static class Agreement
{
    /// <summary>Two literals of one value are that value, at the place that stands first.</summary>
    public static Value Agree(this Value mine, Value theirs) =>
        mine.Equals(theirs) ? mine
        : mine is Value.Constant a && theirs is Value.Constant b && Equals(a.Data, b.Data)
            ? (a.Origin.Place.CompareTo(b.Origin.Place) <= 0 ? a : b)
        : Logins.Of(mine, theirs) ?? Possible.Of(mine, theirs) ?? Value.Unknown;
}
