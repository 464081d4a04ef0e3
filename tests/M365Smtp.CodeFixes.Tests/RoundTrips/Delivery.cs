using M365Smtp.Simulator;
using MimeKit;

namespace M365Smtp.CodeFixes.Tests.RoundTrips;

/// <summary>Compares what arrived before a fix with what arrives after it.</summary>
static class Delivery
{
    // MIME leaves this choice to the writer of the message.
    static readonly HeaderId[] Form =
    [
        HeaderId.MimeVersion,
        HeaderId.ContentType,
        HeaderId.ContentTransferEncoding,
        HeaderId.ContentDisposition,
    ];

    /// <summary>Part by part, except for what differs between runs.</summary>
    public static void Same(DeliveredMessage before, DeliveredMessage after)
    {
        SameEnvelope(before, after);
        var (one, other) = (Load(before), Load(after));
        Assert.Equal(Headers(one), Headers(other));
        Assert.Equal(one.BodyParts.Select(Part), other.BodyParts.Select(Part));
    }

    /// <summary>By value: two libraries write the same message differently.</summary>
    public static void SameValues(DeliveredMessage before, DeliveredMessage after)
    {
        SameEnvelope(before, after);
        var (one, other) = (Load(before), Load(after));
        // MailKit gives every message its own id.
        if (one.MessageId is not null && other.MessageId is not null)
            other.MessageId = one.MessageId;
        Assert.Equal(Values(one), Values(other));
        Assert.Equal(one.BodyParts.Select(Value), other.BodyParts.Select(Value));
        // A MailKit program may send 8 bits on its own.
        if (before.ToArray().All(octet => octet <= 127))
            SameEncoding(before.ToArray(), after.ToArray());
    }

    /// <summary>
    /// What was sent in 7 bits still is: Exchange Online garbles anything else, in and next to attachments.
    /// </summary>
    public static void SameEncoding(byte[] before, byte[] after)
    {
        Assert.DoesNotContain(before, octet => octet > 127);
        Assert.DoesNotContain(after, octet => octet > 127);
    }

    static void SameEnvelope(DeliveredMessage before, DeliveredMessage after)
    {
        Assert.Equal((before.Mailbox, before.From), (after.Mailbox, after.From));
        Assert.Equal(before.Recipients, after.Recipients);
    }

    static MimeMessage Load(DeliveredMessage message) => MimeMessage.Load(new MemoryStream(message.ToArray()));

    // These two differ between runs.
    static IEnumerable<string> Headers(MimeMessage message) =>
        message
            .Headers.Where(header => header.Id is not (HeaderId.Date or HeaderId.MessageId))
            .Select(header => $"{header.Field}: {header.Value}");

    static (string Type, string? Name, string Content) Part(MimeEntity part)
    {
        using var content = new MemoryStream();
        ((MimePart)part).Content!.DecodeTo(content);
        return (part.ContentType.MimeType, ((MimePart)part).FileName, Convert.ToBase64String(content.ToArray()));
    }

    static IEnumerable<string> Values(MimeMessage message) =>
        message
            .Headers.Where(header => header.Id is not HeaderId.Date && !Form.Contains(header.Id))
            .Select(header => $"{header.Field.ToLowerInvariant()}: {Value(header)}")
            .Order(StringComparer.Ordinal);

    // MimeKit writes a word after the X-Priority number.
    static string Value(Header header) =>
        header.Id == HeaderId.XPriority ? header.Value[..1] : Addresses(header.Value) ?? header.Value;

    static string? Addresses(string text) =>
        text.Contains('@') && InternetAddressList.TryParse(text, out var list) ? list.ToString() : null;

    static (string Type, string? Name, string? Id, string Content) Value(MimeEntity part) =>
        part is TextPart text
            ? (part.ContentType.MimeType, text.FileName, null, text.Text.TrimEnd().ReplaceLineEndings("\n"))
        // The HTML refers to an image by its id; MimeKit also gives it a name.
        : part.IsAttachment ? (part.ContentType.MimeType, ((MimePart)part).FileName, part.ContentId, Part(part).Content)
        : (part.ContentType.MimeType, null, part.ContentId, Part(part).Content);
}
