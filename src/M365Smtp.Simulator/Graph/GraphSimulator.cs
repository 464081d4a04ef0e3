using System.Net.Sockets;
using M365Smtp.Simulator.Entra;
using M365Smtp.Simulator.Graph;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator;

/// <summary>
/// An in-process Microsoft Graph that sends mail: sendMail in JSON and MIME, drafts, attachments and upload sessions,
/// with the sign-in service that issues its tokens. It uses TLS, listens on the loopback address only, and nothing it
/// accepts leaves the machine.
/// </summary>
public sealed class GraphSimulator : IAsyncDisposable
{
    readonly SubmissionService service;
    readonly GraphService graph;
    readonly EntraEndpoint entra;
    readonly HttpsServer server;
    readonly object changing = new();
    readonly List<GraphRequest> requests = [];

    GraphSimulator(Tenant tenant, SimulatorOptions options)
    {
        service = new(tenant, options);
        graph = new(service, () => Endpoint);
        entra = new(service, options.Log);
        Certificate = ServerCertificate.With(options.Fault.CertificateFault);
        server = new(options.Port, Certificate, new(options.IdleTimeout, options.TimeProvider), Answer);
    }

    /// <summary>The address that replaces <c>https://graph.microsoft.com</c>.</summary>
    public Uri Endpoint => new($"https://localhost:{server.Port}/");

    /// <summary>
    /// The sign-in service that replaces <c>https://login.microsoftonline.com</c>. For Azure.Identity, set
    /// <c>AuthorityHost</c> and <c>DisableInstanceDiscovery</c>.
    /// </summary>
    public Uri AuthorityHost => Endpoint;

    /// <summary>The server certificate, and the authority that a client under test must trust.</summary>
    public ServerCertificate Certificate { get; }

    /// <summary>The current tenant.</summary>
    public Tenant Tenant => service.Tenant;

    /// <summary>The messages sent so far, oldest first, as recipients receive them.</summary>
    public IReadOnlyList<DeliveredMessage> Messages => service.Messages.Where(_ => true);

    /// <summary>The ids of drafts that were neither sent nor deleted.</summary>
    public IReadOnlyCollection<string> Drafts => graph.Drafts;

    /// <summary>The requests to Graph so far, oldest first, without tokens and messages.</summary>
    public IReadOnlyList<GraphRequest> Requests
    {
        get
        {
            lock (changing)
                return [.. requests];
        }
    }

    /// <summary>
    /// Starts a simulator with a tenant: <c>GraphSimulator.StartAsync(t => t.Mailbox("a@contoso.com").Application(id,
    /// "secret", a => a.GraphPermissions("Mail.Send")))</c>.
    /// </summary>
    public static Task<GraphSimulator> StartAsync(Func<Tenant, Tenant> tenant) => StartAsync(tenant, new());

    /// <inheritdoc cref="StartAsync(Func{Tenant, Tenant})"/>
    /// <param name="tenant">Builds the tenant from an empty one.</param>
    /// <param name="options">Only port, clock, log, idle timeout and certificate apply here.</param>
    /// <exception cref="SocketException">The port is in use.</exception>
    public static Task<GraphSimulator> StartAsync(Func<Tenant, Tenant> tenant, SimulatorOptions options)
    {
        if (tenant is null)
            throw new ArgumentNullException(nameof(tenant));
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        return Task.Run(() => new GraphSimulator(tenant(new()), options));
    }

    /// <summary>Issues an application's access token for Microsoft Graph, like the sign-in service does.</summary>
    /// <param name="clientId">An application of the tenant.</param>
    /// <exception cref="ArgumentException">The tenant has no such application.</exception>
    public string IssueToken(string clientId) =>
        service.Tokens.ForApplication(Tenant, ApplicationOf(clientId), AccessTokens.Graph);

    /// <summary>Issues a user's access token for Microsoft Graph, like the sign-in service does.</summary>
    /// <param name="clientId">The application the user signed in to.</param>
    /// <param name="upn">A mailbox of the tenant.</param>
    /// <param name="scopes">Delegated permissions, such as <c>Mail.Send</c>.</param>
    /// <exception cref="ArgumentException">The tenant has no such mailbox or application.</exception>
    public string IssueUserToken(string clientId, string upn, params string[] scopes) =>
        service.Tokens.ForUser(
            Tenant,
            ApplicationOf(clientId),
            Tenant.Find(upn) ?? throw new ArgumentException($"There is no mailbox '{upn}'.", nameof(upn)),
            AccessTokens.Graph,
            string.Join(" ", scopes)
        );

    /// <summary>Changes mailboxes and applications while the simulator runs.</summary>
    public void Change(Func<Tenant, Tenant> change) =>
        service.Change(change ?? throw new ArgumentNullException(nameof(change)));

    /// <summary>Answers the next requests with 429 and this Retry-After value.</summary>
    public void Throttle(int requests, TimeSpan retryAfter) => graph.Throttle(requests, retryAfter);

    /// <summary>Executes the next requests, but closes the connection instead of responding.</summary>
    public void LoseAnswers(int requests) => graph.Lose(requests);

    /// <summary>Closes all connections and frees the port.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    HttpResponse Answer(HttpRequest request)
    {
        if (!IsForGraph(request.Path))
            return entra.Answer(request, AuthorityHost);
        var answer = graph.Answer(request);
        var path = request.Path.StartsWith("/upload/", StringComparison.Ordinal) ? "/upload/..." : request.Path;
        lock (changing)
            requests.Add(new(request.Method, path, answer.IsLost ? 0 : answer.Status, answer.Error));
        return answer
            .With("request-id", Guid.NewGuid().ToString())
            .With("Date", service.Time.GetUtcNow().ToString("R"));
    }

    static bool IsForGraph(string path) =>
        path.StartsWith("/v1.0/", StringComparison.Ordinal)
        || path.StartsWith("/beta/", StringComparison.Ordinal)
        || path.StartsWith("/upload/", StringComparison.Ordinal);

    Application ApplicationOf(string clientId) =>
        Tenant.FindApplication(clientId)
        ?? throw new ArgumentException($"There is no application '{clientId}'.", nameof(clientId));
}
