using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace M365Smtp.Settings;

/// <summary>
/// Reads <c>passwordCredentials</c> and <c>keyCredentials</c> of an application, as written by Microsoft Graph,
/// <c>az ad app</c> and <c>Get-MgApplication | ConvertTo-Json</c>. Reads names and dates only; the hint, which holds
/// the first letters of a secret, is skipped.
/// </summary>
internal static class AppCredentials
{
    const int LongestName = 100;

    // The date format of ConvertTo-Json in Windows PowerShell.
    static readonly Regex Milliseconds = new(@"^/Date\((-?\d{1,15})\)/$", RegexOptions.CultureInvariant);

    /// <summary>Null if the JSON contains neither an application nor its credentials.</summary>
    public static IReadOnlyList<Expiry>? Read(JsonElement shown) =>
        shown.ValueKind switch
        {
            JsonValueKind.Array => Joined(shown.EnumerateArray().Select(Read)),
            JsonValueKind.Object when Property(shown, "value") is { ValueKind: JsonValueKind.Array } list => Read(list),
            JsonValueKind.Object
                when Property(shown, "passwordCredentials") is not null
                    || Property(shown, "keyCredentials") is not null =>
            [
                .. In(shown, "passwordCredentials", "client secret"),
                .. In(shown, "keyCredentials", "client certificate"),
            ],
            JsonValueKind.Object when Property(shown, "keyId") is not null && Of(shown, Kind(shown)) is { } one =>
            [
                one,
            ],
            _ => null,
        };

    static IReadOnlyList<Expiry>? Joined(IEnumerable<IReadOnlyList<Expiry>?> parts)
    {
        var known = parts.OfType<IReadOnlyList<Expiry>>().ToArray();
        return known.Length == 0 ? null : [.. known.SelectMany(part => part)];
    }

    static IEnumerable<Expiry> In(JsonElement application, string name, string kind) =>
        Property(application, name) is not { } list
            ? []
            : (list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [list])
                .Where(one => one.ValueKind == JsonValueKind.Object)
                .Select(one => Of(one, kind))
                .OfType<Expiry>();

    static string Kind(JsonElement credential) =>
        Text(credential, "type") is null && Property(credential, "usage") is null
            ? "client secret"
            : "client certificate";

    static Expiry? Of(JsonElement credential, string kind) =>
        Time(Text(credential, "endDateTime")) is { } ends ? new($"{kind} {Name(credential)}".TrimEnd(), ends) : null;

    static string Name(JsonElement credential) =>
        Text(credential, "displayName") is { } name ? $"'{Printable(name)}'"
        : Guid.TryParse(Text(credential, "keyId"), out var id) ? $"{id}"
        : "";

    static DateTimeOffset? Time(string? text)
    {
        if (text is null)
            return null;
        if (
            Milliseconds.Match(text) is { Success: true } old
            && long.TryParse(
                old.Groups[1].Value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var milliseconds
            )
            && milliseconds is > -62_135_596_800_000 and < 253_402_300_800_000
        )
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    // Microsoft Graph and az write camelCase, PowerShell writes PascalCase.
    static JsonElement? Property(JsonElement element, string name)
    {
        foreach (var property in element.EnumerateObject())
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        return null;
    }

    static string Printable(string text) => new([.. text.Take(LongestName).Select(c => char.IsControl(c) ? '?' : c)]);
}
