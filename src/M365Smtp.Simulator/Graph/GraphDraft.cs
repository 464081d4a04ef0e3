using System.Text;

namespace M365Smtp.Simulator.Graph;

/// <summary>A draft in a mailbox, with the attachments added later.</summary>
internal sealed class GraphDraft(string id, Mailbox mailbox, byte[] mime)
{
    readonly List<GraphAttachment> attachments = [];

    public string Id { get; } = id;

    public Mailbox Mailbox { get; } = mailbox;

    public void Attach(GraphAttachment attachment) => attachments.Add(attachment);

    /// <summary>The whole message.</summary>
    public byte[] ToMime()
    {
        if (attachments.Count == 0)
            return mime;
        var text = Encoding.GetEncoding(28591).GetString(mime);
        var headers = MessageHeaders.Read(mime);
        var boundary = MultipartBoundary(headers);
        var parts = string.Concat(attachments.Select(one => "\r\n--" + (boundary ?? "added") + "\r\n" + one.ToPart()));
        if (
            boundary is not null
            && text.LastIndexOf("\r\n--" + boundary + "--", StringComparison.Ordinal) is var end and >= 0
        )
            return Bytes(text.Substring(0, end) + parts + text.Substring(end));
        return Bytes(Wrapped(text, parts));
    }

    static string? MultipartBoundary(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var type =
            headers.FirstOrDefault(field => field.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value
            ?? "";
        if (!type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
            return null;
        var at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : type.Substring(at + "boundary=".Length).Split(';')[0].Trim().Trim('"');
    }

    // The single part of the message becomes the first of several.
    static string Wrapped(string text, string parts)
    {
        var split = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = split < 0 ? (text, "") : (text.Substring(0, split), text.Substring(split + 4));
        var fields = head.Replace("\r\n ", "\u0001 ")
            .Replace("\r\n\t", "\u0001\t")
            .Split(["\r\n"], StringSplitOptions.None);
        static bool IsContent(string field) => field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);
        string Join(IEnumerable<string> some) =>
            string.Concat(some.Select(field => field.Replace("\u0001", "\r\n") + "\r\n"));
        return Join(fields.Where(field => !IsContent(field)))
            + "Content-Type: multipart/mixed; boundary=\"added\"\r\n\r\n--added\r\n"
            + Join(fields.Where(IsContent))
            + "\r\n"
            + body
            + parts
            + "\r\n--added--\r\n";
    }

    static byte[] Bytes(string text) => Encoding.GetEncoding(28591).GetBytes(text);
}
