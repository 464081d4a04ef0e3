using System.Net.Sockets;
using M365Smtp.Simulator.Graph;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator;

/// <summary>
/// A Microsoft Graph in this process that sends mail: sendMail in JSON and MIME, drafts, attachments and upload
/// sessions, over TLS, on the loopback address only. Nothing it accepts leaves the machine.
/// </summary>
public sealed class GraphSimulator : IAsyncDisposable
{
    readonly TimeProvider time;
    readonly GraphService service;
    readonly HttpsServer server;
    readonly object changing = new();
    readonly List<GraphRequest> requests = [];

    GraphSimulator(Tenant tenant, SimulatorOptions options)
    {
        time = options.TimeProvider;
        service = new(tenant, time, () => Endpoint);
        Certificate = ServerCertificate.With(options.Fault.CertificateFault);
        server = new(options.Port, Certificate, Answer);
    }

    /// <summary>The address that stands for <c>https://graph.microsoft.com</c>.</summary>
    public Uri Endpoint => server.Address;

    /// <summary>The server certificate, and the authority a client under test has to trust.</summary>
    public ServerCertificate Certificate { get; }

    /// <summary>The messages sent so far, oldest first, as recipients get them.</summary>
    public IReadOnlyList<DeliveredMessage> Messages => service.Messages.Where(_ => true);

    /// <summary>The ids of drafts that were neither sent nor deleted.</summary>
    public IReadOnlyCollection<string> Drafts => service.Drafts;

    /// <summary>The requests so far, oldest first, without tokens and messages.</summary>
    public IReadOnlyList<GraphRequest> Requests
    {
        get { lock (changing) return [.. requests]; }
    }

    /// <summary>Starts a simulator with that tenant: <c>GraphSimulator.StartAsync(t => t.Mailbox("alerts@contoso.com"))</c>.</summary>
    public static Task<GraphSimulator> StartAsync(Func<Tenant, Tenant> tenant) => StartAsync(tenant, new());

    /// <inheritdoc cref="StartAsync(Func{Tenant, Tenant})"/>
    /// <param name="tenant">Makes the tenant out of an empty one.</param>
    /// <param name="options">Port, clock and certificate count here.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static Task<GraphSimulator> StartAsync(Func<Tenant, Tenant> tenant, SimulatorOptions options)
    {
        if (tenant is null) throw new ArgumentNullException(nameof(tenant));
        if (options is null) throw new ArgumentNullException(nameof(options));
        return Task.Run(() => new GraphSimulator(tenant(new()), options));
    }

    /// <summary>Changes mailboxes and permissions while it runs.</summary>
    public void Change(Func<Tenant, Tenant> change) => service.Change(change ?? throw new ArgumentNullException(nameof(change)));

    /// <summary>Answers the next requests with 429 and that Retry-After.</summary>
    public void Throttle(int requests, TimeSpan retryAfter) => service.Throttle(requests, retryAfter);

    /// <summary>Carries out the next requests and breaks the connection in place of answering.</summary>
    public void LoseAnswers(int requests) => service.Lose(requests);

    /// <summary>Ends every connection and frees the port.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    HttpAnswer Answer(HttpRequest request)
    {
        var answer = service.Answer(request);
        var path = request.Path.StartsWith("/upload/", StringComparison.Ordinal) ? "/upload/..." : request.Path;
        lock (changing) requests.Add(new(request.Method, path, answer.IsLost ? 0 : answer.Status, answer.Error));
        return answer.With("request-id", Guid.NewGuid().ToString()).With("Date", time.GetUtcNow().ToString("R"));
    }
}
