using System.Net.Http.Headers;
using System.Text.Json;
using M365Smtp.Settings;

namespace M365Smtp;

/// <summary>
/// Reads Security Defaults from Microsoft Graph. The token needs the Policy.Read.All permission, delegated or
/// application.
/// </summary>
/// <param name="http">The client to use; not disposed.</param>
/// <param name="token">Supplies an access token for Microsoft Graph.</param>
/// <param name="graph">The Graph endpoint of the cloud; null for <c>https://graph.microsoft.com</c>.</param>
public sealed class SecurityDefaultsReader(
    HttpClient http,
    Func<CancellationToken, Task<string>> token,
    Uri? graph = null
)
{
    static readonly Uri Worldwide = new("https://graph.microsoft.com");

    /// <summary>Sends one request to Microsoft Graph.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Settings with <see cref="GateSettings.SecurityDefaults"/> only.</returns>
    /// <exception cref="HttpRequestException">Microsoft Graph is unreachable or refuses; 403 means that Policy.Read.All
    /// is missing.</exception>
    /// <exception cref="FormatException">The response is not the policy.</exception>
    public async Task<GateSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(graph ?? Worldwide, "/v1.0/policies/identitySecurityDefaultsEnforcementPolicy")
        );
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await token(cancellationToken).ConfigureAwait(false)
        );
        using var json = await JsonAnswer
            .ReadAsync(http, request, "Microsoft Graph", "Policy.Read.All", cancellationToken)
            .ConfigureAwait(false);
        return
            json.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("isEnabled", out var enabled)
            && enabled.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new() { SecurityDefaults = enabled.GetBoolean() }
            : throw new FormatException("The answer of Microsoft Graph has no 'isEnabled'.");
    }
}
