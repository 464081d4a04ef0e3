using System.Net.Http.Headers;
using M365Smtp.Settings;

namespace M365Smtp;

/// <summary>
/// Reads from Microsoft Graph when the secrets and certificates of an application expire. The token needs the
/// Application.Read.All permission, delegated or application.
/// </summary>
/// <param name="http">The client to use; not disposed.</param>
/// <param name="token">Supplies an access token for Microsoft Graph.</param>
/// <param name="graph">The Graph endpoint of the cloud; null for <c>https://graph.microsoft.com</c>.</param>
public sealed class AppCredentialReader(HttpClient http, Func<CancellationToken, Task<string>> token, Uri? graph = null)
{
    static readonly Uri Worldwide = new("https://graph.microsoft.com");

    /// <summary>Sends one request to Microsoft Graph.</summary>
    /// <param name="clientId">The application (client) id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Settings with <see cref="GateSettings.AppCredentials"/> only.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clientId"/> is null.</exception>
    /// <exception cref="HttpRequestException">Microsoft Graph is unreachable or refuses; 403 means that
    /// Application.Read.All is missing.</exception>
    /// <exception cref="FormatException">The response is not an application.</exception>
    public async Task<GateSettings> ReadAsync(string clientId, CancellationToken cancellationToken = default)
    {
        if (clientId is null)
            throw new ArgumentNullException(nameof(clientId));
        var path =
            $"/v1.0/applications(appId='{Uri.EscapeDataString(clientId)}')?$select=passwordCredentials,keyCredentials";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(graph ?? Worldwide, path));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await token(cancellationToken).ConfigureAwait(false)
        );
        using var json = await JsonAnswer
            .ReadAsync(http, request, "Microsoft Graph", "Application.Read.All", cancellationToken)
            .ConfigureAwait(false);
        return AppCredentials.Read(json.RootElement) is { } found
            ? new() { AppCredentials = found }
            : throw new FormatException("The answer of Microsoft Graph shows no credentials of an application.");
    }
}
