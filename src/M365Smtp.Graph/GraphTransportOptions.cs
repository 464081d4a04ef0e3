using Azure.Core;

namespace M365Smtp.Graph;

/// <summary>
/// Where and how <see cref="GraphTransport"/> sends. HTTP transport, proxy, retries and logging are configured as for
/// any Azure client.
/// </summary>
public sealed class GraphTransportOptions : ClientOptions
{
    /// <summary>The address of Microsoft Graph; <see cref="GraphEndpoints.Worldwide"/> by default.</summary>
    public Uri Endpoint { get; set; } = GraphEndpoints.Worldwide;

    /// <summary>
    /// The scope to request from the credential. Null, the default, means <c>/.default</c> of <see cref="Endpoint"/>.
    /// </summary>
    public string? Scope { get; set; }

    /// <summary>
    /// The longest <c>Retry-After</c> to wait for, one minute by default. A longer one fails with a
    /// <see cref="GraphException"/> that contains it.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(1);
}
