namespace M365Smtp.Simulator;

/// <summary>Limits how many messages are delivered per minute; the rest follow later.</summary>
internal sealed class Pace
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    readonly Queue<DateTimeOffset> deliveries = new();

    /// <summary>The messages delivered in the last minute or still to be delivered.</summary>
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
