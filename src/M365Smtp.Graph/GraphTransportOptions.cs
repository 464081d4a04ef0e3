using Azure.Core;

namespace M365Smtp.Graph;

/// <summary>
/// Where and how <see cref="GraphTransport"/> sends. HTTP transport, proxy, retries and logging are set as for any
/// Azure client.
/// </summary>
public sealed class GraphTransportOptions : ClientOptions
{
    /// <summary>The address of Microsoft Graph; <see cref="GraphEndpoints.Worldwide"/> by default.</summary>
    public Uri Endpoint { get; set; } = GraphEndpoints.Worldwide;

    /// <summary>
    /// The scope to ask the credential for. Null, the default, means <c>/.default</c> of <see cref="Endpoint"/>.
    /// </summary>
    public string? Scope { get; set; }

    /// <summary>
    /// The longest <c>Retry-After</c> that is waited for, one minute by default. A message that is asked to wait longer
    /// fails with a <see cref="GraphException"/> that says how long.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(1);
}
