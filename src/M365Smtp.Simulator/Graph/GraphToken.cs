using System.Text;
using System.Text.Json;

namespace M365Smtp.Simulator;

/// <summary>
/// An access token for the <see cref="GraphSimulator"/>: <c>new GraphToken { Roles = ["Mail.Send"] }.ToString()</c>.
/// </summary>
public sealed record GraphToken
{
    /// <summary>The application that <see cref="AppId"/> names by default.</summary>
    public const string DefaultAppId = "11111111-2222-3333-4444-555555555555";

    /// <summary>The client id of the application.</summary>
    public string AppId { get; init; } = DefaultAppId;

    /// <summary>The service the token is for; Microsoft Graph by default.</summary>
    public string Audience { get; init; } = "https://" + Knowledge.GraphHosts.Worldwide;

    /// <summary>Application permissions. None are needed for what RBAC for Applications grants.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The UPN of the signed-in user; null, the default, for a token of an application.</summary>
    public string? User { get; init; }

    /// <summary>Delegated permissions; they count only together with <see cref="User"/>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>When it expires; never by default.</summary>
    public DateTimeOffset Expires { get; init; } = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The token as it is sent.</summary>
    public override string ToString()
    {
        var claims = new MemoryStream();
        using (var json = new Utf8JsonWriter(claims))
        {
            json.WriteStartObject();
            json.WriteString("aud", Audience);
            json.WriteString("appid", AppId);
            json.WriteNumber("exp", Expires.ToUnixTimeSeconds());
            if (User is { } user)
            {
                json.WriteString("upn", user);
                json.WriteString("scp", string.Join(" ", Scopes));
            }
            else if (Roles.Count > 0)
            {
                json.WriteStartArray("roles");
                foreach (var role in Roles) json.WriteStringValue(role);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return Base64Url(Encoding.ASCII.GetBytes("""{"alg":"none","typ":"JWT"}""")) + "." + Base64Url(claims.ToArray()) + ".simulated";
    }

    /// <summary>Null for what is no token.</summary>
    internal static GraphToken? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3) return null;
        try
        {
            var padded = parts[1].Replace('-', '+').Replace('_', '/') + new string('=', (4 - parts[1].Length % 4) % 4);
            using var json = JsonDocument.Parse(Convert.FromBase64String(padded));
            var claims = json.RootElement;
            return new()
            {
                Audience = Text(claims, "aud") ?? "",
                AppId = Text(claims, "appid") ?? Text(claims, "azp") ?? "",
                User = Text(claims, "scp") is null ? null : Text(claims, "upn") ?? Text(claims, "preferred_username") ?? "",
                Scopes = Text(claims, "scp")?.Split(' ') ?? [],
                Roles = claims.TryGetProperty("roles", out var roles) ? [.. roles.EnumerateArray().Select(role => role.GetString() ?? "")] : [],
                Expires = DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()),
            };
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
