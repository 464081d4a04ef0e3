namespace M365Smtp;

/// <summary>A switch of SMTP AUTH as an administrator set it. The cmdlets word it the other way round:
/// <c>SmtpClientAuthenticationDisabled</c>.</summary>
public enum SmtpAuthSwitch
{
    /// <summary>It was not read.</summary>
    NotRead,

    /// <summary>The mailbox has no value of its own (<c>$null</c>): the tenant's counts.</summary>
    Inherited,

    /// <summary>SMTP AUTH is allowed (<c>$false</c>).</summary>
    Allowed,

    /// <summary>SMTP AUTH is blocked (<c>$true</c>).</summary>
    Blocked,
}

/// <summary>What the two switches come to.</summary>
public enum SmtpAuthDecision
{
    /// <summary>Not enough was read.</summary>
    Unknown,

    /// <summary>The mailbox may use SMTP AUTH.</summary>
    Allowed,

    /// <summary>The mailbox inherits, and the tenant blocks.</summary>
    BlockedForTenant,

    /// <summary>The mailbox is blocked.</summary>
    BlockedForMailbox,
}
