namespace M365Smtp.Simulator;

/// <summary>The messages the simulator accepted, in the order it did.</summary>
internal sealed class MessageStore
{
    readonly List<DeliveredMessage> messages = [];

    public void Add(DeliveredMessage message)
    {
        lock (messages)
            messages.Add(message);
    }

    public DeliveredMessage[] Where(Func<DeliveredMessage, bool> condition)
    {
        lock (messages)
            return [.. messages.Where(condition)];
    }

    public void Clear()
    {
        lock (messages)
            messages.Clear();
    }
}
