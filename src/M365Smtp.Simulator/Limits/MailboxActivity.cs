namespace M365Smtp.Simulator;

/// <summary>The recent activity of one mailbox, counted against its limits. Thread-safe.</summary>
internal sealed class MailboxActivity
{
    readonly Lockout lockout = new();
    readonly Pace pace = new();
    readonly DailyRecipients recipients = new();
    readonly HashSet<SmtpSession> connections = [];

    public bool IsLocked(DateTimeOffset now)
    {
        lock (lockout)
            return lockout.IsLocked(now);
    }

    public void SignedIn()
    {
        lock (lockout)
            lockout.Succeeded();
    }

    public void WrongPassword(DateTimeOffset now, Tenant tenant)
    {
        lock (lockout)
            lockout.Failed(now, tenant.LockoutThreshold, tenant.LockoutTime);
    }

    /// <summary>Adds a connection, which counts until it ends.</summary>
    public bool TryConnect(SmtpSession session, int limit)
    {
        lock (connections)
            return connections.Contains(session) || (connections.Count < limit && connections.Add(session));
    }

    public void Disconnect(SmtpSession session)
    {
        lock (connections)
            connections.Remove(session);
    }

    public MailboxUse Use(DateTimeOffset now)
    {
        int open,
            messages,
            sentTo;
        lock (connections)
            open = connections.Count;
        lock (pace)
            messages = pace.Count(now);
        lock (recipients)
            sentTo = recipients.Count(now);
        return new(open, messages, sentTo);
    }

    public bool TrySend(DateTimeOffset now, int count, int limit)
    {
        lock (recipients)
            return recipients.TryAdd(now, count, limit);
    }

    public DateTimeOffset NextDelivery(DateTimeOffset now, int perMinute)
    {
        lock (pace)
            return pace.Next(now, perMinute);
    }
}
