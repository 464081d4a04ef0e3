using System.Security.Authentication;
using M365Smtp.Report;
using M365Smtp.Tokens;

namespace M365Smtp.Probe;

/// <summary>One check from the host name to QUIT, with at most one sign-in and no secret before TLS.</summary>
internal sealed class ProbeRun
{
    // Facts 1d: every Exchange Online banner contains these words.
    const string ExchangeBanner = "Microsoft ESMTP MAIL Service";

    readonly GateCheckOptions options;
    readonly ITransport transport;
    readonly CancellationToken deadline;
    readonly Secrets secrets = new();
    readonly StageLog log;
    readonly List<string> notes = [];
    readonly List<Expiry> expiries = [];
    SmtpSession? session;
    string? token;
    string[] mechanisms = [];
    bool signInTried;
    Settings.ServicePrincipal? application;

    public ProbeRun(GateCheckOptions options, ITransport transport, CancellationToken deadline)
    {
        (this.options, this.transport, this.deadline) = (options, transport, deadline);
        secrets.Add(options.Password);
        secrets.Add(options.Password is { } password ? SignIn.Base64(password) : null);
        log = new(options.TimeProvider, secrets, deadline);
    }

    public async Task<GateReport> RunAsync()
    {
        var start = options.TimeProvider.GetTimestamp();
        var failure = await ReachAndSignInAsync().ConfigureAwait(false);
        if (session is not null && failure is null or { SessionLives: true })
            await QuitAsync().ConfigureAwait(false);
        return Verdicts.Report(options, log.All, failure, notes) with
        {
            Application = application,
            Expiries = [.. expiries],
            EndingSoon = [.. expiries],
            CheckedAt = options.TimeProvider.GetUtcNow(),
            ExpiryWarning = options.ExpiryWarning,
            SignInTried = signInTried,
            RoundTrips = session?.RoundTrips ?? 0,
            Elapsed = options.TimeProvider.GetElapsedTime(start),
        };
    }

    async Task<StageFailure?> ReachAndSignInAsync()
    {
        try
        {
            await log.RunAsync(ProbeStage.Endpoint, Gate.Network, () => Task.FromResult(Endpoint()))
                .ConfigureAwait(false);
            if (options.UsesToken)
                await log.RunAsync(ProbeStage.Token, Gate.Unknown, TokenAsync).ConfigureAwait(false);
            await ReachAsync().ConfigureAwait(false);
            if (options.WantsSignIn)
                await log.RunAsync(ProbeStage.Auth, Gate.Service, AuthAsync).ConfigureAwait(false);
            if (options.SendTestFrom is not null)
                await log.RunAsync(ProbeStage.Send, Gate.Service, SendAsync).ConfigureAwait(false);
            return null;
        }
        catch (StageFailure failure)
        {
            return failure;
        }
    }

    // A broken stage shows where it failed, not why: only DNS and connect failures are evidence against the network.
    async Task ReachAsync()
    {
        System.Net.IPAddress[] addresses = [];
        await log.RunAsync(
                ProbeStage.Dns,
                Gate.Network,
                async () =>
                {
                    addresses = await transport
                        .ResolveAsync(options.Host, deadline)
                        .OrGiveUp(deadline)
                        .ConfigureAwait(false);
                    return addresses.Length == 0
                        ? throw new StageFailure(Gate.Network, "The name has no address.")
                        : string.Join(", ", addresses.Take(4).Select(address => address.ToString()));
                }
            )
            .ConfigureAwait(false);
        await log.RunAsync(
                ProbeStage.Connect,
                Gate.Network,
                async () =>
                {
                    var connecting = transport.ConnectAsync(addresses, options.Port, deadline);
                    var stream = await connecting.OrGiveUp(deadline).ConfigureAwait(false);
                    session = new(stream);
                    return "port " + options.Port;
                }
            )
            .ConfigureAwait(false);
        await log.RunAsync(ProbeStage.Banner, Gate.Service, BannerAsync).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.Ehlo, Gate.Service, OfferOfTlsAsync).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.StartTls, Gate.Service, StartTlsAsync).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.Tls, Gate.Service, TlsAsync).ConfigureAwait(false);
        await log.RunAsync(ProbeStage.SecondEhlo, Gate.Service, OfferOfSignInAsync).ConfigureAwait(false);
    }

    async Task<string> BannerAsync()
    {
        var banner = Accepted(
            await session!.ReadAsync(deadline).OrGiveUp(deadline).ConfigureAwait(false),
            220,
            Gate.Service
        );
        if (banner.IndexOf(ExchangeBanner, StringComparison.OrdinalIgnoreCase) < 0)
            notes.Add(
                $"The banner is not that of Exchange Online, which says '{ExchangeBanner}': another server "
                    + "answers here, "
                    + $"or a device in between rewrites what it says. It said: {banner}"
            );
        return banner;
    }

    async Task<string> OfferOfTlsAsync()
    {
        var reply = await EhloAsync().ConfigureAwait(false);
        Accepted(reply, 250, Gate.Service);
        return reply.Announces("STARTTLS")
            ? "STARTTLS"
            : throw new StageFailure(Gate.Tls, "The server does not offer STARTTLS.") { SessionLives = true };
    }

    async Task<string> StartTlsAsync() => Accepted(await CommandAsync("STARTTLS").ConfigureAwait(false), 220, Gate.Tls);

    async Task<string> OfferOfSignInAsync()
    {
        var reply = await EhloAsync().ConfigureAwait(false);
        Accepted(reply, 250, Gate.Service);
        mechanisms =
            reply.Parameters("AUTH")
            ?? throw new StageFailure(
                Gate.Service,
                "The server offers no sign-in (AUTH) over TLS: this may be no host for submission."
            )
            {
                SessionLives = true,
            };
        return ("AUTH " + string.Join(" ", mechanisms)).TrimEnd();
    }

    string Endpoint()
    {
        if (HostJudgement.Refuse(options) is { } refuse)
            throw new StageFailure(refuse.Gate, refuse.Detail) { Remedy = refuse.Remedy };
        if (HostJudgement.Note(options) is { } note)
            notes.Add(note);
        return $"{options.Host} port {options.Port}";
    }

    async Task<string> TokenAsync()
    {
        var provider = options.TokenProvider ?? (_ => Task.FromResult(options.Token!));
        token = await TokenRequest.AskAsync(provider, deadline).ConfigureAwait(false);
        secrets.Add(token);
        secrets.AddBlob(SignIn.Blob(options.Mailbox!, token));
        var inspection = TokenInspection.Of(token, options);
        notes.AddRange(inspection.Notes);
        application = inspection.Application;
        if (inspection.Unrenewed(options) is { } ending)
        {
            expiries.Add(ending);
            notes.Add(ExpiryNotes.OfToken(ending, options.TimeProvider.GetUtcNow()));
        }
        return inspection.Wrong is null ? "" : throw new StageFailure(Gate.Token, inspection.Wrong);
    }

    async Task<string> TlsAsync()
    {
        var detail = "";
        try
        {
            await session!
                .SecureAsync(async plain =>
                {
                    var securing = transport.SecureAsync(plain, options, deadline);
                    var (secure, said) = await securing.OrGiveUp(deadline).ConfigureAwait(false);
                    detail = said;
                    return secure;
                })
                .ConfigureAwait(false);
        }
        catch (Exception evidence) when (evidence is AuthenticationException or InvalidDataException)
        {
            throw new StageFailure(Gate.Tls, StageLog.Words(evidence));
        }
        return detail;
    }

    async Task<string> AuthAsync()
    {
        var mechanism = token is null ? "LOGIN" : "XOAUTH2";
        if (!mechanisms.Contains(mechanism, StringComparer.OrdinalIgnoreCase))
            throw new StageFailure(
                Gate.Mechanism,
                $"The server offers AUTH {string.Join(" ", mechanisms)}, not {mechanism}."
            )
            {
                SessionLives = true,
            };
        signInTried = true;
        var trying = token is not null
            ? SignIn.WithTokenAsync(session!, options.Mailbox!, token, deadline)
            : SignIn.WithPasswordAsync(session!, options.Mailbox!, options.Password!, deadline);
        return Accepted(await trying.OrGiveUp(deadline).ConfigureAwait(false), 235, Gate.Unknown);
    }

    async Task<string> SendAsync()
    {
        var reply = await SendTest.RunAsync(session!, options, deadline).OrGiveUp(deadline).ConfigureAwait(false);
        return Accepted(reply, 250, Gate.Unknown);
    }

    async Task QuitAsync()
    {
        try
        {
            await log.RunAsync(ProbeStage.Quit, Gate.Service, LeaveAsync).ConfigureAwait(false);
        }
        catch (StageFailure)
        {
            // A failed QUIT does not change the verdict.
        }
    }

    async Task<string> LeaveAsync() => Accepted(await CommandAsync("QUIT").ConfigureAwait(false), 221, Gate.Service);

    Task<ServerReply> EhloAsync() => CommandAsync("EHLO " + options.ClientName);

    Task<ServerReply> CommandAsync(string command) => session!.CommandAsync(command, deadline).OrGiveUp(deadline);

    string Accepted(ServerReply reply, int code, Gate gate) =>
        reply.Code == code ? Shown(reply)
        : reply.IsPositive
            ? throw new StageFailure(Gate.Service, $"{Shown(reply)} (expected was {code})") { SessionLives = true }
        : throw new StageFailure(gate, Shown(reply), secrets.Strike(reply));

    string Shown(ServerReply reply)
    {
        var struck = secrets.Strike(reply);
        var text = struck.ToString().Replace('\n', ' ');
        if (text.Length > 300)
            text = text.Substring(0, 300);
        return struck.Challenge is { Length: > 0 } asked
            ? $"{text} (before that the server sent 334: {(asked.Length > 300 ? asked.Substring(0, 300) : asked)})"
            : text;
    }
}
