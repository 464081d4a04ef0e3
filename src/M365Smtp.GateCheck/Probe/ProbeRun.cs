using M365Smtp.Knowledge;
using M365Smtp.Tokens;

namespace M365Smtp.Probe;

/// <summary>One check from the host name to QUIT: at most one sign-in, nothing secret before TLS.</summary>
internal sealed class ProbeRun
{
    readonly GateCheckOptions options;
    readonly ITransport transport;
    readonly CancellationToken deadline;
    readonly Secrets secrets = new();
    readonly StageLog log;
    readonly List<string> notes = [];
    SmtpSession? session;
    string? token;
    Settings.ServicePrincipal? application;

    public ProbeRun(GateCheckOptions options, ITransport transport, CancellationToken deadline)
    {
        (this.options, this.transport, this.deadline) = (options, transport, deadline);
        secrets.Add(options.Password);
        log = new(options.TimeProvider, secrets, deadline);
    }

    public async Task<GateReport> RunAsync()
    {
        var start = options.TimeProvider.GetTimestamp();
        var failure = await ReachAndSignInAsync().ConfigureAwait(false);
        if (session is not null && failure is null or { SessionLives: true }) await QuitAsync().ConfigureAwait(false);
        return Verdicts.Report(options, log.All, failure, notes) with
        {
            Application = application,
            RoundTrips = session?.RoundTrips ?? 0,
            Elapsed = options.TimeProvider.GetElapsedTime(start),
        };
    }

    async Task<StageFailure?> ReachAndSignInAsync()
    {
        try
        {
            await log.RunAsync(ProbeStage.Endpoint, Gate.Network, () => Task.FromResult(Endpoint())).ConfigureAwait(false);
            if (options.TokenProvider is not null) await log.RunAsync(ProbeStage.Token, Gate.Token, TokenAsync).ConfigureAwait(false);
            await ReachAsync().ConfigureAwait(false);
            if (options.WantsSignIn) await log.RunAsync(ProbeStage.Auth, Gate.Unknown, AuthAsync).ConfigureAwait(false);
            if (options.SendTestFrom is not null) await log.RunAsync(ProbeStage.Send, Gate.Unknown, SendAsync).ConfigureAwait(false);
            return null;
        }
        catch (StageFailure failure)
        {
            return failure;
        }
    }

    async Task ReachAsync()
    {
        System.Net.IPAddress[] addresses = [];
        await log.RunAsync(ProbeStage.Dns, Gate.Network, async () =>
        {
            addresses = await transport.ResolveAsync(options.Host, deadline).OrGiveUp(deadline).ConfigureAwait(false);
            return addresses.Length == 0 ? throw new StageFailure(Gate.Network, "The name has no address.") : string.Join(", ", addresses.Take(4).Select(address => address.ToString()));
        }).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.Connect, Gate.Network, async () =>
        {
            session = new(await transport.ConnectAsync(addresses, options.Port, deadline).OrGiveUp(deadline).ConfigureAwait(false));
            return "port " + options.Port;
        }).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.Banner, Gate.Service, async () => Accepted(await session!.ReadAsync(deadline).OrGiveUp(deadline).ConfigureAwait(false), 220, Gate.Service)).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.Ehlo, Gate.Service, async () => Offers(await EhloAsync().ConfigureAwait(false), "STARTTLS", Gate.Tls)).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.StartTls, Gate.Tls, async () => Accepted(await CommandAsync("STARTTLS").ConfigureAwait(false), 220, Gate.Tls)).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.Tls, Gate.Tls, TlsAsync).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.SecondEhlo, Gate.Mechanism, async () => Offers(await EhloAsync().ConfigureAwait(false), "AUTH", Gate.Mechanism)).ConfigureAwait(false);
    }

    string Endpoint()
    {
        if (HostJudgement.Refuse(options) is { } refuse) throw new StageFailure(refuse.Gate, refuse.Detail) { Remedy = refuse.Remedy };
        if (HostJudgement.Note(options) is { } note) notes.Add(note);
        return $"{options.Host} port {options.Port}";
    }

    async Task<string> TokenAsync()
    {
        token = await TokenRequest.AskAsync(options.TokenProvider!, deadline).ConfigureAwait(false);
        secrets.Add(token);
        var inspection = TokenInspection.Of(token, options);
        notes.AddRange(inspection.Notes);
        application = inspection.Application;
        return inspection.Wrong is null ? "" : throw new StageFailure(Gate.Token, inspection.Wrong);
    }

    async Task<string> TlsAsync()
    {
        var detail = "";
        await session!.SecureAsync(async plain =>
        {
            var (secure, said) = await transport.SecureAsync(plain, options, deadline).OrGiveUp(deadline).ConfigureAwait(false);
            detail = said;
            return secure;
        }).ConfigureAwait(false);
        return detail;
    }

    async Task<string> AuthAsync()
    {
        var reply = token is not null
            ? await SignIn.WithTokenAsync(session!, options.Mailbox!, token, deadline).OrGiveUp(deadline).ConfigureAwait(false)
            : await SignIn.WithPasswordAsync(session!, options.Mailbox!, options.Password!, deadline).OrGiveUp(deadline).ConfigureAwait(false);
        return Accepted(reply, 235, Gate.Unknown);
    }

    async Task<string> SendAsync() => Accepted(await SendTest.RunAsync(session!, options, deadline).OrGiveUp(deadline).ConfigureAwait(false), 250, Gate.Unknown);

    async Task QuitAsync()
    {
        try
        {
            await log.RunAsync(ProbeStage.Quit, Gate.Service, async () => Accepted(await CommandAsync("QUIT").ConfigureAwait(false), 221, Gate.Service)).ConfigureAwait(false);
        }
        catch (StageFailure)
        {
            // The verdict stands; how the server takes its leave does not change it.
        }
    }

    Task<ServerReply> EhloAsync() => CommandAsync("EHLO " + options.ClientName);

    Task<ServerReply> CommandAsync(string command) => session!.CommandAsync(command, deadline).OrGiveUp(deadline);

    string Accepted(ServerReply reply, int code, Gate gate) =>
        reply.Code == code ? Shown(reply) : throw new StageFailure(gate, Shown(reply), secrets.Strike(reply));

    string Offers(ServerReply reply, string keyword, Gate gate)
    {
        Accepted(reply, 250, Gate.Service);
        if (reply.Parameters(keyword) is not { } words) throw new StageFailure(gate, $"The server does not offer {keyword}.") { SessionLives = true };
        var mechanism = options.TokenProvider is not null ? "XOAUTH2" : "LOGIN";
        if (keyword == "AUTH" && options.WantsSignIn && !words.Contains(mechanism, StringComparer.OrdinalIgnoreCase))
            throw new StageFailure(gate, $"The server offers AUTH {string.Join(" ", words)}, not {mechanism}.") { SessionLives = true };
        return (keyword + " " + string.Join(" ", words)).TrimEnd();
    }

    string Shown(ServerReply reply)
    {
        var text = secrets.Strike(reply).ToString().Replace('\n', ' ');
        return text.Length > 300 ? text.Substring(0, 300) : text;
    }
}
