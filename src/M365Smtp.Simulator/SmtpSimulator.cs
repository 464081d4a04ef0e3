using System.Net;
using System.Net.Sockets;

namespace M365Smtp.Simulator;

/// <summary>An Exchange Online submission server in this process, on the loopback address only. Nothing it accepts leaves the machine.</summary>
public sealed class SmtpSimulator : IAsyncDisposable
{
    readonly SimulatorOptions options;
    readonly SubmissionService service;
    readonly TcpListener listener;
    readonly CancellationTokenSource stopping = new();
    readonly OpenConnections connections;
    readonly Task accepting;

    SmtpSimulator(Tenant tenant, SimulatorOptions options)
    {
        this.options = options;
        service = new(tenant, options.TimeProvider);
        connections = new(options);
        Certificate = ServerCertificate.With(options.Fault.CertificateFault);
        listener = new(IPAddress.Loopback, options.Port);
        listener.Start(512);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    /// <summary>The host to connect to: <c>localhost</c>. Its certificate is made out to it, to <c>127.0.0.1</c> and to <c>smtp.office365.com</c>.</summary>
    public string Host => "localhost";

    /// <summary>The TCP port.</summary>
    public int Port { get; }

    /// <summary>The server certificate, and the authority a client under test has to trust.</summary>
    public ServerCertificate Certificate { get; }

    /// <summary>The messages delivered so far, oldest first.</summary>
    public IReadOnlyList<DeliveredMessage> Messages => service.Messages.Where(message => message.DeliveredAt <= options.TimeProvider.GetUtcNow());

    /// <summary>The messages above the rate limit: accepted, and carried over to a later minute.</summary>
    public IReadOnlyList<DeliveredMessage> Deferred => service.Messages.Where(message => message.DeliveredAt > options.TimeProvider.GetUtcNow());

    /// <summary>The connections so far, oldest first.</summary>
    public IReadOnlyList<SmtpSession> Sessions => connections.Sessions;

    /// <summary>Starts a simulator with that tenant: <c>SmtpSimulator.StartAsync(t => t.Mailbox("alerts@contoso.com", "secret"))</c>.</summary>
    public static Task<SmtpSimulator> StartAsync(Func<Tenant, Tenant> tenant) => StartAsync(tenant, new());

    /// <inheritdoc cref="StartAsync(Func{Tenant, Tenant})"/>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static Task<SmtpSimulator> StartAsync(Func<Tenant, Tenant> tenant, SimulatorOptions options) =>
        Task.Run(() => new SmtpSimulator((tenant ?? throw new ArgumentNullException(nameof(tenant)))(new()), options ?? throw new ArgumentNullException(nameof(options))));

    /// <summary>Starts a simulator of one scenario: mailbox <see cref="Scenario.Mailbox"/>, password <see cref="Scenario.Password"/>, token <see cref="Scenario.Token"/>.</summary>
    public static Task<SmtpSimulator> StartAsync(Scenario scenario) => StartAsync(scenario, new());

    /// <inheritdoc cref="StartAsync(Scenario)"/>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static Task<SmtpSimulator> StartAsync(Scenario scenario, SimulatorOptions options) =>
        StartAsync(tenant => scenario.Apply(tenant.Mailbox(Scenario.Mailbox, Scenario.Password, mailbox => mailbox.Token(Scenario.Token))), options);

    /// <summary>Opens or closes gates while it runs; open sessions feel it at their next command.</summary>
    public void Change(Func<Tenant, Tenant> change) => service.Change(change ?? throw new ArgumentNullException(nameof(change)));

    /// <summary>Forgets all messages and all ended sessions.</summary>
    public void Clear()
    {
        service.Messages.Clear();
        connections.ForgetEnded();
    }

    /// <summary>Ends every session and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return;
        stopping.Cancel();
        listener.Stop();
        await accepting.ConfigureAwait(false);
        await connections.CloseAsync().ConfigureAwait(false);
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
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Either the listener stopped, or this client had gone before it was accepted.
            }
        }
    }

    async Task ServeAsync(TcpClient client, SmtpSession transcript)
    {
        var patience = new Patience(options.IdleTimeout, options.TimeProvider);
        var wire = new Wire(
            client.GetStream(), transcript.Client, options.Fault, transcript, options.TimeProvider, patience, stopping.Token);
        var id = (ulong)options.TimeProvider.GetUtcNow().UtcTicks + (ulong)transcript.Number;
        var texts = new ReplyTexts(options.TimeProvider, id);
        try
        {
            await new Session(wire, service, texts, Certificate, options.Fault.HidesStartTls, transcript).RunAsync().ConfigureAwait(false);
        }
        finally
        {
            if (transcript.SignedInAs is { } upn) service.Activity(upn).Disconnect(transcript);
        }
    }
}
