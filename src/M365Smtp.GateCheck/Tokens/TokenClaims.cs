using System.Text.Json;

namespace M365Smtp.Tokens;

/// <summary>
/// The claims of an access token that matter for sending. Verifying the signature is up to the server.
/// </summary>
/// <param name="Scopes">Delegated permissions; null for an application's token.</param>
internal sealed record TokenClaims(
    string? Audience,
    DateTimeOffset? Expires,
    string? Tenant,
    string? User,
    IReadOnlyList<string>? Scopes,
    IReadOnlyList<string> Roles
)
{
    /// <summary>
    /// The application it was issued to, if any; <c>oid</c> is the object id of the enterprise application.
    /// </summary>
    public Settings.ServicePrincipal? Application { get; private init; }

    /// <summary>The token is not valid before this time (<c>nbf</c>).</summary>
    public DateTimeOffset? NotBefore { get; private init; }

    const int MaxLength = 65_536;

    // The largest value of DateTimeOffset, in seconds since 1970.
    const long MaxSeconds = 253_402_300_799;

    /// <summary>Null if the token is not a JWT.</summary>
    public static TokenClaims? Read(string token)
    {
        var parts = token.Length > MaxLength ? [] : token.Split('.');
        if (parts.Length != 3)
            return null;
        try
        {
            using var json = JsonDocument.Parse(FromBase64Url(parts[1]));
            var root = json.RootElement;
            return root.ValueKind != JsonValueKind.Object
                ? null
                : new(
                    Text(root, "aud"),
                    Time(root, "exp"),
                    Text(root, "tid"),
                    Text(root, "upn") ?? Text(root, "preferred_username") ?? Text(root, "unique_name"),
                    Text(root, "scp")?.Split([' '], StringSplitOptions.RemoveEmptyEntries),
                    List(root, "roles")
                )
                {
                    NotBefore = Time(root, "nbf"),
                    Application =
                        Text(root, "scp") is null
                        && Guid.TryParse(Text(root, "appid") ?? Text(root, "azp"), out var app)
                        && Guid.TryParse(Text(root, "oid"), out var id)
                            ? new(app, id)
                            : null,
                };
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    static byte[] FromBase64Url(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4));

    static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Printable(value.GetString()!)
            : null;

    static IReadOnlyList<string> List(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ?
            [
                .. value
                    .EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.String)
                    .Select(item => Printable(item.GetString()!)),
            ]
            : [];

    static DateTimeOffset? Time(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= MaxSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    static string Printable(string text) => new([.. text.Take(300).Select(c => char.IsControl(c) ? '?' : c)]);
}
