namespace M365Smtp.Simulator;

/// <summary>
/// A mailbox of the simulated tenant. Immutable: every method returns a changed copy. A new mailbox can sign in and
/// send; close its gates one by one.
/// </summary>
public sealed record Mailbox
{
    internal Mailbox(string upn) => Upn = upn;

    /// <summary>The user principal name, the only name that can sign in.</summary>
    public string Upn { get; }

    internal Guid ObjectId { get; } = Guid.NewGuid();
    internal string? SignInPassword { get; init; }
    internal string? SignInToken { get; init; }
    internal string[] ProxyAddresses { get; init; } = [];
    internal string[] SendAsGrants { get; init; } = [];
    internal bool? SmtpAuthOff { get; init; }
    internal bool? BasicAuthAllowed { get; init; }
    internal bool IsLocked { get; init; }
    internal bool IsOnPremises { get; init; }
    internal int DailyRecipients { get; init; } = Knowledge.Limits.RecipientsPerDay;
    internal int MessageRecipients { get; init; } = Knowledge.Limits.RecipientsPerMessage;
    internal int Connections { get; init; } = Knowledge.Limits.ConcurrentConnections;
    internal int MessagesPerMinute { get; init; } = Knowledge.Limits.MessagesPerMinute;

    /// <summary>Sets the password for AUTH LOGIN. A mailbox without one refuses every password.</summary>
    public Mailbox Password(string password) => this with { SignInPassword = password };

    /// <summary>
    /// Sets an access token for AUTH XOAUTH2 that is compared literally, in addition to the tokens that the simulator
    /// issues and validates.
    /// </summary>
    public Mailbox Token(string token) => this with { SignInToken = token };

    /// <summary>Sets the proxy addresses: the mailbox may send from them but not sign in with them.</summary>
    public Mailbox Aliases(params string[] addresses) => this with { ProxyAddresses = addresses };

    /// <summary>Grants Send As: the addresses of other mailboxes that this one may use as From.</summary>
    public Mailbox SendAs(params string[] addresses) => this with { SendAsGrants = addresses };

    /// <summary>
    /// Sets the mailbox switch, as <c>Set-CASMailbox -SmtpClientAuthenticationDisabled</c> does: true closes and false
    /// opens the gate, whatever the tenant switch; null, the default, inherits it.
    /// </summary>
    public Mailbox SmtpClientAuthenticationDisabled(bool? disabled = true) => this with { SmtpAuthOff = disabled };

    /// <summary>
    /// Sets whether this user's authentication policy, which overrides the tenant's, allows a password for SMTP. Null,
    /// the default, inherits the tenant's.
    /// </summary>
    public Mailbox AllowBasicAuthSmtp(bool? allowed = true) => this with { BasicAuthAllowed = allowed };

    /// <summary>Locks the account, as smart lockout does after repeated wrong passwords.</summary>
    public Mailbox Locked(bool locked = true) => this with { IsLocked = locked };

    /// <summary>Hosts the mailbox on-premises, where Microsoft Graph cannot access it.</summary>
    public Mailbox OnPremises(bool onPremises = true) => this with { IsOnPremises = onPremises };

    /// <summary>Sets the recipient limit for 24 hours; 10,000 by default.</summary>
    public Mailbox RecipientsPerDay(int recipients) => this with { DailyRecipients = recipients };

    /// <summary>Sets the recipient limit per message; 500 by default, as an admin may set from 1 to 1000.</summary>
    public Mailbox RecipientsPerMessage(int recipients) => this with { MessageRecipients = recipients };

    /// <summary>
    /// Sets how many messages per minute are delivered at once; more are accepted and delivered later. 30 by default.
    /// </summary>
    public Mailbox MessageRate(int perMinute) => this with { MessagesPerMinute = perMinute };

    /// <summary>Sets how many signed-in connections may send at the same time; 3 by default.</summary>
    public Mailbox ConcurrentConnections(int connections) => this with { Connections = connections };

    internal bool MaySendAs(string address) =>
        Same(address, Upn)
        || Array.Exists(ProxyAddresses, own => Same(address, own))
        || Array.Exists(SendAsGrants, granted => Same(address, granted));

    internal static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
