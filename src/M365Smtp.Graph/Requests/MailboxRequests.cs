using System.Text;
using System.Text.Json;
using Azure.Core;
using M365Smtp.Graph.Messages;
using M365Smtp.Knowledge;

namespace M365Smtp.Graph.Requests;

/// <summary>The Microsoft Graph requests for sending from one mailbox.</summary>
internal sealed class MailboxRequests(GraphPipeline pipeline, Uri endpoint, string mailbox)
{
    const string Json = "application/json";
    const string Mime = "text/plain";

    readonly string user = $"{endpoint.GetLeftPart(UriPartial.Authority)}/v1.0/users/{Uri.EscapeDataString(mailbox)}";

    public TimeSpan Timeout
    {
        get => pipeline.Timeout;
        set => pipeline.Timeout = value;
    }

    public async Task<string> SendMailAsync(MemoryStream mime, bool isAsync, CancellationToken cancel) =>
        Answer.Line(await PostAsync("/sendMail", Base64(mime), Mime, isAsync, cancel).ConfigureAwait(false));

    /// <returns>The id of the draft.</returns>
    public async Task<string> CreateDraftAsync(MemoryStream mime, bool isAsync, CancellationToken cancel) =>
        Answer.Text(await PostAsync("/messages", Base64(mime), Mime, isAsync, cancel).ConfigureAwait(false), "id");

    public async Task<string> SendDraftAsync(string draft, bool isAsync, CancellationToken cancel) =>
        Answer.Line(await PostAsync(Draft(draft) + "/send", null, Json, isAsync, cancel).ConfigureAwait(false));

    public Task AttachAsync(string draft, Attachment attachment, bool isAsync, CancellationToken cancel) =>
        attachment.Content.Length < GraphLimits.UploadFrom
            ? PostAsync(Draft(draft) + "/attachments", Small(attachment), Json, isAsync, cancel)
            : UploadAsync(draft, attachment, isAsync, cancel);

    /// <summary>Deletes a draft that will not be sent. If that fails, it stays in Drafts.</summary>
    public async Task TryDeleteAsync(string draft, bool isAsync)
    {
        try
        {
            await pipeline
                .SendAsync(RequestMethod.Delete, new(user + Draft(draft)), null, Json, isAsync, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is GraphException or IOException or TimeoutException or MailKit.Security.AuthenticationException)
        {
            // Report the original failure instead.
        }
    }

    async Task UploadAsync(string draft, Attachment attachment, bool isAsync, CancellationToken cancel)
    {
        var opened = await PostAsync(
                Draft(draft) + "/attachments/createUploadSession",
                Session(attachment),
                Json,
                isAsync,
                cancel
            )
            .ConfigureAwait(false);
        if (
            !Uri.TryCreate(Answer.Text(opened, "uploadUrl"), UriKind.Absolute, out var address)
            || address.Scheme != "https"
        )
            throw new GraphException(opened.Status, null, "The address of the upload session is not an https address.");
        var (content, size) = (attachment.Content.GetBuffer(), (int)attachment.Content.Length);
        for (var start = 0; start < size; start += GraphLimits.UploadRange)
        {
            var length = Math.Min(GraphLimits.UploadRange, size - start);
            var range = $"bytes {start}-{start + length - 1}/{size}";
            await pipeline
                .UploadAsync(address, new(content, start, length), range, isAsync, cancel)
                .ConfigureAwait(false);
        }
    }

    Task<Azure.Response> PostAsync(
        string path,
        RequestContent? content,
        string contentType,
        bool isAsync,
        CancellationToken cancel
    ) => pipeline.SendAsync(RequestMethod.Post, new(user + path), content, contentType, isAsync, cancel);

    static string Draft(string id) => "/messages/" + Uri.EscapeDataString(id);

    static RequestContent Base64(MemoryStream mime) =>
        RequestContent.Create(Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.GetBuffer(), 0, (int)mime.Length)));

    static RequestContent Small(Attachment attachment) =>
        Body(json =>
        {
            json.WriteString("@odata.type", "#microsoft.graph.fileAttachment");
            Describe(json, attachment);
            json.WriteBase64String(
                "contentBytes",
                new ReadOnlySpan<byte>(attachment.Content.GetBuffer(), 0, (int)attachment.Content.Length)
            );
        });

    static RequestContent Session(Attachment attachment) =>
        Body(json =>
        {
            json.WriteStartObject("AttachmentItem");
            json.WriteString("attachmentType", "file");
            json.WriteNumber("size", attachment.Content.Length);
            Describe(json, attachment);
            json.WriteEndObject();
        });

    static void Describe(Utf8JsonWriter json, Attachment attachment)
    {
        json.WriteString("name", attachment.Name);
        json.WriteString("contentType", attachment.ContentType);
        if (attachment.ContentId is { } id)
            json.WriteString("contentId", id);
    }

    static RequestContent Body(Action<Utf8JsonWriter> write)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return RequestContent.Create(stream.ToArray());
    }
}
