namespace M365Smtp;

/// <summary>Why Exchange Online refused: one value a class of replies. The tool prints these names; the simulator's
/// scenarios bear them.</summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum ReplyCause
{
    /// <summary>The text is not one whose meaning is known.</summary>
    Unknown,

    /// <summary>SMTP AUTH is off for the tenant and the mailbox inherits that.</summary>
    TenantSmtpAuthOff,

    /// <summary>SMTP AUTH is off for this mailbox.</summary>
    MailboxSmtpAuthOff,

    /// <summary>Security Defaults block sign-in with a password.</summary>
    SecurityDefaults,

    /// <summary>A policy refused the sign-in: most likely Conditional Access, which may depend on the source
    /// address.</summary>
    PolicyBlock,

    /// <summary>Wrong password, an alias in place of the UPN, or an account with MFA and no app password.</summary>
    BadCredentials,

    /// <summary>Smart lockout after repeated failures.</summary>
    AccountLocked,

    /// <summary>The account is disabled or flagged; the exact trigger is not known.</summary>
    AccountState,

    /// <summary>Basic authentication is refused as a method.</summary>
    BasicDisabled,

    /// <summary>The federated sign-in service (AD FS) failed.</summary>
    Federation,

    /// <summary>High Volume Email: Security Defaults are on or the authentication policy forbids Basic.</summary>
    HveBasicBlocked,

    /// <summary>The refusal that names no reason: with OAuth the documented failure, with a password an older
    /// form.</summary>
    AuthGeneric,

    /// <summary>The mechanism is not offered here: only LOGIN and XOAUTH2 are, and none on an MX endpoint.</summary>
    WrongMechanism,

    /// <summary>Basic authentication has been removed from client submission (announced reply).</summary>
    BasicRetired,

    /// <summary>Signed in, but there is no usable mailbox behind the account.</summary>
    NoMailbox,

    /// <summary>A proxy stage failed: passing, or a malformed user name or token.</summary>
    TransientOrMalformed,

    /// <summary>A passing fault of the service.</summary>
    Transient,

    /// <summary>The client speaks TLS 1.0 or 1.1.</summary>
    TlsTooOld,

    /// <summary>High Volume Email: the XOAUTH2 argument is invalid.</summary>
    HveInvalidArgument,

    /// <summary>High Volume Email: the token is about to expire.</summary>
    HveTokenExpiring,

    /// <summary>High Volume Email: the token has expired.</summary>
    HveTokenExpired,

    /// <summary>High Volume Email: the token lacks the API permission.</summary>
    HvePermission,

    /// <summary>High Volume Email: the application is not on the account's list of allowed apps.</summary>
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

    /// <summary>More connections at once than a mailbox may have.</summary>
    Concurrency,

    /// <summary>The mailbox used up its recipients for 24 hours.</summary>
    DailyQuota,

    /// <summary>The sender's own mailbox is full.</summary>
    SenderMailboxFull,

    /// <summary>The tenant used up its external recipients for the day.</summary>
    TenantQuota,

    /// <summary>The sender is restricted for outbound spam.</summary>
    SenderRestricted,

    /// <summary>The tenant, the sender or the IP address is blocked.</summary>
    TenantIpBlock,

    /// <summary>Suspicious for the moment; lifts by itself.</summary>
    TempSuspect,

    /// <summary>The organization refuses Direct Send.</summary>
    DirectSendBlocked,

    /// <summary>Relay without a sign-in: the recipient's domain is not the server's own, and no connector
    /// matches.</summary>
    RelayDenied,

    /// <summary>The mailbox is blocked for SMTP AUTH because one of its programs keeps making the same
    /// mistake.</summary>
    ErrorThrottled,

    /// <summary>A consumer Outlook.com account that must be verified, or is flagged for spam.</summary>
    ConsumerVerify,

    /// <summary>The message or its header is too large.</summary>
    SizeLimit,

    /// <summary>The message has too many recipients.</summary>
    TooManyRecipients,

    /// <summary>The recipient got too many messages within an hour.</summary>
    RecipientRate,

    /// <summary>The recipient's mailbox is full.</summary>
    RecipientMailboxFull,

    /// <summary>The recipient, a group or a mail flow rule refuses the sender.</summary>
    RecipientRestricted,

    /// <summary>SPF, DKIM or DMARC of the From domain failed.</summary>
    SenderAuthentication,

    /// <summary>The recipient's domain failed DANE validation.</summary>
    Dane,

    /// <summary>Exchange Online could not hand the message to the next server.</summary>
    NextHop,

    /// <summary>The message breaks a rule of its format.</summary>
    MessageInvalid,

    /// <summary>The name in EHLO is not a valid host name.</summary>
    Ehlo,

    /// <summary>The client sent a command that the server does not know or expect.</summary>
    ProtocolError,

    /// <summary>The client starts TLS at once, on a port that starts in plain text.</summary>
    WrongTlsMode,

    /// <summary>Nothing answers on port 465.</summary>
    PortNotServed,

    /// <summary>The client does not trust the certificate it was shown.</summary>
    CertificateUntrusted,

    /// <summary>The server was not reached.</summary>
    NotReached,

    /// <summary>The connection broke off.</summary>
    ConnectionBroken,

    /// <summary>The client or relay has no sign-in mechanism or no password for the server.</summary>
    NoClientMechanism,

    /// <summary>Microsoft Entra ID refused the client secret: the value is wrong.</summary>
    ClientSecretInvalid,

    /// <summary>Microsoft Entra ID refused the client secret or certificate: it has expired.</summary>
    ClientSecretExpired,

    /// <summary>The tenant does not know the application.</summary>
    AppNotFound,

    /// <summary>Microsoft Entra ID does not know the tenant.</summary>
    TenantNotFound,

    /// <summary>The scope or the resource of the token request is wrong.</summary>
    WrongScope,

    /// <summary>Nobody has consented to the application's permission.</summary>
    ConsentMissing,

    /// <summary>A policy refused the token: Conditional Access or Security Defaults.</summary>
    TokenPolicyBlock,

    /// <summary>The token needs a person who signs in: multifactor authentication or a changed password.</summary>
    SignInNeeded,

    /// <summary>The refresh token has expired or was revoked.</summary>
    RefreshTokenExpired,

    /// <summary>Microsoft Entra ID issued no token, for another reason, which its code names.</summary>
    TokenRefused,

    /// <summary>Microsoft Graph refused the request: permission, or the mailbox is outside the application's
    /// scope.</summary>
    GraphAccessDenied,

    /// <summary>Exchange Web Services are switched off.</summary>
    EwsDisabled,
}
