using System.Net;
using M365Smtp.Knowledge;

namespace M365Smtp.Simulator;

/// <summary>
/// The simulated Microsoft 365 tenant. Immutable: every method returns a changed copy. A new tenant has all gates open
/// and no mailboxes.
/// </summary>
public sealed record Tenant
{
    internal Mailbox[] Mailboxes { get; init; } = [];
    internal Application[] Applications { get; init; } = [];
    internal string Id { get; init; } = Scenario.TenantId;
    internal TimeSpan TokensLast { get; init; } = TimeSpan.FromHours(1);
    internal (int Status, string Description)? TokensRefused { get; init; }
    internal bool SecurityDefaultsOn { get; init; }
    internal bool SmtpAuthOff { get; init; }
    internal bool BasicAuthAllowed { get; init; } = true;
    internal bool BasicAuthGone { get; init; }
    internal bool LegacyAuthBlocked { get; init; }
    internal IPAddress[] LegacyAuthAllowedFrom { get; init; } = [];
    internal string[] UnknownRecipients { get; init; } = [];
    internal ScriptedReply[] Scripted { get; init; } = [];
    internal int LockoutThreshold { get; init; } = 10;
    internal TimeSpan LockoutTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Adds a mailbox, or changes the one with that name:
    /// <c>t.Mailbox("a@contoso.com", "secret", m => m.SmtpClientAuthenticationDisabled())</c>.
    /// </summary>
    /// <param name="upn">The user principal name.</param>
    /// <param name="password">The password for AUTH LOGIN; null leaves it unchanged.</param>
    /// <param name="change">Other changes.</param>
    public Tenant Mailbox(string upn, string? password = null, Func<Mailbox, Mailbox>? change = null)
    {
        if (string.IsNullOrWhiteSpace(upn))
            throw new ArgumentException("A mailbox needs a UPN.", nameof(upn));
        var mailbox = Find(upn) ?? new Mailbox(upn);
        if (password is not null)
            mailbox = mailbox.Password(password);
        if (change is not null)
            mailbox = change(mailbox);
        return this with
        {
            Mailboxes = [.. Mailboxes.Where(other => !Simulator.Mailbox.Same(other.Upn, upn)), mailbox],
        };
    }

    /// <summary>Changes every mailbox.</summary>
    public Tenant EveryMailbox(Func<Mailbox, Mailbox> change) =>
        this with
        {
            Mailboxes = [.. Mailboxes.Select(change)],
        };

    /// <summary>
    /// Adds an application, or changes the one with that id:
    /// <c>t.Application("…", "secret", a => a.SendAsApp("a@contoso.com"))</c>.
    /// </summary>
    /// <param name="clientId">The application (client) id.</param>
    /// <param name="secret">A client secret; null adds none.</param>
    /// <param name="change">Other changes.</param>
    public Tenant Application(string clientId, string? secret = null, Func<Application, Application>? change = null)
    {
        if (string.IsNullOrWhiteSpace(clientId))
            throw new ArgumentException("An application needs a client id.", nameof(clientId));
        var application = FindApplication(clientId) ?? new Application(clientId);
        if (secret is not null)
            application = application.Secret(secret);
        if (change is not null)
            application = change(application);
        return this with
        {
            Applications =
            [
                .. Applications.Where(other => !Simulator.Mailbox.Same(other.ClientId, clientId)),
                application,
            ],
        };
    }

    /// <summary>
    /// Sets the tenant id for token requests; <see cref="Scenario.TenantId"/> by default. The domains of the mailboxes
    /// are accepted too.
    /// </summary>
    public Tenant TenantId(string id) => this with { Id = id };

    /// <summary>Sets the lifetime of tokens; one hour by default.</summary>
    public Tenant TokenLifetime(TimeSpan lifetime) => this with { TokensLast = lifetime };

    /// <summary>
    /// Makes Entra refuse every token request with this description, such as
    /// <c>AADSTS53003: Access has been blocked by Conditional Access policies.</c>
    /// </summary>
    /// <param name="description">The error description; null issues tokens again.</param>
    /// <param name="status">The HTTP status: 400, or 503 for an unavailable service.</param>
    public Tenant RefuseTokens(string? description, int status = 400) =>
        this with
        {
            TokensRefused = description is null ? null : (status, description),
        };

    /// <summary>Sets gate 1, Entra's security defaults: when on, every password is refused.</summary>
    public Tenant SecurityDefaults(bool on = true) => this with { SecurityDefaultsOn = on };

    /// <summary>
    /// Sets gate 2, the tenant switch, as <c>Set-TransportConfig -SmtpClientAuthenticationDisabled</c> does. It applies
    /// to mailboxes whose own switch is null.
    /// </summary>
    public Tenant SmtpClientAuthenticationDisabled(bool disabled = true) => this with { SmtpAuthOff = disabled };

    /// <summary>
    /// Sets the default authentication policy: false refuses passwords of users without a policy of their own. The
    /// reply text for this gate is inferred; no log of it was found.
    /// </summary>
    public Tenant AllowBasicAuthSmtp(bool allowed) => this with { BasicAuthAllowed = allowed };

    /// <summary>Removes Basic authentication from client submission: <c>550 5.7.30</c>, as announced.</summary>
    public Tenant BasicAuthRetired(bool retired = true) => this with { BasicAuthGone = retired };

    /// <summary>
    /// Adds a Conditional Access policy that blocks legacy authentication, except from these IP addresses.
    /// </summary>
    /// <exception cref="FormatException">One of them is not an IP address.</exception>
    public Tenant BlockLegacyAuthentication(params string[] exceptFrom) =>
        this with
        {
            LegacyAuthBlocked = true,
            LegacyAuthAllowedFrom = [.. exceptFrom.Select(IPAddress.Parse)],
        };

    /// <summary>Removes the Conditional Access policy.</summary>
    public Tenant AllowLegacyAuthentication() => this with { LegacyAuthBlocked = false };

    /// <summary>
    /// Sets smart lockout: how many consecutive wrong passwords lock an account, and for how long. 10 and one minute by
    /// default, like Entra.
    /// </summary>
    public Tenant Lockout(int failures, TimeSpan duration) =>
        this with
        {
            LockoutThreshold = failures,
            LockoutTime = duration,
        };

    /// <summary>Adds a recipient that its organization refuses: <c>550 5.4.1</c> in reply to RCPT TO.</summary>
    public Tenant UnknownRecipient(string address) => this with { UnknownRecipients = [.. UnknownRecipients, address] };

    /// <summary>
    /// Makes the server give this exact reply at that stage of every session, regardless of the gates.
    /// </summary>
    /// <param name="stage">The stage to reply at.</param>
    /// <param name="reply">The whole line, such as <c>421 4.3.2 Service not active</c>; 421 ends the session.</param>
    public Tenant Reply(SmtpStage stage, string reply) =>
        this with
        {
            Scripted = [.. Scripted, new(stage, (_, _, _) => reply)],
        };

    internal Tenant Reply(ReplyCause cause) =>
        Replies.Verbatim(cause) is { } row
            ? this with
            {
                Scripted =
                [
                    .. Scripted,
                    new(ScriptedReply.StageOf(row), (says, login, from) => says.Row(row, login, from)),
                ],
            }
            : throw new ArgumentOutOfRangeException(nameof(cause), cause, "No source shows what the server says.");

    internal Application? FindApplication(string clientId) =>
        Array.Find(Applications, application => Simulator.Mailbox.Same(application.ClientId, clientId));

    internal bool IsNamed(string name) =>
        Simulator.Mailbox.Same(name, Id)
        || Array.Exists(
            Mailboxes,
            mailbox => Simulator.Mailbox.Same(name, mailbox.Upn.Substring(mailbox.Upn.IndexOf('@') + 1))
        );

    internal Mailbox? Find(string upn) => Array.Find(Mailboxes, mailbox => Simulator.Mailbox.Same(mailbox.Upn, upn));
}
