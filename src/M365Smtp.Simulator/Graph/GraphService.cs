using System.Globalization;
using System.Text.Json;
using M365Smtp.Knowledge;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator.Graph;

/// <summary>What of Microsoft Graph sends mail: sendMail, drafts, attachments and upload sessions.</summary>
internal sealed class GraphService(Tenant tenant, TimeProvider time, Func<Uri> address)
{
    const string Send = "Mail.Send";
    const string Write = "Mail.ReadWrite";

    readonly object changing = new();
    readonly Dictionary<string, GraphDraft> drafts = [];
    readonly Dictionary<string, GraphUpload> uploads = [];
    Tenant tenant = tenant;
    int throttled;
    int lost;
    TimeSpan retryAfter;
    int lastId;

    public MessageStore Messages { get; } = new();

    public IReadOnlyCollection<string> Drafts
    {
        get { lock (changing) return [.. drafts.Keys]; }
    }

    public void Change(Func<Tenant, Tenant> change)
    {
        lock (changing) tenant = change(tenant);
    }

    public void Throttle(int requests, TimeSpan wait)
    {
        lock (changing) (throttled, retryAfter) = (requests, wait);
    }

    public void Lose(int answers)
    {
        lock (changing) lost = answers;
    }

    public HttpAnswer Answer(HttpRequest request)
    {
        lock (changing)
        {
            if (throttled > 0 && throttled-- > 0)
                return Refused(GraphReplies.Throttled).With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            var answer = Route(request);
            return answer.Status < 300 && lost > 0 && lost-- > 0 ? answer with { IsLost = true } : answer;
        }
    }

    HttpAnswer Route(HttpRequest request)
    {
        if (request.Body.Length > GraphLimits.RequestBytes) return Refused(GraphReplies.TooLarge);
        var steps = request.Path.Split('?')[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (steps is ["upload", var secret]) return Upload(request, secret);
        if (GraphAccess.Refusal(request.BearerToken, time.GetUtcNow(), out var caller) is { } refusal) return Refused(refusal);
        if (steps is not (["v1.0" or "beta", ..])) return Refused(GraphReplies.UnknownPath, steps[0]);
        var rest = steps.Skip(1).ToArray();
        if (rest is ["me", ..]) rest = ["users", caller!.User ?? "", .. rest.Skip(1)];
        if (rest is not ["users", var user, _, ..]) return Refused(GraphReplies.UnknownPath, steps[steps.Length - 1]);
        if (tenant.Find(user) is not { } mailbox) return Refused(GraphReplies.InvalidUser, user);
        if (mailbox.IsOnPremises) return Refused(GraphReplies.NoRestMailbox);
        HttpAnswer Allowed(string permission, Func<HttpAnswer> act) =>
            GraphAccess.Refusal(tenant, caller!, permission, mailbox) is { } denied ? Refused(denied) : act();
        return (request.Method, rest.Skip(2).ToArray()) switch
        {
            ("POST", ["sendMail"]) => Allowed(Send, () => SendMail(request, mailbox)),
            ("POST", ["messages"]) => Allowed(Write, () => CreateDraft(request, mailbox)),
            ("POST", ["messages", var id, "send"]) => Allowed(Send, () => WithDraft(id, mailbox, SendDraft)),
            ("POST", ["messages", var id, "attachments"]) => Allowed(Write, () => WithDraft(id, mailbox, draft => Attach(request, draft))),
            ("POST", ["messages", var id, "attachments", "createUploadSession"]) =>
                Allowed(Write, () => WithDraft(id, mailbox, draft => OpenUpload(request, draft))),
            ("DELETE", ["messages", var id]) => Allowed(Write, () => WithDraft(id, mailbox, Delete)),
            (_, var path) => Refused(GraphReplies.UnknownPath, path[path.Length - 1]),
        };
    }

    HttpAnswer SendMail(HttpRequest request, Mailbox mailbox) => WithMime(request, mailbox, "message", mime => Deliver(mime, mailbox));

    HttpAnswer CreateDraft(HttpRequest request, Mailbox mailbox) => WithMime(request, mailbox, null, mime =>
    {
        var draft = new GraphDraft("AAMk" + (++lastId).ToString(CultureInfo.InvariantCulture) + "==", mailbox, mime);
        drafts.Add(draft.Id, draft);
        return new(201, JsonText(json => json.WriteString("id", draft.Id)));
    });

    HttpAnswer SendDraft(GraphDraft draft)
    {
        var answer = Deliver(draft.ToMime(), draft.Mailbox);
        if (answer.Status == 202) drafts.Remove(draft.Id);
        return answer;
    }

    HttpAnswer Delete(GraphDraft draft)
    {
        drafts.Remove(draft.Id);
        return new(204);
    }

    static HttpAnswer Attach(HttpRequest request, GraphDraft draft)
    {
        if (TryParse(request) is not { } json) return Refused(GraphReplies.MalformedBody);
        try
        {
            draft.Attach(JsonMessage.Attachment(json));
            return new(201, "{}");
        }
        catch (JsonException)
        {
            return Refused(GraphReplies.MalformedBody);
        }
    }

    HttpAnswer OpenUpload(HttpRequest request, GraphDraft draft)
    {
        if (TryParse(request) is not { } json || !json.TryGetProperty("AttachmentItem", out var item) || !item.TryGetProperty("size", out var size))
            return Refused(GraphReplies.MalformedBody);
        if (size.GetInt32() is var bytes && bytes < GraphLimits.UploadFrom) return Refused(GraphReplies.TooSmallForUpload);
        if (bytes > GraphLimits.UploadUpTo) return Refused(GraphReplies.TooLarge);
        var secret = Guid.NewGuid().ToString("N");
        uploads.Add(secret, new(draft, JsonMessage.Text(item, "name"), JsonMessage.Type(item), JsonMessage.ContentId(item), bytes));
        return new(201, JsonText(text =>
        {
            text.WriteString("uploadUrl", new Uri(address(), "/upload/" + secret).AbsoluteUri);
            text.WriteString("expirationDateTime", time.GetUtcNow().AddHours(1));
            WriteNext(text, 0);
        }));
    }

    // The address is the secret: graph-docs outlook-large-attachments says to send no token along.
    HttpAnswer Upload(HttpRequest request, string secret)
    {
        if (request.Method != "PUT" || !uploads.TryGetValue(secret, out var upload)) return Refused(GraphReplies.ItemNotFound);
        if (request.BearerToken is not null) return Refused(GraphReplies.WrongAudience);
        if (!upload.Take(request.Header("Content-Range"), request.Body)) return new(416, "");
        if (!upload.IsComplete) return new(200, JsonText(text => WriteNext(text, upload.Next)));
        uploads.Remove(secret);
        return new(201);
    }

    HttpAnswer Deliver(byte[] mime, Mailbox mailbox)
    {
        var mail = new GraphMail(mime);
        if (mail.From is { } from && !mailbox.MaySendAs(from)) return Refused(GraphReplies.SendAsDenied);
        if (mail.Recipients.Length == 0) return Refused(GraphReplies.NoRecipients);
        Messages.Add(new(mailbox.Upn, mail.From ?? mailbox.Upn, mail.Recipients, mail.WithoutBcc(), time.GetUtcNow()));
        return new(202);
    }

    // JSON, or base64 of MIME as text/plain.
    static HttpAnswer WithMime(HttpRequest request, Mailbox mailbox, string? member, Func<byte[], HttpAnswer> act)
    {
        if (request.Header("Content-Type")?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
            return FromBase64(request.Text) is { } raw ? act(raw) : Refused(GraphReplies.InvalidBase64);
        if (TryParse(request) is not { } json) return Refused(GraphReplies.MalformedBody);
        if (member is not null && !json.TryGetProperty(member, out json)) return Refused(GraphReplies.MalformedBody);
        try
        {
            return act(JsonMessage.ToMime(json, mailbox));
        }
        catch (JsonException)
        {
            return Refused(GraphReplies.MalformedBody);
        }
    }

    HttpAnswer WithDraft(string id, Mailbox mailbox, Func<GraphDraft, HttpAnswer> act) =>
        drafts.TryGetValue(id, out var draft) && draft.Mailbox.Upn == mailbox.Upn ? act(draft) : Refused(GraphReplies.ItemNotFound);

    static HttpAnswer Refused(GraphReplies reply, string what = "") => new(reply.Status, JsonText(json =>
    {
        json.WriteStartObject("error");
        json.WriteString("code", reply.Code);
        json.WriteString("message", reply.Message.Replace("{0}", what));
        json.WriteEndObject();
    })) { Error = reply.Code };

    static void WriteNext(Utf8JsonWriter text, int next)
    {
        text.WriteStartArray("nextExpectedRanges");
        text.WriteStringValue(next.ToString(CultureInfo.InvariantCulture) + "-");
        text.WriteEndArray();
    }

    static byte[]? FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    static JsonElement? TryParse(HttpRequest request)
    {
        try
        {
            using var json = JsonDocument.Parse(request.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string JsonText(Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
