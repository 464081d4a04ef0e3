using System.Net;
using System.Net.Sockets;
using M365Smtp.Simulator.Entra;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator;

/// <summary>
/// An Exchange Online submission server in this process, with the sign-in service that issues its tokens, on the
/// loopback address only.
/// Nothing it accepts leaves the machine.
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

    /// <summary>The host to connect to: <c>localhost</c>. Its certificate is made out to it, to <c>127.0.0.1</c> and to
    /// <c>smtp.office365.com</c>.</summary>
    public string Host => "localhost";

    /// <summary>The TCP port.</summary>
    public int Port { get; }

    /// <summary>
    /// The sign-in service in place of <c>https://login.microsoftonline.com</c>: for Azure.Identity's
    /// <c>AuthorityHost</c> with
    /// <c>DisableInstanceDiscovery</c>, for MSAL followed by the tenant id. It serves TLS with
    /// <see cref="Certificate"/>.
    /// </summary>
    public Uri AuthorityHost => new($"https://{Host}:{https.Port}/");

    /// <summary>
    /// The certificate of both servers when nothing is wrong with it, and the authority a client under test has to
    /// trust.
    /// </summary>
    public ServerCertificate Certificate { get; }

    /// <summary>What is wrong with the network. A change holds for the connections to come.</summary>
    public NetworkFault Fault
    {
        get => fault;
        set => fault = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The tenant as it is now.</summary>
    public Tenant Tenant => service.Tenant;

    /// <summary>The messages delivered so far, oldest first.</summary>
    public IReadOnlyList<DeliveredMessage> Messages =>
        service.Messages.Where(message => message.DeliveredAt <= options.TimeProvider.GetUtcNow());

    /// <summary>The messages above the rate limit: accepted, and carried over to a later minute.</summary>
    public IReadOnlyList<DeliveredMessage> Deferred =>
        service.Messages.Where(message => message.DeliveredAt > options.TimeProvider.GetUtcNow());

    /// <summary>The connections so far, oldest first.</summary>
    public IReadOnlyList<SmtpSession> Sessions => connections.Sessions;

    /// <summary>Starts a simulator with that tenant: <c>SmtpSimulator.StartAsync(t => t.Mailbox("alerts@contoso.com",
    /// "secret"))</c>.</summary>
    public static Task<SmtpSimulator> StartAsync(Func<Tenant, Tenant> tenant) => StartAsync(tenant, new());

    /// <inheritdoc cref="StartAsync(Func{Tenant, Tenant})"/>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static Task<SmtpSimulator> StartAsync(Func<Tenant, Tenant> tenant, SimulatorOptions options) =>
        Task.Run(() =>
            new SmtpSimulator(
                (tenant ?? throw new ArgumentNullException(nameof(tenant)))(new()),
                options ?? throw new ArgumentNullException(nameof(options))
            )
        );

    /// <summary>Starts a simulator of one scenario: mailbox <see cref="Scenario.Mailbox"/>, password
    /// <see cref="Scenario.Password"/>, token <see cref="Scenario.Token"/>.</summary>
    public static Task<SmtpSimulator> StartAsync(Scenario scenario) => StartAsync(scenario, new());

    /// <inheritdoc cref="StartAsync(Scenario)"/>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static Task<SmtpSimulator> StartAsync(Scenario scenario, SimulatorOptions options) =>
        StartAsync(tenant => scenario.Apply(Scenario.With(tenant, Scenario.Mailbox, Scenario.Password)), options);

    /// <summary>An access token of a user for sending by SMTP, as the sign-in service issues it.</summary>
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

    /// <summary>An access token of an application for sending by SMTP, as the sign-in service issues it.</summary>
    /// <param name="clientId">An application of the tenant; <see cref="Scenario.ClientId"/> by default.</param>
    /// <exception cref="ArgumentException">The tenant has no such application.</exception>
    public string IssueApplicationToken(string clientId = Scenario.ClientId) =>
        service.Tokens.ForApplication(Tenant, ApplicationOf(clientId), AccessTokens.Exchange);

    /// <summary>Revokes the tokens that a user or an application has so far.</summary>
    /// <param name="subject">The UPN or the client id.</param>
    public void RevokeTokens(string subject) =>
        service.Tokens.Revoke(subject ?? throw new ArgumentNullException(nameof(subject)));

    /// <summary>Enters the code that a device shows, as a user does in a browser.</summary>
    /// <param name="userCode">The code.</param>
    /// <param name="upn">Who signs in.</param>
    /// <returns>Whether a device shows that code.</returns>
    public bool SignInDevice(string userCode, string upn) => entra.SignInDevice(userCode, upn);

    /// <summary>Opens or closes gates while it runs; open sessions feel it at their next command.</summary>
    public void Change(Func<Tenant, Tenant> change) =>
        service.Change(change ?? throw new ArgumentNullException(nameof(change)));

    /// <summary>How much of its limits a mailbox has used so far; zero for one that never sent.</summary>
    /// <param name="upn">The UPN of the mailbox.</param>
    public MailboxUse UseOf(string upn) => service.Activity(upn).Use(options.TimeProvider.GetUtcNow());

    /// <summary>Forgets all messages and all ended sessions.</summary>
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
                // Either the listener stopped, or this client had gone before it was accepted.
            }
        }
    }

    async Task ServeAsync(TcpClient client, SmtpSession transcript)
    {
        // One session has one fault from its beginning to its end.
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
