using System.Text;
using System.Text.Json;

namespace M365Smtp.Simulator.Graph;

/// <summary>Converts a message in Graph's JSON format to MIME.</summary>
internal static class JsonMessage
{
    /// <exception cref="JsonException">The JSON is not a message.</exception>
    public static byte[] ToMime(JsonElement message, Mailbox mailbox)
    {
        var from = message.TryGetProperty("from", out var sender) ? Address(sender) : mailbox.Upn;
        var headers = new StringBuilder($"From: {from}\r\n");
        foreach (
            var (json, header) in new[]
            {
                ("toRecipients", "To"),
                ("ccRecipients", "Cc"),
                ("bccRecipients", "Bcc"),
                ("replyTo", "Reply-To"),
            }
        )
            if (Recipients(message, json) is { Length: > 0 } addresses)
                headers.Append($"{header}: {addresses}\r\n");
        headers.Append($"Subject: {Encoded(Text(message, "subject"))}\r\n");
        foreach (var field in Array(message, "internetMessageHeaders"))
            headers.Append($"{Text(field, "name")}: {Encoded(Text(field, "value"))}\r\n");
        headers.Append("MIME-Version: 1.0\r\n");
        var mime = Encoding.ASCII.GetBytes(headers + Body(message));
        var draft = new GraphDraft("", mailbox, mime);
        foreach (var attachment in Array(message, "attachments"))
            draft.Attach(Attachment(attachment));
        return draft.ToMime();
    }

    /// <exception cref="JsonException">The JSON is not a file attachment.</exception>
    public static GraphAttachment Attachment(JsonElement json)
    {
        try
        {
            var content = json.GetProperty("contentBytes").GetBytesFromBase64();
            return new(Text(json, "name"), Type(json), ContentId(json), content);
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new JsonException("The attachment has no contentBytes.", e);
        }
    }

    public static string Type(JsonElement json) =>
        Text(json, "contentType") is { Length: > 0 } type ? type : "application/octet-stream";

    public static string? ContentId(JsonElement json) => Text(json, "contentId") is { Length: > 0 } id ? id : null;

    public static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() ?? ""
            : "";

    static string Body(JsonElement message)
    {
        var body = message.TryGetProperty("body", out var value) ? value : default;
        var isObject = body.ValueKind == JsonValueKind.Object;
        var subtype =
            isObject && Text(body, "contentType").Equals("html", StringComparison.OrdinalIgnoreCase) ? "html" : "plain";
        var content = Encoding.UTF8.GetBytes(isObject ? Text(body, "content") : "");
        return $"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)
            + "\r\n";
    }

    static string Recipients(JsonElement message, string name) =>
        string.Join(", ", Array(message, name).Select(Address));

    static string Address(JsonElement recipient) =>
        recipient.ValueKind == JsonValueKind.Object && recipient.TryGetProperty("emailAddress", out var address)
            ? Text(address, "address")
            : "";

    static IEnumerable<JsonElement> Array(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    static string Encoded(string text) =>
        text.All(letter => letter is >= ' ' and < (char)127)
            ? text
            : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
