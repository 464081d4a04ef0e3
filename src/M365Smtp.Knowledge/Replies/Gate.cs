namespace M365Smtp;

/// <summary>What stands between an application and a mail sent through Microsoft 365.</summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum Gate
{
    /// <summary>The reply does not tell.</summary>
    Unknown,

    /// <summary>Name resolution and the TCP connection.</summary>
    Network,

    /// <summary>STARTTLS, the TLS version and the certificate.</summary>
    Tls,

    /// <summary>The sign-in mechanism: LOGIN or XOAUTH2, on a submission host.</summary>
    Mechanism,

    /// <summary>Security Defaults of the tenant.</summary>
    SecurityDefaults,

    /// <summary>SMTP AUTH for the tenant (<c>Set-TransportConfig</c>).</summary>
    TenantSmtpAuth,

    /// <summary>SMTP AUTH for the mailbox (<c>Set-CASMailbox</c>); overrides the tenant.</summary>
    MailboxSmtpAuth,

    /// <summary>The Exchange authentication policy (<c>AllowBasicAuthSmtp</c>).</summary>
    AuthenticationPolicy,

    /// <summary>Conditional Access.</summary>
    ConditionalAccess,

    /// <summary>The federated sign-in service of the tenant.</summary>
    Federation,

    /// <summary>User name (the UPN) and password.</summary>
    Credentials,

    /// <summary>Smart lockout.</summary>
    AccountLock,

    /// <summary>The account itself: enabled, in good standing.</summary>
    Account,

    /// <summary>The retirement of Basic authentication.</summary>
    BasicAuth,

    /// <summary>The OAuth token and the permissions behind it.</summary>
    Token,

    /// <summary>The mailbox: it exists, is licensed, is in the cloud, has room.</summary>
    Mailbox,

    /// <summary>The right to send as the From address.</summary>
    SendAs,

    /// <summary>The recipient's side.</summary>
    Recipient,

    /// <summary>Sending limits.</summary>
    Quota,

    /// <summary>Restrictions for spam or reputation.</summary>
    Reputation,

    /// <summary>Direct Send and relay by connector: not client submission.</summary>
    Relay,

    /// <summary>What only High Volume Email asks for.</summary>
    HighVolumeEmail,

    /// <summary>The service itself.</summary>
    Service,

    /// <summary>How the client speaks SMTP: its EHLO name, its commands, the form of the message.</summary>
    Client,
}
