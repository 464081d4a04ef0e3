using System.Globalization;

namespace M365Smtp.Report;

/// <summary>Says in time what runs out.</summary>
internal static class ExpiryNotes
{
    // Azure.Identity and MSAL hand out no token that lasts less: whoever gets one has a provider that does not renew.
    public static readonly TimeSpan Renewed = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The one that lasts longest, where even that ends within the time; null while another one lasts.
    /// </summary>
    public static Expiry? LastOf(IReadOnlyList<Expiry> credentials, DateTimeOffset now, TimeSpan warning) =>
        credentials.OrderByDescending(one => one.Ends).FirstOrDefault() is { } last && last.Ends - now <= warning
            ? last
            : null;

    /// <summary>A token that is as it is, or that a provider should have renewed.</summary>
    public static string OfToken(Expiry token, DateTimeOffset now) =>
        $"The {token.What} ends at {token.Ends:u}, {In(token.Ends - now)}, and nobody renews it: let a "
        + "TokenProvider supply tokens.";

    /// <summary>Secrets and certificates of an application: which one is in use, nobody can see.</summary>
    public static IEnumerable<string> OfCredentials(IReadOnlyList<Expiry> all, DateTimeOffset now, TimeSpan warning)
    {
        if (all.Count == 0)
            yield break;
        var last = all.Max(one => one.Ends);
        if (last <= now)
        {
            yield return $"Every secret and certificate of the application has run out, the last on {Day(last)}: add a new one.";
            yield break;
        }
        foreach (var soon in all.Where(one => one.Ends > now && one.Ends - now <= warning).OrderBy(one => one.Ends))
            yield return $"The {soon.What} ends on {Day(soon.Ends)}, {In(soon.Ends - now)}: "
                + (
                    last - now > warning
                        ? $"use the other one, which lasts until {Day(last)}, if you do not yet."
                        : "add a new one and change over before that."
                );
    }

    static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string In(TimeSpan left) =>
        left switch
        {
            { TotalDays: >= 2 } => $"in {(int)left.TotalDays} days",
            { TotalHours: >= 2 } => $"in {(int)left.TotalHours} hours",
            { TotalMinutes: >= 2 } => $"in {(int)left.TotalMinutes} minutes",
            _ => "now",
        };
}
