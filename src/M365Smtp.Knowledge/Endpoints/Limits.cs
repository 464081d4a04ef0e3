namespace M365Smtp.Knowledge;

/// <summary>The limits of client submission, per mailbox.</summary>
internal static class Limits
{
    /// <summary>Messages above it are throttled and delivered later, not refused. Source: DEF 2026-05-26.</summary>
    public const int MessagesPerMinute = 30;

    /// <summary>One more gets the reply 432 4.3.2. Source: SA; Exchange blog 607825.</summary>
    public const int ConcurrentConnections = 3;

    /// <summary>In a sliding window of 24 hours. Source: DEF 2026-05-26.</summary>
    public const int RecipientsPerDay = 10_000;

    /// <summary>The default; an admin may set 1 to 1000. Source: DEF; PS Set-Mailbox.</summary>
    public const int RecipientsPerMessage = 500;

    /// <summary>High Volume Email, per message. Source: a public log (facts 4).</summary>
    public const int HighVolumeRecipients = 50;

    /// <summary>In bytes, as announced by SIZE in EHLO. Source: logs in MailKit #1770 (C+).</summary>
    public const int MessageBytes = 157_286_400;
}
