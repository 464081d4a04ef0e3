namespace M365Smtp;

/// <summary>A condition that must be met before an application can send mail through Microsoft 365.</summary>
#if M365SMTP_GATECHECK
public
#else
internal
#endif
enum Gate
{
    /// <summary>The reply does not show it.</summary>
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

    /// <summary>The account itself: enabled and in good standing.</summary>
    Account,

    /// <summary>The retirement of Basic authentication.</summary>
    BasicAuth,

    /// <summary>The OAuth token and the permissions behind it.</summary>
    Token,

    /// <summary>The mailbox: exists, is licensed, is in the cloud, is not full.</summary>
    Mailbox,

    /// <summary>The right to send as the From address.</summary>
    SendAs,

    /// <summary>The recipient's server or mailbox.</summary>
    Recipient,

    /// <summary>Sending limits.</summary>
    Quota,

    /// <summary>Spam and reputation restrictions.</summary>
    Reputation,

    /// <summary>Direct Send and relay through a connector, not client submission.</summary>
    Relay,

    /// <summary>Requirements of High Volume Email only.</summary>
    HighVolumeEmail,

    /// <summary>The Exchange Online service itself.</summary>
    Service,

    /// <summary>The client's SMTP: its EHLO name, commands and message format.</summary>
    Client,
}
