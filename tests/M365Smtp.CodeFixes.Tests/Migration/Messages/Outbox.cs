using System.Net.Mail;
using MimeKit;

namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>Replaces the client of a program under test: keeps each message as it would be sent.</summary>
public sealed class Outbox : IDisposable
{
    static readonly AsyncLocal<Outbox> Current = new();

    readonly string folder = Directory.CreateTempSubdirectory("outbox").FullName;

    readonly List<byte[]> sent = [];

    public Outbox() => Current.Value = this;

    internal IReadOnlyList<byte[]> Sent =>
        [
            .. (sent.Count > 0 ? sent : Directory.GetFiles(folder).Select(File.ReadAllBytes)).OrderBy(
                message => MimeMessage.Load(new MemoryStream(message)).Subject,
                StringComparer.Ordinal
            ),
        ];

    /// <summary>System.Net.Mail writes its messages to a folder, with the recipients in X-Receiver.</summary>
    public static SmtpClient Client() =>
        new()
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = Current.Value!.folder,
        };

    public static MimeClient Mime() => new(Current.Value!.sent);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Accepts MimeKit's messages like MailKit's client.</summary>
    public sealed class MimeClient(List<byte[]> sent) : IDisposable
    {
        public void Send(MimeMessage message)
        {
            ArgumentNullException.ThrowIfNull(message);
            using var bytes = new MemoryStream();
            foreach (var recipient in message.GetRecipients(onlyUnique: true))
                bytes.Write(System.Text.Encoding.UTF8.GetBytes($"X-Receiver: {recipient.Address}\r\n"));
            var wire = FormatOptions.Default.Clone();
            wire.NewLineFormat = NewLineFormat.Dos;
            // Like MailKit with a server that announces 8BITMIME.
            message.Prepare(EncodingConstraint.EightBit, 998);
            message.WriteTo(wire, bytes);
            sent.Add(bytes.ToArray());
        }

        public Task SendMailAsync(MimeMessage message)
        {
            Send(message);
            return Task.CompletedTask;
        }

        public void Dispose() { }
    }
}
