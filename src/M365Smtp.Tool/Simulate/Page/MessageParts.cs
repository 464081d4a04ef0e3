using M365Smtp.Simulator;
using MimeKit;

namespace M365Smtp.Tool.Simulate.Page;

/// <summary>A delivered message for display: its header fields and its parts. HTML is shown as text and never
/// runs.</summary>
internal sealed record MessageParts(
    string From,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<string> Headers,
    IReadOnlyList<MessageParts.Part> Parts
)
{
    const int LongestText = 20_000;

    public sealed record Part(string Type, string? FileName, string Encoding, long Size, string? Text);

    public static MessageParts Of(DeliveredMessage message) =>
        new(
            message.From,
            message.Recipients,
            [.. message.Headers.Select(field => $"{field.Key}: {field.Value}")],
            PartsOf(message.ToArray())
        );

    static IReadOnlyList<Part> PartsOf(byte[] raw)
    {
        try
        {
            using var stream = new MemoryStream(raw);
            return [.. MimeMessage.Load(stream).BodyParts.Select(View)];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    static Part View(MimeEntity entity)
    {
        var type = entity.ContentType.MimeType;
        if (entity is not MimePart part)
            return new(type, entity.ContentDisposition?.FileName, "", 0, null);
        var text = entity is TextPart readable ? Shortened(readable.Text) : null;
        var size = part.Content?.Stream is { CanSeek: true } content ? content.Length : 0;
        return new(type, part.FileName, part.ContentTransferEncoding.ToString(), size, text);
    }

    static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "\n…";
}
