using System.Globalization;

namespace M365Smtp.Simulator;

/// <summary>MAIL, RCPT, DATA and BDAT: one message at a time, refused only once it has arrived completely.</summary>
internal sealed class Submission(
    Wire wire,
    SubmissionService service,
    ReplyTexts texts,
    SignIn signIn,
    SmtpSession transcript
)
{
    const int Limit = Knowledge.Limits.MessageBytes;

    readonly List<string> recipients = [];
    string? sender;
    bool isUtf8;
    bool isBinary;
    MemoryStream? chunks;

    public void Reset()
    {
        sender = null;
        isUtf8 = isBinary = false;
        recipients.Clear();
        chunks = null;
    }

    public Task MailAsync(Command command) => wire.SayAsync(SmtpStage.MailFrom, Mail(command));

    public Task RecipientAsync(Command command) => wire.SayAsync(SmtpStage.RcptTo, Recipient(command));

    public async Task DataAsync()
    {
        // RFC 3030: DATA is not allowed after BDAT or for a binary message.
        var refusal =
            Missing()
            ?? (chunks is null && !isBinary ? service.Scripted(SmtpStage.Data, texts) : ReplyTexts.BadSequence);
        if (refusal is not null)
        {
            await wire.SayAsync(SmtpStage.Data, refusal).ConfigureAwait(false);
            return;
        }
        await wire.SayAsync(SmtpStage.Data, ReplyTexts.StartInput).ConfigureAwait(false);
        var message = await wire.ReadMessageAsync(Limit).ConfigureAwait(false);
        await EndAsync(message).ConfigureAwait(false);
    }

    public async Task ChunkAsync(Command command)
    {
        var words = command.Argument.Split(' ');
        var isLast = words.Length == 2 && words[1].Equals("LAST", StringComparison.OrdinalIgnoreCase);
        if (
            !long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || (words.Length > 1 && !isLast)
        )
        {
            await wire.SayAsync(SmtpStage.Message, ReplyTexts.InvalidArguments).ConfigureAwait(false);
            return;
        }
        // The client sends the bytes whatever the reply is; without an envelope they belong to no message.
        var refusal = Missing();
        var fits = (chunks?.Length ?? 0) + size <= Limit;
        if (refusal is null)
            chunks ??= new();
        await wire.ReadChunkAsync(size, fits && refusal is null ? chunks! : Stream.Null).ConfigureAwait(false);
        if (refusal is not null)
            await wire.SayAsync(SmtpStage.Message, refusal).ConfigureAwait(false);
        else if (!fits)
            await EndAsync(null).ConfigureAwait(false);
        else if (isLast)
            await EndAsync(chunks!.ToArray()).ConfigureAwait(false);
        else
            await wire.SayAsync(SmtpStage.Message, ReplyTexts.ChunkOk).ConfigureAwait(false);
    }

    string Mail(Command command)
    {
        if (signIn.Upn is null)
            return texts.NotAuthenticated(signIn.Refusal);
        if (service.Scripted(SmtpStage.MailFrom, texts, signIn.Upn) is { } scripted)
            return scripted;
        if (sender is not null)
            return ReplyTexts.SenderGiven;
        if (command.Path("FROM:") is not { } path)
            return ReplyTexts.InvalidArguments;
        if (path.Length > 0 && !Addresses.IsMailbox(path))
            return ReplyTexts.InvalidSender;
        var parameters = EnvelopeParameters.ForMail(command.Parameters);
        if (parameters.Refusal is { } wrong)
            return wrong;
        if (!Addresses.IsAscii(path) && !parameters.Has("SMTPUTF8"))
            return ReplyTexts.NotAsciiAddress;
        if (parameters["SIZE"] is { } size && !IsWithin(size))
            return ReplyTexts.TooLarge;
        isUtf8 = parameters.Has("SMTPUTF8");
        isBinary = string.Equals(parameters["BODY"], "BINARYMIME", StringComparison.OrdinalIgnoreCase);
        sender = path;
        return ReplyTexts.SenderOk;
    }

    string Recipient(Command command)
    {
        if (sender is null)
            return ReplyTexts.MailFirst;
        if (service.Scripted(SmtpStage.RcptTo, texts, signIn.Upn, sender) is { } scripted)
            return scripted;
        if (command.Path("TO:") is not { Length: > 0 } path)
            return ReplyTexts.InvalidArguments;
        if (!Addresses.IsMailbox(path))
            return ReplyTexts.InvalidRecipient;
        if (EnvelopeParameters.ForRecipient(command.Parameters).Refusal is { } wrong)
            return wrong;
        if (!Addresses.IsAscii(path) && !isUtf8)
            return ReplyTexts.NotAsciiAddress;
        if (service.Tenant.UnknownRecipients.Contains(path, StringComparer.OrdinalIgnoreCase))
            return texts.Refusal(ReplyCause.RecipientUnknown);
        if (recipients.Count >= service.Tenant.Find(signIn.Upn!)?.MessageRecipients)
            return ReplyTexts.TooManyRecipients;
        recipients.Add(path);
        return ReplyTexts.RecipientOk;
    }

    static bool IsWithin(string size) =>
        long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes <= Limit;

    string? Missing() =>
        sender is null ? ReplyTexts.MailFirst
        : recipients.Count == 0 ? ReplyTexts.RecipientFirst
        : null;

    Task EndAsync(byte[]? message)
    {
        var reply = message is null ? ReplyTexts.TooLarge : Accept(message);
        Reset();
        return wire.SayAsync(SmtpStage.Message, reply);
    }

    string Accept(byte[] raw)
    {
        var now = service.Time.GetUtcNow();
        if (service.Tenant.Find(signIn.Upn!) is not { } mailbox)
            return texts.Refusal(ReplyCause.NoMailbox);
        var activity = service.Activity(mailbox.Upn);
        var message = new DeliveredMessage(mailbox.Upn, sender!, [.. recipients], raw, now);
        if (service.Scripted(SmtpStage.Message, texts, mailbox.Upn, sender) is { } scripted)
            return scripted;
        if (!activity.TryConnect(transcript, mailbox.Connections))
            return Refuse(ReplyCause.Concurrency);
        var from = SenderFields.Of(message.Headers);
        if (ForeignSender(mailbox, message, from) is { } foreign)
            return Refuse(ReplyCause.SendAs, mailbox.Upn, foreign);
        if (from.AreUnreadable)
            return ReplyTexts.FromUnreadable;
        if (from.AreMany)
            return ReplyTexts.ManyFrom;
        if (!activity.TrySend(now, recipients.Count, mailbox.DailyRecipients))
            return Refuse(ReplyCause.DailyQuota);
        message.DeliveredAt = activity.NextDelivery(now, mailbox.MessagesPerMinute);
        service.Accept(message);
        transcript.Note($"accepted from {message.From} for {string.Join(", ", message.Recipients)}");
        return texts.Accepted(Guid.NewGuid().ToString("N").ToUpperInvariant());
    }

    // Facts 3c: both the envelope From and the header From are checked.
    static string? ForeignSender(Mailbox mailbox, DeliveredMessage message, SenderFields from) =>
        from
            .Addresses.Concat(message.From.Length > 0 ? [message.From] : [])
            .FirstOrDefault(address => !mailbox.MaySendAs(address));

    string Refuse(ReplyCause cause, string? login = null, string? from = null)
    {
        transcript.Note($"{signIn.Upn}: {cause}");
        return texts.Refusal(cause, login, from);
    }
}
