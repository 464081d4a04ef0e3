using System.Security.Cryptography.X509Certificates;

namespace M365Smtp;

/// <summary>What to check. A class, not a record: its text must never show the password.</summary>
public sealed class GateCheckOptions
{
    /// <summary>The DNS name of the submission host. Default <c>smtp.office365.com</c>. A name known to be wrong is
    /// reported without connecting.</summary>
    public string Host { get; set; } = Knowledge.Hosts.Worldwide;

    /// <summary>The port, 587 by default. TLS is always STARTTLS.</summary>
    public int Port { get; set; } = Knowledge.Ports.Submission;

    /// <summary>The UPN to sign in with; commands name it too. Needed for a sign-in.</summary>
    public string? Mailbox { get; set; }

    /// <summary>The password for AUTH LOGIN; sent once, after TLS with a checked certificate. Null for none.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// An OAuth access token for AUTH XOAUTH2 as it is: nobody renews it, which the report says. Goes before
    /// <see cref="Password"/>.
    /// </summary>
    public string? Token { get; set; }

    /// <summary>
    /// Supplies the OAuth access token for AUTH XOAUTH2; asked once, before connecting. Goes before
    /// <see cref="Token"/>.
    /// </summary>
    public Func<CancellationToken, Task<string>>? TokenProvider { get; set; }

    /// <summary>The tenant id the token must be for; null accepts any.</summary>
    public string? TenantId { get; set; }

    /// <summary>From of a test message. Null, the default, sends none. Only a message shows whether the mailbox may
    /// send as this address.</summary>
    public string? SendTestFrom { get; set; }

    /// <summary>Recipient of the test message; null for the mailbox itself.</summary>
    public string? SendTestTo { get; set; }

    /// <summary>The deadline for the whole check, 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long before a secret, a certificate or a token ends the report says so, 30 days by default.
    /// </summary>
    public TimeSpan ExpiryWarning { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The name given in EHLO, <c>gatecheck.local</c> by default.</summary>
    public string ClientName { get; set; } = "gatecheck.local";

    /// <summary>For tests against a simulator: a certificate signed by this authority for <see cref="Host"/> is trusted
    /// too. Null, the default, trusts what the machine trusts.</summary>
    public X509Certificate2? TrustedAuthority { get; set; }

    /// <summary>The clock of deadline and durations.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal bool UsesToken => TokenProvider is not null || Token is not null;

    internal bool WantsSignIn => UsesToken || Password is not null;

    internal GateCheckOptions Copy() => (GateCheckOptions)MemberwiseClone();
}
