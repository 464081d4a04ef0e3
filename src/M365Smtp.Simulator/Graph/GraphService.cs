using System.Globalization;
using System.Text;
using System.Text.Json;
using M365Smtp.Knowledge;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator.Graph;

/// <summary>The part of Microsoft Graph that sends mail: sendMail, drafts, attachments and upload sessions.</summary>
internal sealed class GraphService(SubmissionService service, Func<Uri> address)
{
    const string Send = "Mail.Send";
    const string Write = "Mail.ReadWrite";

    readonly object changing = new();
    readonly Dictionary<string, GraphDraft> drafts = [];
    readonly Dictionary<string, GraphUpload> uploads = [];
    int throttled;
    int lost;
    TimeSpan retryAfter;
    int lastId;

    public IReadOnlyCollection<string> Drafts
    {
        get
        {
            lock (changing)
                return [.. drafts.Keys];
        }
    }

    public void Throttle(int requests, TimeSpan wait)
    {
        lock (changing)
            (throttled, retryAfter) = (requests, wait);
    }

    public void Lose(int answers)
    {
        lock (changing)
            lost = answers;
    }

    public HttpResponse Answer(HttpRequest request)
    {
        lock (changing)
        {
            if (throttled > 0 && throttled-- > 0)
                return Refused(GraphReplies.Throttled)
                    .With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));
            var answer = Route(request);
            return answer.Status < 300 && lost > 0 && lost-- > 0 ? answer with { IsLost = true } : answer;
        }
    }

    HttpResponse Route(HttpRequest request)
    {
        if (request.Body.Length > GraphLimits.RequestBytes)
            return Refused(GraphReplies.TooLarge);
        var steps = request.Path.Trim('/').Split('/');
        if (steps is ["upload", var secret])
            return Upload(request, secret);
        var tenant = service.Tenant;
        var refusal = GraphCaller.Refusal(
            request.BearerToken,
            tenant,
            service.Tokens,
            service.Time.GetUtcNow(),
            out var caller
        );
        if (refusal is not null)
            return Refused(refusal);
        if (steps is not (["v1.0" or "beta", ..]))
            return Refused(GraphReplies.UnknownPath, steps[0]);
        var rest = steps.Skip(1).ToArray();
        if (rest is ["me", ..])
            rest = ["users", caller!.User ?? "", .. rest.Skip(1)];
        if (rest is not ["users", var user, _, ..])
            return Refused(GraphReplies.UnknownPath, steps[steps.Length - 1]);
        if (tenant.Find(user) is not { } mailbox)
            return Refused(GraphReplies.InvalidUser, user);
        if (mailbox.IsOnPremises)
            return Refused(GraphReplies.NoRestMailbox);
        HttpResponse Allowed(string permission, Func<HttpResponse> act) =>
            caller!.Refusal(permission, mailbox) is { } denied ? Refused(denied) : act();
        return (request.Method, rest.Skip(2).ToArray()) switch
        {
            ("POST", ["sendMail"]) => Allowed(Send, () => SendMail(request, mailbox)),
            ("POST", ["messages"]) => Allowed(Write, () => CreateDraft(request, mailbox)),
            ("POST", ["messages", var id, "send"]) => Allowed(Send, () => WithDraft(id, mailbox, SendDraft)),
            ("POST", ["messages", var id, "attachments"]) => Allowed(
                Write,
                () => WithDraft(id, mailbox, draft => Attach(request, draft))
            ),
            ("POST", ["messages", var id, "attachments", "createUploadSession"]) => Allowed(
                Write,
                () => WithDraft(id, mailbox, draft => OpenUpload(request, draft))
            ),
            ("DELETE", ["messages", var id]) => Allowed(Write, () => WithDraft(id, mailbox, Delete)),
            (_, var path) => Refused(GraphReplies.UnknownPath, path[path.Length - 1]),
        };
    }

    HttpResponse SendMail(HttpRequest request, Mailbox mailbox) =>
        WithMime(request, mailbox, "message", mime => Deliver(mime, mailbox));

    HttpResponse CreateDraft(HttpRequest request, Mailbox mailbox) =>
        WithMime(
            request,
            mailbox,
            null,
            mime =>
            {
                var draft = new GraphDraft(
                    "AAMk" + (++lastId).ToString(CultureInfo.InvariantCulture) + "==",
                    mailbox,
                    mime
                );
                drafts.Add(draft.Id, draft);
                return Json(201, json => json.WriteString("id", draft.Id));
            }
        );

    HttpResponse SendDraft(GraphDraft draft)
    {
        var answer = Deliver(draft.ToMime(), draft.Mailbox);
        if (answer.Status == 202)
            drafts.Remove(draft.Id);
        return answer;
    }

    HttpResponse Delete(GraphDraft draft)
    {
        drafts.Remove(draft.Id);
        return Empty(204);
    }

    static HttpResponse Attach(HttpRequest request, GraphDraft draft)
    {
        if (TryParse(request) is not { } json)
            return Refused(GraphReplies.MalformedBody);
        try
        {
            draft.Attach(JsonMessage.Attachment(json));
            return Json(201, _ => { });
        }
        catch (JsonException)
        {
            return Refused(GraphReplies.MalformedBody);
        }
    }

    HttpResponse OpenUpload(HttpRequest request, GraphDraft draft)
    {
        if (
            TryParse(request) is not { } json
            || !json.TryGetProperty("AttachmentItem", out var item)
            || !item.TryGetProperty("size", out var size)
        )
            return Refused(GraphReplies.MalformedBody);
        if (size.GetInt32() is var bytes && bytes < GraphLimits.UploadFrom)
            return Refused(GraphReplies.TooSmallForUpload);
        if (bytes > GraphLimits.UploadUpTo)
            return Refused(GraphReplies.TooLarge);
        var secret = Guid.NewGuid().ToString("N");
        uploads.Add(
            secret,
            new(draft, JsonMessage.Text(item, "name"), JsonMessage.Type(item), JsonMessage.ContentId(item), bytes)
        );
        return Json(
            201,
            text =>
            {
                text.WriteString("uploadUrl", new Uri(address(), "/upload/" + secret).AbsoluteUri);
                text.WriteString("expirationDateTime", service.Time.GetUtcNow().AddHours(1));
                WriteNext(text, 0);
            }
        );
    }

    // The URL is the secret: graph-docs outlook-large-attachments says to send no token with it.
    HttpResponse Upload(HttpRequest request, string secret)
    {
        if (request.Method != "PUT" || !uploads.TryGetValue(secret, out var upload))
            return Refused(GraphReplies.ItemNotFound);
        if (request.BearerToken is not null)
            return Refused(GraphReplies.WrongAudience);
        if (!upload.Take(Header(request, "Content-Range"), request.Body))
            return Empty(416);
        if (!upload.IsComplete)
            return Json(200, text => WriteNext(text, upload.Next));
        uploads.Remove(secret);
        return Empty(201);
    }

    HttpResponse Deliver(byte[] mime, Mailbox mailbox)
    {
        var mail = new GraphMail(mime);
        if (!mail.From.All(mailbox.MaySendAs))
            return Refused(GraphReplies.SendAsDenied);
        if (mail.Recipients.Length == 0)
            return Refused(GraphReplies.NoRecipients);
        service.Accept(
            new(
                mailbox.Upn,
                mail.From.Count > 0 ? mail.From[0] : mailbox.Upn,
                mail.Recipients,
                mail.WithoutBcc(),
                service.Time.GetUtcNow()
            )
        );
        return Empty(202);
    }

    // JSON, or base64 of MIME as text/plain.
    static HttpResponse WithMime(HttpRequest request, Mailbox mailbox, string? member, Func<byte[], HttpResponse> act)
    {
        if (Header(request, "Content-Type")?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
            return FromBase64(Encoding.UTF8.GetString(request.Body)) is { } raw
                ? act(raw)
                : Refused(GraphReplies.InvalidBase64);
        if (TryParse(request) is not { } json)
            return Refused(GraphReplies.MalformedBody);
        if (member is not null && !json.TryGetProperty(member, out json))
            return Refused(GraphReplies.MalformedBody);
        try
        {
            return act(JsonMessage.ToMime(json, mailbox));
        }
        catch (JsonException)
        {
            return Refused(GraphReplies.MalformedBody);
        }
    }

    HttpResponse WithDraft(string id, Mailbox mailbox, Func<GraphDraft, HttpResponse> act) =>
        drafts.TryGetValue(id, out var draft) && draft.Mailbox.Upn == mailbox.Upn
            ? act(draft)
            : Refused(GraphReplies.ItemNotFound);

    static HttpResponse Refused(GraphReplies reply, string what = "") =>
        Json(
            reply.Status,
            json =>
            {
                json.WriteStartObject("error");
                json.WriteString("code", reply.Code);
                json.WriteString("message", reply.Message.Replace("{0}", what));
                json.WriteEndObject();
            }
        ) with
        {
            Error = reply.Code,
        };

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

    static HttpResponse Empty(int status) => new(status, "application/json", []);

    static HttpResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return new(status, "application/json", stream.ToArray());
    }

    static string? Header(HttpRequest request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value : null;
}
