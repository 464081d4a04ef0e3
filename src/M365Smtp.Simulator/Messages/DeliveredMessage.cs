using System.Text;

namespace M365Smtp.Simulator;

/// <summary>A message the simulator accepted.</summary>
public sealed class DeliveredMessage
{
    readonly byte[] raw;

    internal DeliveredMessage(
        string mailbox,
        string from,
        IReadOnlyList<string> recipients,
        byte[] raw,
        DateTimeOffset acceptedAt
    )
    {
        (Mailbox, From, Recipients, this.raw) = (mailbox, from, recipients, raw);
        (AcceptedAt, DeliveredAt) = (acceptedAt, acceptedAt);
        Headers = MessageHeaders.Read(raw);
    }

    /// <summary>The UPN that signed in.</summary>
    public string Mailbox { get; }

    /// <summary>The envelope sender from MAIL FROM; empty for <c>&lt;&gt;</c>.</summary>
    public string From { get; }

    /// <summary>The envelope recipients from RCPT TO.</summary>
    public IReadOnlyList<string> Recipients { get; }

    /// <summary>The header fields in order, unfolded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>When the server replied 250.</summary>
    public DateTimeOffset AcceptedAt { get; }

    /// <summary>When it is delivered: later than <see cref="AcceptedAt"/> for a message above the rate limit.</summary>
    public DateTimeOffset DeliveredAt { get; internal set; }

    /// <summary>Returns a copy of the message, byte for byte, without SMTP dot stuffing.</summary>
    public byte[] ToArray() => (byte[])raw.Clone();

    /// <summary>The first header field with that name, ignoring case, or null.</summary>
    public string? Header(string name)
    {
        foreach (var field in Headers)
            if (string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase))
                return field.Value;
        return null;
    }

    /// <summary>The message as text, decoded as UTF-8.</summary>
    public override string ToString() => Encoding.UTF8.GetString(raw);
}
