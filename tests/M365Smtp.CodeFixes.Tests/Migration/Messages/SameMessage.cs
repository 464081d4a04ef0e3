using M365Smtp.CodeFixes.Tests.RoundTrips;
using MimeKit;

namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>Compares two sent messages part by part.</summary>
static class SameMessage
{
    // These differ between runs, are compared by meaning, or belong to the parts.
    static readonly HeaderId[] Compared =
    [
        HeaderId.Date,
        HeaderId.MimeVersion,
        HeaderId.ContentType,
        HeaderId.ContentTransferEncoding,
        HeaderId.From,
        HeaderId.Sender,
        HeaderId.ReplyTo,
        HeaderId.To,
        HeaderId.Cc,
        HeaderId.Bcc,
        HeaderId.Subject,
        HeaderId.XPriority,
    ];

    public static void Verify(byte[] before, byte[] after)
    {
        var (one, other) = (Load(before), Load(after));
        Assert.Equal(Addresses(one), Addresses(other));
        Assert.Equal(Recipients(one), Recipients(other));
        Assert.Equal(one.Subject ?? "", other.Subject ?? "");
        Assert.Equal(one.XPriority, other.XPriority);
        Assert.Equal(Headers(one), Headers(other));
        Assert.Equal(Parts(one.Body), Parts(other.Body));
        Delivery.SameEncoding(before, after);
    }

    static MimeMessage Load(byte[] message) => MimeMessage.Load(new MemoryStream(message));

    static string Addresses(MimeMessage message) =>
        string.Join(
            "\n",
            new (string, IEnumerable<MailboxAddress>)[]
            {
                ("From", message.From.Mailboxes),
                ("Sender", message.Sender is { } sender ? [sender] : []),
                ("Reply-To", message.ReplyTo.Mailboxes),
                ("To", message.To.Mailboxes),
                ("Cc", message.Cc.Mailboxes),
            }.Select(field =>
                $"{field.Item1}: {string.Join(", ", field.Item2.Select(address => $"{address.Name} <{address.Address}>"))}"
            )
        );

    // X-Receiver lists the recipients given to the server, and so those in Bcc.
    static IEnumerable<string> Recipients(MimeMessage message) =>
        message
            .Headers.Where(header => header.Field == "X-Receiver")
            .Select(header => MailboxAddress.Parse(header.Value).Address)
            .Distinct();

    static IEnumerable<string> Headers(MimeMessage message) =>
        message
            .Headers.Where(header => !Compared.Contains(header.Id) && header.Field is not ("X-Sender" or "X-Receiver"))
            .Select(header => $"{header.Field.ToUpperInvariant()}: {header.Value}")
            .Order(StringComparer.Ordinal);

    static IEnumerable<string> Parts(MimeEntity? entity)
    {
        // A multipart/alternative with one part is no choice.
        if (entity is MultipartAlternative { Count: 1 } alternative)
            return Parts(alternative[0]);
        if (entity is Multipart multipart)
            return multipart.SelectMany(Parts).Select(part => $"{multipart.ContentType.MimeType}/{part}");
        var part = (MimePart)entity!;
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        var isText = part is TextPart && !part.IsAttachment;
        // System.Net.Mail writes no content type for an empty part.
        if (isText && Text((TextPart)part).Length == 0)
            return ["nothing"];
        return
        [
            $"{part.ContentType.MimeType} {(IsLinked(part) ? part.ContentId : part.FileName)} {(part.IsAttachment ? "attached" : "")} {(isText ? Text((TextPart)part) : Convert.ToBase64String(content.ToArray()))}",
        ];
    }

    // MimeKit names them too; the HTML refers to the id.
    static bool IsLinked(MimePart part) => part is not TextPart && !part.IsAttachment && part.ContentId is not null;

    // SMTP has only one line break.
    static string Text(TextPart part) => (part.Content is null ? "" : part.Text).ReplaceLineEndings("\n").TrimEnd('\n');
}
