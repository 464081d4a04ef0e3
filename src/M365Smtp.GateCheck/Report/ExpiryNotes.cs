using System.Globalization;

namespace M365Smtp.Report;

/// <summary>Warns about credentials that expire.</summary>
internal static class ExpiryNotes
{
    // Azure.Identity and MSAL renew tokens earlier than this; one with less time left is not being renewed.
    public static readonly TimeSpan Renewed = TimeSpan.FromMinutes(5);

    /// <summary>The last credential to expire, if it does so within the warning time; otherwise null.</summary>
    public static Expiry? LastOf(IReadOnlyList<Expiry> credentials, DateTimeOffset now, TimeSpan warning) =>
        credentials.OrderByDescending(one => one.Ends).FirstOrDefault() is { } last && last.Ends - now <= warning
            ? last
            : null;

    /// <summary>For a fixed token, or one that its provider should have renewed.</summary>
    public static string OfToken(Expiry token, DateTimeOffset now) =>
        $"The {token.What} ends at {token.Ends:u}, {In(token.Ends - now)}, and nobody renews it: let a "
        + "TokenProvider supply tokens.";

    /// <summary>For an application's secrets and certificates; nothing shows which one is in use.</summary>
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
