using MimeKit;

namespace M365Smtp.Graph.Messages;

/// <summary>A part that is added to the draft separately.</summary>
internal sealed class Attachment(MimePart part, MemoryStream content)
{
    public string Name { get; } = part.FileName is { Length: > 0 } name ? name : "attachment";

    public string ContentType { get; } = part.ContentType.MimeType;

    public string? ContentId { get; } = part.ContentId;

    public MemoryStream Content { get; } = content;

    public static Attachment Of(MimePart part)
    {
        var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        content.Position = 0;
        return new(part, content);
    }
}
