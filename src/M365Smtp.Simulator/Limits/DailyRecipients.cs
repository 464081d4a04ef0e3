namespace M365Smtp.Simulator;

/// <summary>Counts recipients in a sliding window of 24 hours.</summary>
internal sealed class DailyRecipients
{
    static readonly TimeSpan Window = TimeSpan.FromHours(24);
    readonly Queue<(DateTimeOffset At, int Count)> sent = new();
    int total;

    /// <summary>The number of recipients in the last 24 hours.</summary>
    public int Count(DateTimeOffset now)
    {
        Forget(now);
        return total;
    }

    /// <summary>Adds recipients unless that would exceed the limit.</summary>
    public bool TryAdd(DateTimeOffset now, int count, int limit)
    {
        Forget(now);
        if (total + count > limit)
            return false;
        sent.Enqueue((now, count));
        total += count;
        return true;
    }

    void Forget(DateTimeOffset now)
    {
        while (sent.Count > 0 && now - sent.Peek().At >= Window)
            total -= sent.Dequeue().Count;
    }
}
