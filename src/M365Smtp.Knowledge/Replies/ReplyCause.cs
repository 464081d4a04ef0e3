namespace M365Smtp;

/// <summary>
/// Why Exchange Online refused; one value per kind of reply. The tool prints these names, and the simulator's scenarios
/// use them.
/// </summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum ReplyCause
{
    /// <summary>The meaning of the text is not known.</summary>
    Unknown,

    /// <summary>SMTP AUTH is off for the tenant, and the mailbox inherits that.</summary>
    TenantSmtpAuthOff,

    /// <summary>SMTP AUTH is off for this mailbox.</summary>
    MailboxSmtpAuthOff,

    /// <summary>Security Defaults block sign-in with a password.</summary>
    SecurityDefaults,

    /// <summary>
    /// A policy refused the sign-in: most likely Conditional Access, which may depend on the client's IP address.
    /// </summary>
    PolicyBlock,

    /// <summary>Wrong password, an alias instead of the UPN, or an account with MFA and no app password.</summary>
    BadCredentials,

    /// <summary>Smart lockout after repeated failures.</summary>
    AccountLocked,

    /// <summary>The account is disabled or flagged; the exact trigger is not known.</summary>
    AccountState,

    /// <summary>The Basic authentication method is refused.</summary>
    BasicDisabled,

    /// <summary>The federated sign-in service (AD FS) failed.</summary>
    Federation,

    /// <summary>High Volume Email: Security Defaults are on or the authentication policy forbids Basic.</summary>
    HveBasicBlocked,

    /// <summary>A refusal without a reason: the documented failure for OAuth, an older form for passwords.</summary>
    AuthGeneric,

    /// <summary>The mechanism is not offered: only LOGIN and XOAUTH2 are, and none on an MX endpoint.</summary>
    WrongMechanism,

    /// <summary>Basic authentication has been removed from client submission (announced reply).</summary>
    BasicRetired,

    /// <summary>The sign-in succeeded, but the account has no usable mailbox.</summary>
    NoMailbox,

    /// <summary>A proxy stage failed: a transient fault, or a malformed user name or token.</summary>
    TransientOrMalformed,

    /// <summary>A transient fault of the service.</summary>
    Transient,

    /// <summary>The client uses TLS 1.0 or 1.1.</summary>
    TlsTooOld,

    /// <summary>High Volume Email: the XOAUTH2 argument is invalid.</summary>
    HveInvalidArgument,

    /// <summary>High Volume Email: the token is about to expire.</summary>
    HveTokenExpiring,

    /// <summary>High Volume Email: the token has expired.</summary>
    HveTokenExpired,

    /// <summary>High Volume Email: the token lacks the API permission.</summary>
    HvePermission,

    /// <summary>High Volume Email: the application is not in the account's list of allowed apps.</summary>
    HveAppNotAllowed,

    /// <summary>High Volume Email does not send to external recipients.</summary>
    HveExternal,

    /// <summary>Mail was submitted without a sign-in.</summary>
    NotAuthenticated,

    /// <summary>Mail was submitted without STARTTLS.</summary>
    NoTls,

    /// <summary>The mailbox may not send as the From address.</summary>
    SendAs,

    /// <summary>The recipient does not exist (Directory Based Edge Blocking).</summary>
    RecipientUnknown,

    /// <summary>The recipient's domain points to the wrong mail server.</summary>
    RecipientMxWrong,

    /// <summary>The recipient's mailbox is receiving too much at once.</summary>
    RecipientConcurrency,

    /// <summary>More simultaneous connections than a mailbox may have.</summary>
    Concurrency,

    /// <summary>The mailbox has reached its recipient limit for 24 hours.</summary>
    DailyQuota,

    /// <summary>The sender's own mailbox is full.</summary>
    SenderMailboxFull,

    /// <summary>The tenant has reached its external recipient limit for the day.</summary>
    TenantQuota,

    /// <summary>The sender is restricted because of outbound spam.</summary>
    SenderRestricted,

    /// <summary>The tenant, the sender or the IP address is blocked.</summary>
    TenantIpBlock,

    /// <summary>Temporarily restricted as suspicious; the restriction ends on its own.</summary>
    TempSuspect,

    /// <summary>The organization refuses Direct Send.</summary>
    DirectSendBlocked,

    /// <summary>
    /// Relay without a sign-in: the server does not accept mail for the recipient's domain, and no connector matches.
    /// </summary>
    RelayDenied,

    /// <summary>
    /// The mailbox is blocked for SMTP AUTH because one of its clients keeps repeating the same error.
    /// </summary>
    ErrorThrottled,

    /// <summary>A consumer Outlook.com account that must be verified or is flagged for spam.</summary>
    ConsumerVerify,

    /// <summary>The message or its header is too large.</summary>
    SizeLimit,

    /// <summary>The message has too many recipients.</summary>
    TooManyRecipients,

    /// <summary>The recipient received too many messages within an hour.</summary>
    RecipientRate,

    /// <summary>The recipient's mailbox is full.</summary>
    RecipientMailboxFull,

    /// <summary>The recipient, a group or a mail flow rule refuses the sender.</summary>
    RecipientRestricted,

    /// <summary>The From domain failed SPF, DKIM or DMARC.</summary>
    SenderAuthentication,

    /// <summary>The recipient's domain failed DANE validation.</summary>
    Dane,

    /// <summary>Exchange Online could not deliver the message to the next server.</summary>
    NextHop,

    /// <summary>The message format is invalid.</summary>
    MessageInvalid,

    /// <summary>The name in EHLO is not a valid host name.</summary>
    Ehlo,

    /// <summary>The client sent a command that the server does not know or does not expect.</summary>
    ProtocolError,

    /// <summary>The client uses implicit TLS on a port that starts in plain text.</summary>
    WrongTlsMode,

    /// <summary>No server listens on port 465.</summary>
    PortNotServed,

    /// <summary>The client does not trust the server's certificate.</summary>
    CertificateUntrusted,

    /// <summary>The server could not be reached.</summary>
    NotReached,

    /// <summary>The connection was lost.</summary>
    ConnectionBroken,

    /// <summary>The client or relay has no sign-in mechanism or password for the server.</summary>
    NoClientMechanism,

    /// <summary>Microsoft Entra ID refused the client secret: it is wrong.</summary>
    ClientSecretInvalid,

    /// <summary>Microsoft Entra ID refused the client secret or certificate: it has expired.</summary>
    ClientSecretExpired,

    /// <summary>The tenant does not know the application.</summary>
    AppNotFound,

    /// <summary>Microsoft Entra ID does not know the tenant.</summary>
    TenantNotFound,

    /// <summary>The scope or the resource of the token request is wrong.</summary>
    WrongScope,

    /// <summary>The application's permission has no consent.</summary>
    ConsentMissing,

    /// <summary>A policy refused the token: Conditional Access or Security Defaults.</summary>
    TokenPolicyBlock,

    /// <summary>The token requires an interactive sign-in: multifactor authentication or a changed password.</summary>
    SignInNeeded,

    /// <summary>The refresh token has expired or was revoked.</summary>
    RefreshTokenExpired,

    /// <summary>Microsoft Entra ID issued no token for another reason, which its code names.</summary>
    TokenRefused,

    /// <summary>
    /// Microsoft Graph refused the request: a permission is missing, or the mailbox is outside the application's scope.
    /// </summary>
    GraphAccessDenied,

    /// <summary>Exchange Web Services is turned off.</summary>
    EwsDisabled,
}
