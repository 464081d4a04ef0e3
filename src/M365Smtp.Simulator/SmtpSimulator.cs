using System.Net;
using System.Net.Sockets;
using M365Smtp.Simulator.Entra;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator;

/// <summary>
/// An in-process Exchange Online submission server, with the sign-in service that issues its tokens. It listens on
/// loopback addresses only, and nothing it accepts leaves the machine.
/// </summary>
public sealed class SmtpSimulator : IAsyncDisposable
{
    readonly SimulatorOptions options;
    readonly SubmissionService service;
    readonly TcpListener listener;
    readonly CancellationTokenSource stopping = new();
    readonly OpenConnections connections;
    readonly EntraEndpoint entra;
    readonly HttpsServer https;
    readonly Task accepting;
    volatile NetworkFault fault;

    SmtpSimulator(Tenant tenant, SimulatorOptions options)
    {
        this.options = options;
        fault = options.Fault;
        service = new(tenant, options);
        connections = new(options);
        Certificate = ServerCertificate.With(CertificateFault.None);
        listener = new(IPAddress.Loopback, options.Port);
        listener.Start(512);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        entra = new(service, options.Log);
        try
        {
            https = new(options.TokenPort, Certificate, Patience, request => entra.Answer(request, AuthorityHost));
        }
        catch (SocketException)
        {
            listener.Stop();
            throw;
        }
        accepting = AcceptAsync();
    }

    /// <summary>
    /// The host to connect to: <c>localhost</c>. The certificate is valid for it, <c>127.0.0.1</c> and
    /// <c>smtp.office365.com</c>.
    /// </summary>
    public string Host => "localhost";

    /// <summary>The TCP port.</summary>
    public int Port { get; }

    /// <summary>
    /// The sign-in service that replaces <c>https://login.microsoftonline.com</c>. For Azure.Identity, set
    /// <c>AuthorityHost</c> and <c>DisableInstanceDiscovery</c>; for MSAL, append the tenant id. It serves TLS with
    /// <see cref="Certificate"/>.
    /// </summary>
    public Uri AuthorityHost => new($"https://{Host}:{https.Port}/");

    /// <summary>
    /// The certificate of both servers unless a fault replaces it, and the authority that a client under test must
    /// trust.
    /// </summary>
    public ServerCertificate Certificate { get; }

    /// <summary>The network fault. A change applies to new connections.</summary>
    public NetworkFault Fault
    {
        get => fault;
        set => fault = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The current tenant.</summary>
    public Tenant Tenant => service.Tenant;

    /// <summary>The messages delivered so far, oldest first.</summary>
    public IReadOnlyList<DeliveredMessage> Messages =>
        service.Messages.Where(message => message.DeliveredAt <= options.TimeProvider.GetUtcNow());

    /// <summary>The messages above the rate limit: accepted, but delivered in a later minute.</summary>
    public IReadOnlyList<DeliveredMessage> Deferred =>
        service.Messages.Where(message => message.DeliveredAt > options.TimeProvider.GetUtcNow());

    /// <summary>The connections so far, oldest first.</summary>
    public IReadOnlyList<SmtpSession> Sessions => connections.Sessions;

    /// <summary>
    /// Starts a simulator with a tenant:
    /// <c>SmtpSimulator.StartAsync(t => t.Mailbox("alerts@contoso.com", "secret"))</c>.
    /// </summary>
    public static Task<SmtpSimulator> StartAsync(Func<Tenant, Tenant> tenant) => StartAsync(tenant, new());

    /// <inheritdoc cref="StartAsync(Func{Tenant, Tenant})"/>
    /// <exception cref="SocketException">The port is in use.</exception>
    public static Task<SmtpSimulator> StartAsync(Func<Tenant, Tenant> tenant, SimulatorOptions options) =>
        Task.Run(() =>
            new SmtpSimulator(
                (tenant ?? throw new ArgumentNullException(nameof(tenant)))(new()),
                options ?? throw new ArgumentNullException(nameof(options))
            )
        );

    /// <summary>
    /// Starts a simulator with a scenario: mailbox <see cref="Scenario.Mailbox"/>, password
    /// <see cref="Scenario.Password"/>, token <see cref="Scenario.Token"/>.
    /// </summary>
    public static Task<SmtpSimulator> StartAsync(Scenario scenario) => StartAsync(scenario, new());

    /// <inheritdoc cref="StartAsync(Scenario)"/>
    /// <exception cref="SocketException">The port is in use.</exception>
    public static Task<SmtpSimulator> StartAsync(Scenario scenario, SimulatorOptions options) =>
        StartAsync(tenant => scenario.Apply(Scenario.With(tenant, Scenario.Mailbox, Scenario.Password)), options);

    /// <summary>Issues a user's access token for sending by SMTP, like the sign-in service does.</summary>
    /// <param name="upn">A mailbox of the tenant.</param>
    /// <param name="clientId">The application the user signed in to; <see cref="Scenario.ClientId"/> by
    /// default.</param>
    /// <exception cref="ArgumentException">The tenant has no such mailbox or application.</exception>
    public string IssueToken(string upn, string clientId = Scenario.ClientId) =>
        service.Tokens.ForUser(
            Tenant,
            ApplicationOf(clientId),
            Tenant.Find(upn) ?? throw new ArgumentException($"There is no mailbox '{upn}'.", nameof(upn)),
            AccessTokens.Exchange,
            "SMTP.Send"
        );

    /// <summary>Issues an application's access token for sending by SMTP, like the sign-in service does.</summary>
    /// <param name="clientId">An application of the tenant; <see cref="Scenario.ClientId"/> by default.</param>
    /// <exception cref="ArgumentException">The tenant has no such application.</exception>
    public string IssueApplicationToken(string clientId = Scenario.ClientId) =>
        service.Tokens.ForApplication(Tenant, ApplicationOf(clientId), AccessTokens.Exchange);

    /// <summary>Revokes all tokens issued to a user or an application so far.</summary>
    /// <param name="subject">The UPN or the client id.</param>
    public void RevokeTokens(string subject) =>
        service.Tokens.Revoke(subject ?? throw new ArgumentNullException(nameof(subject)));

    /// <summary>Enters the code shown by a device, as a user does in a browser.</summary>
    /// <param name="userCode">The code.</param>
    /// <param name="upn">The user who signs in.</param>
    /// <returns>Whether a device is showing that code.</returns>
    public bool SignInDevice(string userCode, string upn) => entra.SignInDevice(userCode, upn);

    /// <summary>
    /// Opens or closes gates while the simulator runs; takes effect at the next command of open sessions.
    /// </summary>
    public void Change(Func<Tenant, Tenant> change) =>
        service.Change(change ?? throw new ArgumentNullException(nameof(change)));

    /// <summary>How much of its limits a mailbox has used; zero if it never sent.</summary>
    /// <param name="upn">The UPN of the mailbox.</param>
    public MailboxUse UseOf(string upn) => service.Activity(upn).Use(options.TimeProvider.GetUtcNow());

    /// <summary>Deletes all messages and all ended sessions.</summary>
    public void Clear()
    {
        service.Messages.Clear();
        connections.ForgetEnded();
    }

    /// <summary>Ends every session and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
            return;
        stopping.Cancel();
        listener.Stop();
        await accepting.ConfigureAwait(false);
        await connections.CloseAsync().ConfigureAwait(false);
        await https.DisposeAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
                client.NoDelay = true;
                connections.Serve(client, session => ServeAsync(client, session));
            }
            catch (Exception stopped)
                when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Either the listener stopped, or the client disconnected before it was accepted.
            }
        }
    }

    async Task ServeAsync(TcpClient client, SmtpSession transcript)
    {
        // A session keeps its fault from start to end.
        var broken = fault;
        var wire = new Wire(
            client.GetStream(),
            transcript.Client,
            broken,
            transcript,
            options.TimeProvider,
            Patience,
            stopping.Token
        );
        var id = (ulong)options.TimeProvider.GetUtcNow().UtcTicks + (ulong)transcript.Number;
        var texts = new ReplyTexts(options.TimeProvider, id);
        var certificate = ServerCertificate.With(broken.CertificateFault);
        try
        {
            await new Session(wire, service, texts, certificate, broken.HidesStartTls, transcript)
                .RunAsync()
                .ConfigureAwait(false);
        }
        finally
        {
            if (transcript.SignedInAs is { } upn)
                service.Activity(upn).Disconnect(transcript);
        }
    }

    Patience Patience => new(options.IdleTimeout, options.TimeProvider);

    Application ApplicationOf(string clientId) =>
        Tenant.FindApplication(clientId)
        ?? throw new ArgumentException($"There is no application '{clientId}'.", nameof(clientId));
}
