using System.Security.Cryptography.X509Certificates;

namespace M365Smtp;

/// <summary>What to check. A class, not a record: ToString must never reveal the password.</summary>
public sealed class GateCheckOptions
{
    /// <summary>
    /// The DNS name of the submission host; <c>smtp.office365.com</c> by default. A name known to be wrong is reported
    /// without connecting.
    /// </summary>
    public string Host { get; set; } = Knowledge.Hosts.Worldwide;

    /// <summary>The port, 587 by default. TLS always uses STARTTLS.</summary>
    public int Port { get; set; } = Knowledge.Ports.Submission;

    /// <summary>The UPN to sign in with, also named in commands. Required for a sign-in.</summary>
    public string? Mailbox { get; set; }

    /// <summary>
    /// The password for AUTH LOGIN, or null. Sent once, over TLS, after the certificate has been checked.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>
    /// An OAuth access token for AUTH XOAUTH2. It is not renewed, and the report says so. Takes precedence over
    /// <see cref="Password"/>.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>
    /// Supplies the OAuth access token for AUTH XOAUTH2; called once, before connecting. Takes precedence over
    /// <see cref="Token"/>.
    /// </summary>
    public Func<CancellationToken, Task<string>>? TokenProvider { get; set; }

    /// <summary>The tenant id that the token must be issued for; null accepts any.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// The From address of a test message. Null by default: no message is sent. Only a message shows whether the
    /// mailbox may send as this address.
    /// </summary>
    public string? SendTestFrom { get; set; }

    /// <summary>The recipient of the test message; null for the mailbox itself.</summary>
    public string? SendTestTo { get; set; }

    /// <summary>The time limit for the whole check, 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long before a secret, certificate or token expires the report warns about it, 30 days by default.
    /// </summary>
    public TimeSpan ExpiryWarning { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The client name sent in EHLO, <c>gatecheck.local</c> by default.</summary>
    public string ClientName { get; set; } = "gatecheck.local";

    /// <summary>
    /// For tests against a simulator: also trusts a certificate that this authority issued for <see cref="Host"/>. Null
    /// by default: only the machine's trusted authorities.
    /// </summary>
    public X509Certificate2? TrustedAuthority { get; set; }

    /// <summary>The clock for the time limit and durations.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal bool UsesToken => TokenProvider is not null || Token is not null;

    internal bool WantsSignIn => UsesToken || Password is not null;

    internal GateCheckOptions Copy() => (GateCheckOptions)MemberwiseClone();
}
