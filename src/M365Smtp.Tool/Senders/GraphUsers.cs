using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace M365Smtp.Tool.Senders;

/// <summary>Requests the UPN and proxy addresses of single mailboxes from Microsoft Graph, never a list of users. The
/// token needs User.Read.All.</summary>
internal sealed class GraphUsers(HttpClient http, Uri graph, string token)
{
    const string Fields = "$select=userPrincipalName,proxyAddresses";

    /// <exception cref="HttpRequestException">Graph cannot be reached or rejects the request.</exception>
    /// <exception cref="FormatException">The response is not a user.</exception>
    public async Task<TenantAnswer> ReadAsync(IEnumerable<string> mailboxes, CancellationToken cancellation)
    {
        var found = new List<TenantMailbox>();
        var notes = new List<string>();
        foreach (var mailbox in mailboxes)
        {
            if (await FindAsync(mailbox, cancellation) is { } user)
                found.Add(user);
            else
                notes.Add($"{mailbox}: the tenant knows no such mailbox.");
        }
        return new([.. found.DistinctBy(user => user.Upn)], null, notes);
    }

    // By UPN; only the filter finds an alias.
    async Task<TenantMailbox?> FindAsync(string mailbox, CancellationToken cancellation)
    {
        if (await GetAsync($"/v1.0/users/{Uri.EscapeDataString(mailbox)}?{Fields}", cancellation) is { } user)
            return Mailbox(user);
        var filter = Uri.EscapeDataString($"proxyAddresses/any(p:p eq 'smtp:{mailbox.Replace("'", "''")}')");
        var answer = await GetAsync($"/v1.0/users?$filter={filter}&{Fields}", cancellation);
        return
            answer is { ValueKind: JsonValueKind.Object } list
            && list.TryGetProperty("value", out var users)
            && users.ValueKind == JsonValueKind.Array
            && users.GetArrayLength() == 1
            ? Mailbox(users[0])
            : null;
    }

    async Task<JsonElement?> GetAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(graph, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException(
                $"Microsoft Graph answered {(int)response.StatusCode}{(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ": the token must be one for Microsoft Graph with User.Read.All" : "")}."
            );
        try
        {
            using var json = await JsonDocument.ParseAsync(
                await response.Content.ReadAsStreamAsync(cancellation),
                cancellationToken: cancellation
            );
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new FormatException("The answer of Microsoft Graph is not JSON.");
        }
    }

    static TenantMailbox Mailbox(JsonElement user) =>
        user.ValueKind == JsonValueKind.Object
        && user.TryGetProperty("userPrincipalName", out var upn)
        && upn.ValueKind == JsonValueKind.String
        && user.TryGetProperty("proxyAddresses", out var addresses)
        && addresses.ValueKind == JsonValueKind.Array
            ? TenantMailbox.Of(
                upn.GetString()!,
                null,
                addresses
                    .EnumerateArray()
                    .Where(address => address.ValueKind == JsonValueKind.String)
                    .Select(address => address.GetString()!),
                null
            )
            : throw new FormatException("The answer of Microsoft Graph has no userPrincipalName and proxyAddresses.");
}
