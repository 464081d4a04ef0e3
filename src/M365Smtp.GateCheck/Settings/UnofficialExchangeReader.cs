using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using M365Smtp.Settings;

namespace M365Smtp;

/// <summary>
/// Reads the tenant and mailbox switches over the REST endpoint of the Exchange Online PowerShell module.
/// </summary>
/// <remarks>Unofficial: Microsoft does not support this endpoint for other clients and may change it at any time.
/// <see cref="GateSettings.FromExport"/> is the supported way.</remarks>
/// <param name="http">The client to use; not disposed.</param>
/// <param name="token">Supplies an access token for <c>https://outlook.office365.com</c> with Exchange.ManageAsApp and
/// a role such as Global Reader.</param>
/// <param name="tenant">The tenant id or the onmicrosoft.com domain.</param>
public sealed class UnofficialExchangeReader(
    HttpClient http,
    Func<CancellationToken, Task<string>> token,
    string tenant
)
{
    const string Endpoint = "https://outlook.office365.com/adminapi/beta/";

    /// <summary>Sends two requests: one for the tenant, one for the mailbox.</summary>
    /// <param name="mailbox">The UPN or address of the mailbox.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>Settings with the two switches only.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mailbox"/> is null.</exception>
    /// <exception cref="HttpRequestException">The endpoint is unreachable or refuses.</exception>
    /// <exception cref="FormatException">The response is not in the format that the module receives.</exception>
    public async Task<GateSettings> ReadAsync(string mailbox, CancellationToken cancellationToken = default)
    {
        if (mailbox is null)
            throw new ArgumentNullException(nameof(mailbox));
        using var config = await InvokeAsync("Get-TransportConfig", null, cancellationToken).ConfigureAwait(false);
        using var cas = await InvokeAsync("Get-CASMailbox", mailbox, cancellationToken).ConfigureAwait(false);
        return new() { Tenant = CmdletExport.Tenant(First(config)), Mailbox = CmdletExport.Mailbox(First(cas)) };
    }

    async Task<JsonDocument> InvokeAsync(string cmdlet, string? identity, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"{Endpoint}{Uri.EscapeDataString(tenant)}/InvokeCommand")
        );
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await token(cancellation).ConfigureAwait(false)
        );
        request.Content = new StringContent(Body(cmdlet, identity), Encoding.UTF8, "application/json");
        return await JsonAnswer
            .ReadAsync(
                http,
                request,
                "The Exchange endpoint",
                "Exchange.ManageAsApp and a role such as Global Reader",
                cancellation
            )
            .ConfigureAwait(false);
    }

    static string Body(string cmdlet, string? identity)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("CmdletInput");
            json.WriteString("CmdletName", cmdlet);
            json.WriteStartObject("Parameters");
            if (identity is not null)
                json.WriteString("Identity", identity);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    static JsonElement First(JsonDocument answer) =>
        answer.RootElement is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("value", out var value)
        && value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() > 0
        && value[0].ValueKind == JsonValueKind.Object
            ? value[0]
            : throw new FormatException("The answer of the Exchange endpoint has no 'value'.");
}
