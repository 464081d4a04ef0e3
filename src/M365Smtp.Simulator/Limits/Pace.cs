namespace M365Smtp.Simulator;

/// <summary>Spreads messages over time: so many at once in any minute, the rest carried over.</summary>
internal sealed class Pace
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    readonly Queue<DateTimeOffset> deliveries = new();

    /// <summary>How many messages were delivered in the minute before, or are still to be.</summary>
    public int Count(DateTimeOffset now) => deliveries.Count(at => now - at < Window);

    /// <summary>When a message accepted now is delivered.</summary>
    public DateTimeOffset Next(DateTimeOffset now, int perMinute)
    {
        while (deliveries.Count > perMinute)
            deliveries.Dequeue();
        var due = deliveries.Count < perMinute ? now : Later(now, deliveries.Dequeue() + Window);
        deliveries.Enqueue(due);
        return due;
    }

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
