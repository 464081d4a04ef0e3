using MailKit;
using MimeKit;

namespace M365Smtp.Graph.Messages;

/// <summary>
/// A message whose headers alone determine sender and recipients, because Microsoft Graph has no envelope.
/// </summary>
internal sealed class OutgoingMessage
{
    static readonly HeaderId[] Signatures = [HeaderId.DkimSignature, HeaderId.DomainKeySignature, HeaderId.ArcSeal];

    readonly FormatOptions options;

    /// <exception cref="InvalidOperationException">The message has no sender or no recipients.</exception>
    /// <exception cref="NotSupportedException">The message has Resent headers.</exception>
    public OutgoingMessage(FormatOptions options, MimeMessage message)
    {
        (this.options, Message) = (Complete(options), message);
        // SMTP takes the envelope from the Resent headers; Graph would send to the original recipients again.
        if (message.ResentFrom.Count > 0 || message.ResentSender is not null)
            throw new NotSupportedException(
                "Microsoft Graph cannot resend a message to its Resent recipients: send it as an attachment or by SMTP."
            );
        if (Sender is null)
            throw new InvalidOperationException("A sender has not been specified.");
        if (!Recipients.Any())
            throw new InvalidOperationException("No recipients have been specified.");
    }

    public MimeMessage Message { get; }

    MailboxAddress? Sender => Message.Sender ?? Message.From.Mailboxes.FirstOrDefault();

    IEnumerable<MailboxAddress> Recipients =>
        Message.To.Mailboxes.Concat(Message.Cc.Mailboxes).Concat(Message.Bcc.Mailboxes);

    /// <exception cref="NotSupportedException">The headers name other addresses, so the mail would go to the wrong
    /// people.</exception>
    public void RequireEnvelope(MailboxAddress sender, IEnumerable<MailboxAddress> recipients)
    {
        if (sender is null)
            throw new ArgumentNullException(nameof(sender));
        if (recipients is null)
            throw new ArgumentNullException(nameof(recipients));
        if (!IsSame(sender.Address, Sender!.Address))
            throw new NotSupportedException(
                $"Microsoft Graph sends from the From of the message ('{Sender.Address}'), not from '{sender.Address}'."
            );
        var named = new HashSet<string>(Recipients.Select(one => one.Address), StringComparer.OrdinalIgnoreCase);
        var wanted = new HashSet<string>(recipients.Select(one => one.Address), StringComparer.OrdinalIgnoreCase);
        if (named.SetEquals(wanted))
            return;
        var odd = wanted.Except(named, named.Comparer).FirstOrDefault() ?? named.Except(wanted, named.Comparer).First();
        throw new NotSupportedException(
            "Microsoft Graph sends to the To, Cc and Bcc of the message, which differ from the recipients given: "
                + $"'{odd}'."
        );
    }

    /// <summary>The message as sent, with Bcc: the server delivers to it and removes it.</summary>
    public MemoryStream Write()
    {
        // Multiparts that arrive as 8bit lose characters in Exchange (facts 1d); re-encoding would break a signature.
        if (!Signatures.Any(Message.Headers.Contains))
            Message.Prepare(EncodingConstraint.SevenBit);
        var mime = new MemoryStream();
        Message.WriteTo(options, mime);
        mime.Position = 0;
        return mime;
    }

    static FormatOptions Complete(FormatOptions options)
    {
        var complete = options.Clone();
        complete.NewLineFormat = NewLineFormat.Dos;
        complete.International = false;
        complete.HiddenHeaders.Remove(HeaderId.To);
        complete.HiddenHeaders.Remove(HeaderId.Cc);
        complete.HiddenHeaders.Remove(HeaderId.Bcc);
        complete.HiddenHeaders.Add(HeaderId.ContentLength);
        return complete;
    }

    static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
