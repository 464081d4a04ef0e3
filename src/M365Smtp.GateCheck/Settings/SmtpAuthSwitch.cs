namespace M365Smtp;

/// <summary>
/// An SMTP AUTH switch as set by an administrator. The cmdlets invert it: <c>SmtpClientAuthenticationDisabled</c>.
/// </summary>
public enum SmtpAuthSwitch
{
    /// <summary>Not read.</summary>
    NotRead,

    /// <summary>The mailbox has no value of its own (<c>$null</c>) and inherits the tenant's.</summary>
    Inherited,

    /// <summary>SMTP AUTH is allowed (<c>$false</c>).</summary>
    Allowed,

    /// <summary>SMTP AUTH is blocked (<c>$true</c>).</summary>
    Blocked,
}

/// <summary>The combined result of the two switches.</summary>
public enum SmtpAuthDecision
{
    /// <summary>Not enough was read.</summary>
    Unknown,

    /// <summary>The mailbox may use SMTP AUTH.</summary>
    Allowed,

    /// <summary>The mailbox inherits, and the tenant blocks SMTP AUTH.</summary>
    BlockedForTenant,

    /// <summary>The mailbox switch blocks SMTP AUTH.</summary>
    BlockedForMailbox,
}
