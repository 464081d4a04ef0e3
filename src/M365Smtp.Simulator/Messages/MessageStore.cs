namespace M365Smtp.Simulator;

/// <summary>The accepted messages, in order of acceptance.</summary>
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
