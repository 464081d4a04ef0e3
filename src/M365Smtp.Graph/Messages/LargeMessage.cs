using M365Smtp.Graph.Requests;
using M365Smtp.Knowledge;
using MimeKit;
using MimeKit.Cryptography;

namespace M365Smtp.Graph.Messages;

/// <summary>
/// Sends a message too large for one request: as a draft without its largest attachments, which are added one by one.
/// </summary>
internal sealed class LargeMessage(MailboxRequests requests, MemoryStream mime)
{
    /// <exception cref="GraphException">The message is still too large, or Microsoft Graph refuses it.</exception>
    public async Task<string> SendAsync(bool isAsync, CancellationToken cancel)
    {
        // Parts of the copy read from the stream, so nothing is in memory twice; the caller's message stays unchanged.
        var copy = MimeMessage.Load(mime, persistent: true, cancel);
        var attachments = Detach(copy);
        var draft = await CreateDraftAsync(Written(copy), isAsync, cancel).ConfigureAwait(false);
        try
        {
            foreach (var attachment in attachments)
                await requests.AttachAsync(draft, attachment, isAsync, cancel).ConfigureAwait(false);
            return await requests.SendDraftAsync(draft, isAsync, cancel).ConfigureAwait(false);
        }
        catch
        {
            await requests.TryDeleteAsync(draft, isAsync).ConfigureAwait(false);
            throw;
        }
    }

    async Task<string> CreateDraftAsync(MemoryStream rest, bool isAsync, CancellationToken cancel)
    {
        if (rest.Length > GraphLimits.MessageBytes)
            throw TooLarge(
                "it has no attachments that could go separately, or is signed or encrypted as a whole",
                null
            );
        try
        {
            return await requests.CreateDraftAsync(rest, isAsync, cancel).ConfigureAwait(false);
        }
        catch (GraphException refused) when (refused.Code == GraphErrors.AccessDenied)
        {
            throw TooLarge("sending it as a draft with an upload session needs the permission Mail.ReadWrite", refused);
        }
    }

    // Removes the largest first until the rest fits; returns them in message order.
    static List<Attachment> Detach(MimeMessage copy)
    {
        var candidates = copy.Body switch
        {
            MimePart { IsAttachment: true } only when IsPlain(only) => [only],
            Multipart { ContentType: var type } mixed when type.IsMimeType("multipart", "mixed") => mixed
                .OfType<MimePart>()
                .Where(part => part.IsAttachment && IsPlain(part))
                .ToList(),
            _ => new List<MimePart>(),
        };
        var detached = new HashSet<MimePart>();
        foreach (var part in candidates.OrderByDescending(part => part.Content?.Stream?.Length ?? 0))
        {
            if (Written(copy).Length <= GraphLimits.MessageBytes)
                break;
            detached.Add(part);
            if (copy.Body is Multipart mixed)
                mixed.Remove(part);
            else
                copy.Body = new TextPart("plain") { Text = "" };
        }
        return [.. candidates.Where(detached.Contains).Select(Attachment.Of)];
    }

    static bool IsPlain(MimePart part) => part is not (ApplicationPkcs7Mime or ApplicationPgpEncrypted);

    static MemoryStream Written(MimeMessage message)
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        var stream = new MemoryStream();
        message.WriteTo(options, stream);
        stream.Position = 0;
        return stream;
    }

    GraphException TooLarge(string why, GraphException? refused)
    {
        var size = Math.Round(mime.Length / 1024d / 1024d, 1);
        var text =
            $"The message has {size} MB, and one request to Microsoft Graph takes 4 MB (3 MB before base64): {why}.";
        return new(refused?.Status ?? 413, refused?.Code ?? GraphErrors.TooLarge, text, refused)
        {
            RequestId = refused?.RequestId,
        };
    }
}
