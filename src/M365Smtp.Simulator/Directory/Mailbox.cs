namespace M365Smtp.Simulator;

/// <summary>A mailbox of the simulated tenant. Immutable: every method returns a changed copy. A new mailbox signs in
/// and sends; close its gates one by one.</summary>
public sealed record Mailbox
{
    internal Mailbox(string upn) => Upn = upn;

    /// <summary>The user principal name: the only name that signs in.</summary>
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

    /// <summary>The password for AUTH LOGIN. A mailbox without one refuses every password.</summary>
    public Mailbox Password(string password) => this with { SignInPassword = password };

    /// <summary>
    /// An access token for AUTH XOAUTH2, compared as it stands, beside the tokens that the simulator issues and
    /// validates.
    /// </summary>
    public Mailbox Token(string token) => this with { SignInToken = token };

    /// <summary>Proxy addresses: the mailbox may send from them and can not sign in with them.</summary>
    public Mailbox Aliases(params string[] addresses) => this with { ProxyAddresses = addresses };

    /// <summary>Send As: the addresses of other mailboxes this one may put into From.</summary>
    public Mailbox SendAs(params string[] addresses) => this with { SendAsGrants = addresses };

    /// <summary>The mailbox switch, as in <c>Set-CASMailbox -SmtpClientAuthenticationDisabled</c>: true closes, false
    /// opens whatever the tenant says, null leaves it to the tenant. Null by default.</summary>
    public Mailbox SmtpClientAuthenticationDisabled(bool? disabled = true) => this with { SmtpAuthOff = disabled };

    /// <summary>The authentication policy of this user, which beats the tenant's: may it use a password with SMTP?
    /// Null, the default, leaves it to the tenant.</summary>
    public Mailbox AllowBasicAuthSmtp(bool? allowed = true) => this with { BasicAuthAllowed = allowed };

    /// <summary>Locks the account, as smart lockout does after repeated wrong passwords.</summary>
    public Mailbox Locked(bool locked = true) => this with { IsLocked = locked };

    /// <summary>Hosted on-premises: Microsoft Graph does not reach it.</summary>
    public Mailbox OnPremises(bool onPremises = true) => this with { IsOnPremises = onPremises };

    /// <summary>How many recipients in 24 hours are accepted; 10,000 by default.</summary>
    public Mailbox RecipientsPerDay(int recipients) => this with { DailyRecipients = recipients };

    /// <summary>How many recipients one message may have; 500 by default, as an admin may set from 1 to 1000.</summary>
    public Mailbox RecipientsPerMessage(int recipients) => this with { MessageRecipients = recipients };

    /// <summary>How many messages a minute are delivered at once; later ones are accepted and carried over. 30 by
    /// default.</summary>
    public Mailbox MessageRate(int perMinute) => this with { MessagesPerMinute = perMinute };

    /// <summary>How many signed-in connections may send at the same time; 3 by default.</summary>
    public Mailbox ConcurrentConnections(int connections) => this with { Connections = connections };

    internal bool MaySendAs(string address) =>
        Same(address, Upn)
        || Array.Exists(ProxyAddresses, own => Same(address, own))
        || Array.Exists(SendAsGrants, granted => Same(address, granted));

    internal static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
