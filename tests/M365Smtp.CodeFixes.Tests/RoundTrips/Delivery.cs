using M365Smtp.Simulator;
using MimeKit;

namespace M365Smtp.CodeFixes.Tests.RoundTrips;

/// <summary>Compares what arrived before a fix with what arrives after it.</summary>
static class Delivery
{
    // MIME leaves the choice to who writes the message.
    static readonly HeaderId[] Form =
    [
        HeaderId.MimeVersion,
        HeaderId.ContentType,
        HeaderId.ContentTransferEncoding,
        HeaderId.ContentDisposition,
    ];

    /// <summary>Part by part, but for what differs from run to run.</summary>
    public static void Same(DeliveredMessage before, DeliveredMessage after)
    {
        SameEnvelope(before, after);
        var (one, other) = (Load(before), Load(after));
        Assert.Equal(Headers(one), Headers(other));
        Assert.Equal(one.BodyParts.Select(Part), other.BodyParts.Select(Part));
    }

    /// <summary>By value: two libraries write the same message each in its way.</summary>
    public static void SameValues(DeliveredMessage before, DeliveredMessage after)
    {
        SameEnvelope(before, after);
        var (one, other) = (Load(before), Load(after));
        // MailKit gives every message an id of its own.
        if (one.MessageId is not null && other.MessageId is not null)
            other.MessageId = one.MessageId;
        Assert.Equal(Values(one), Values(other));
        Assert.Equal(one.BodyParts.Select(Value), other.BodyParts.Select(Value));
        // A program of MailKit may send 8 bits by itself.
        if (before.ToArray().All(octet => octet <= 127))
            SameEncoding(before.ToArray(), after.ToArray());
    }

    /// <summary>
    /// What went out in 7 bits still does: in attachments and beside them Exchange Online garbles the rest.
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

    // These two differ from run to run.
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

    // MimeKit writes a word behind the number of X-Priority.
    static string Value(Header header) =>
        header.Id == HeaderId.XPriority ? header.Value[..1] : Addresses(header.Value) ?? header.Value;

    static string? Addresses(string text) =>
        text.Contains('@') && InternetAddressList.TryParse(text, out var list) ? list.ToString() : null;

    static (string Type, string? Name, string? Id, string Content) Value(MimeEntity part) =>
        part is TextPart text
            ? (part.ContentType.MimeType, text.FileName, null, text.Text.TrimEnd().ReplaceLineEndings("\n"))
        // A picture in the HTML is known by its id; MimeKit gives it a name as well.
        : part.IsAttachment ? (part.ContentType.MimeType, ((MimePart)part).FileName, part.ContentId, Part(part).Content)
        : (part.ContentType.MimeType, null, part.ContentId, Part(part).Content);
}
