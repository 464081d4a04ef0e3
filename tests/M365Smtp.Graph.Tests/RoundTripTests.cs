using System.Security.Cryptography;
using System.Text;
using M365Smtp.Simulator;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace M365Smtp.Graph.Tests;

/// <summary>
/// Each message is sent twice, by SMTP and through Graph, with the same recipients, headers and parts.
/// </summary>
public class RoundTripTests
{
    const int MB = 1024 * 1024;

    static readonly MimeMessage Inner = Client.Message("inner");

    static readonly Dictionary<string, Action<MimeMessage>> Messages = new()
    {
        ["plain text"] = m => m.Body = Text("plain", "Hello\r\nWorld"),
        ["HTML"] = m => m.Body = Text("html", "<p>Hello</p>"),
        ["text and HTML"] = m =>
            m.Body = new BodyBuilder { TextBody = "Hello", HtmlBody = "<p>Hello</p>" }.ToMessageBody(),
        ["umlauts"] = m => m.Body = Text("plain", "Grüße aus Zürich"),
        ["Japanese"] = m => m.Body = Text("html", "<p>こんにちは</p>"),
        ["emoji in the subject"] = m => m.Subject = "Done 🎉 – überall",
        ["a long subject"] = m => m.Subject = string.Join(" ", Enumerable.Repeat("long", 60)),
        ["no subject"] = m => m.Headers.Remove(HeaderId.Subject),
        ["no body"] = m => m.Body = null!,
        ["an empty body"] = m => m.Body = Text("plain", ""),
        ["lines that begin with a dot"] = m => m.Body = Text("plain", ".\r\n..\r\n.x"),
        ["a line of 2,000 letters"] = m => m.Body = Text("plain", new string('x', 2000)),
        ["two To and two Cc"] = m =>
        {
            m.To.Add(At("b"));
            m.Cc.Add(At("c"));
            m.Cc.Add(At("d"));
        },
        ["Bcc"] = m => m.Bcc.Add(At("secret")),
        ["Bcc only"] = m =>
        {
            m.To.Clear();
            m.Bcc.Add(At("secret"));
        },
        ["a display name with umlauts"] = m => m.To.Add(new MailboxAddress("Jürgen Müller", "j@contoso.com")),
        ["a display name with a comma"] = m => m.To.Add(new MailboxAddress("Doe, Jane", "jane@contoso.com")),
        ["the same recipient twice"] = m => m.Cc.Add(At("ops")),
        ["Reply-To"] = m => m.ReplyTo.Add(At("desk")),
        ["an alias as From"] = m =>
        {
            m.From.Clear();
            m.From.Add(At("noreply"));
        },
        ["From and Sender"] = m => m.Sender = At("alerts"),
        ["priority"] = m =>
        {
            m.Priority = MessagePriority.Urgent;
            m.XPriority = XMessagePriority.Highest;
        },
        ["importance"] = m => m.Importance = MessageImportance.High,
        ["own headers"] = m => m.Headers.Add("X-Order", "4711"),
        ["List-Unsubscribe"] = m => m.Headers.Add("List-Unsubscribe", "<mailto:off@contoso.com>"),
        ["a reply"] = m =>
        {
            m.InReplyTo = "a@contoso.com";
            m.References.Add("a@contoso.com");
        },
        ["a text attachment"] = m => m.Body = Attached(b => b.Attachments.Add("note.txt", "Grüße"u8.ToArray())),
        ["a binary attachment"] = m => m.Body = Attached(b => b.Attachments.Add("data.bin", Client.Noise(50_000))),
        ["an attachment with umlauts in its name"] = m =>
            m.Body = Attached(b => b.Attachments.Add("Übersicht.pdf", Client.Noise(99))),
        ["an image in the text"] = m => m.Body = Attached(b => Linked(b)),
        ["a calendar entry"] = m => m.Body = new TextPart("calendar") { Text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
        ["a message in a message"] = m =>
            m.Body = Attached(b => b.Attachments.Add(new MessagePart { Message = Inner })),
        ["three large attachments"] = m =>
            m.Body = Attached(b =>
            {
                b.Attachments.Add("a.bin", Client.Noise(4 * MB));
                b.Attachments.Add("b.txt", "small"u8.ToArray());
                b.Attachments.Add("c.bin", Client.Noise(3 * MB + 1));
            }),
    };

    public static TheoryData<string> Names => [.. Messages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Graph_delivers_what_SMTP_delivers(string name)
    {
        await using var smtp = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(Client.Mailbox, "secret", m => m.Aliases("noreply@contoso.com"))
        );
        await using var graph = await Client.StartGraphAsync();
        var first = Client.Message();
        var second = Client.Message();
        second.MessageId = first.MessageId!;
        second.Date = first.Date;
        Messages[name](first);
        Messages[name](second);

        await BySmtpAsync(smtp, first);
        await Client.Of(graph, Client.MayWrite).SendAsync(second);

        var (expected, actual) = (Assert.Single(smtp.Messages), Assert.Single(graph.Messages));
        Assert.Equal(expected.Recipients.Order().Distinct(), actual.Recipients.Order());
        Assert.Equal(Seen(Client.Parsed(expected)), Seen(Client.Parsed(actual)));
    }

    [Fact]
    public void The_comparison_detects_differences()
    {
        var (one, other) = (Client.WithAttachments(10), Client.WithAttachments(10));
        Assert.Equal(Seen(one).Length, Seen(other).Length);
        Assert.NotEqual(Seen(one), Seen(Client.WithAttachments(11)));
        other.Cc.Add(At("c"));
        Assert.NotEqual(Seen(one).Length, Seen(other).Length);
    }

    static async Task BySmtpAsync(SmtpSimulator server, MimeMessage message)
    {
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        client.ServerCertificateValidationCallback = server.Certificate.Validate;
        await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(Client.Mailbox, "secret");
        await client.SendAsync(message);
    }

    // All headers in order, and the content of every part. Encoding and boundaries may differ; attachments of an upload
    // session come last.
    static string[] Seen(MimeMessage message) =>
        [
            .. message.Headers.Where(field => !IsOfThePart(field)).Select(field => $"{field.Field}: {field.Value}"),
            .. message.BodyParts.Where(part => !part.IsAttachment).Select(Seen),
            .. message.BodyParts.Where(part => part.IsAttachment).Select(Seen).Order(),
        ];

    static bool IsOfThePart(Header field) => field.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase);

    static string Seen(MimeEntity part)
    {
        if (part is MessagePart { Message: var inner })
            return string.Join("|", Seen(inner!));
        var content = new MemoryStream();
        // SMTP adds a missing line break at the end of a text.
        if (part is TextPart text)
            content.Write(Encoding.UTF8.GetBytes(text.Text.TrimEnd()));
        else
            ((MimePart)part).Content?.DecodeTo(content);
        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name;
        var charset = part.ContentType.Charset;
        return $"{part.ContentType.MimeType} {charset} {part.ContentDisposition?.Disposition} {name} {part.ContentId} "
            + Convert.ToHexString(SHA256.HashData(content.ToArray()));
    }

    static TextPart Text(string subtype, string text) => new(subtype) { Text = text };

    static MailboxAddress At(string name) => new(name, name + "@contoso.com");

    static MimeEntity Attached(Action<BodyBuilder> add)
    {
        var builder = new BodyBuilder { TextBody = "See below." };
        add(builder);
        return builder.ToMessageBody();
    }

    static void Linked(BodyBuilder builder)
    {
        var image = builder.LinkedResources.Add("logo.png", Client.Noise(2000));
        image.ContentId = "logo@contoso.com";
        builder.HtmlBody = "<img src=\"cid:logo@contoso.com\">";
    }
}
