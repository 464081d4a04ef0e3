using M365Smtp.Simulator;
using MailKit;
using MimeKit;

namespace M365Smtp.Graph.Tests;

public class SendTests
{
    const int MB = 1024 * 1024;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Code_for_a_mail_transport_works_unchanged(bool isAsync)
    {
        await using var graph = await Client.StartGraphAsync();
        using IMailTransport client = Client.Of(graph, Client.MaySend);
        MessageSentEventArgs? sent = null;
        client.MessageSent += (_, e) => sent = e;

        var answer = isAsync ? await client.SendAsync(Client.Message()) : client.Send(Client.Message());

        Assert.StartsWith("202 Accepted (request ", answer);
        Assert.Equal(answer, sent!.Response);
        Assert.Equal("Disk full", Assert.Single(graph.Messages).Header("Subject"));
        var request = Assert.Single(graph.Requests);
        Assert.Equal(
            ("POST", "/v1.0/users/alerts@contoso.com/sendMail", 202),
            (request.Method, request.Path, request.Status)
        );
    }

    [Fact]
    public async Task A_blind_copy_arrives_and_nobody_sees_it()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);
        var message = Client.Message();
        message.Bcc.Add(new MailboxAddress("Audit", "audit@contoso.com"));

        await client.SendAsync(message);

        var delivered = Assert.Single(graph.Messages);
        Assert.Equal(["ops@contoso.com", "audit@contoso.com"], delivered.Recipients);
        Assert.DoesNotContain("audit", delivered.ToString());
    }

    [Fact]
    public async Task A_blind_copy_hidden_by_the_options_arrives()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);
        var message = Client.Message();
        message.Bcc.Add(new MailboxAddress("Audit", "audit@contoso.com"));
        var options = FormatOptions.Default.Clone();
        options.HiddenHeaders.Add(HeaderId.Bcc);

        await client.SendAsync(options, message);

        Assert.Contains("audit@contoso.com", Assert.Single(graph.Messages).Recipients);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_message_is_sent_as_a_draft_with_an_upload_session(bool isAsync)
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MayWrite);
        var message = Client.WithAttachments(1000, 9 * MB, 2 * MB);
        message.Bcc.Add(new MailboxAddress("Audit", "audit@contoso.com"));

        if (isAsync)
            await client.SendAsync(message);
        else
            client.Send(message);

        var delivered = Assert.Single(graph.Messages);
        Assert.Contains("audit@contoso.com", delivered.Recipients);
        Assert.Empty(graph.Drafts);
        Assert.Equal(3, graph.Requests.Count(request => request.Path == "/upload/..."));
        Assert.All(graph.Requests, request => Assert.InRange(request.Status, 200, 204));
        var parsed = Client.Parsed(delivered);
        Assert.Equal("The files.", parsed.TextBody!.Trim());
        var sizes = parsed.Attachments.OfType<MimePart>().ToDictionary(part => part.FileName!, Content);
        Assert.Equal(Client.Noise(1000), sizes["file0.bin"]);
        Assert.Equal(Client.Noise(9 * MB), sizes["file1.bin"]);
        Assert.Equal(Client.Noise(2 * MB), sizes["file2.bin"]);
        Assert.Equal(3, message.Attachments.Count());
    }

    [Fact]
    public async Task Many_attachments_too_small_for_an_upload_session_are_attached_one_by_one()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MayWrite);

        await client.SendAsync(Client.WithAttachments(2 * MB, 2 * MB, 2 * MB));

        Assert.Equal(3, Client.Parsed(Assert.Single(graph.Messages)).Attachments.Count());
        Assert.DoesNotContain(
            graph.Requests,
            request => request.Path.Contains("upload", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_message_that_is_one_large_attachment_is_sent()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MayWrite);
        var message = Client.Message();
        var content = new MimeContent(new MemoryStream(Client.Noise(4 * MB)));
        message.Body = new MimePart("application", "pdf")
        {
            FileName = "report.pdf",
            Content = content,
            ContentDisposition = new ContentDisposition("attachment"),
            ContentTransferEncoding = ContentEncoding.Base64,
        };

        await client.SendAsync(message);

        var part = Assert.Single(Client.Parsed(Assert.Single(graph.Messages)).Attachments.OfType<MimePart>());
        Assert.Equal(Client.Noise(4 * MB), Content(part));
    }

    [Fact]
    public async Task A_large_message_without_the_permission_for_drafts_says_which_one_is_missing()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);

        var refused = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(Client.WithAttachments(5 * MB)));

        Assert.Contains("takes 4 MB", refused.Message);
        Assert.Contains("Mail.ReadWrite", refused.Message);
        Assert.Equal((403, "ErrorAccessDenied"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_large_text_is_refused_before_anything_is_sent()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MayWrite);
        var message = Client.Message();
        message.Body = new TextPart("plain")
        {
            Text = string.Join("\r\n", Enumerable.Repeat(new string('x', 70), 60_000)),
        };

        var refused = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(message));

        Assert.Contains("no attachments that could go separately", refused.Message);
        Assert.Equal(413, refused.Status);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_sent_is_deleted()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MayWrite);
        var message = Client.WithAttachments(5 * MB);
        message.From.Clear();
        message.From.Add(new MailboxAddress("Boss", "boss@contoso.com"));

        var refused = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(message));

        Assert.Equal("ErrorSendAsDenied", refused.Code);
        Assert.Empty(graph.Drafts);
        Assert.Equal("DELETE", graph.Requests[^1].Method);
    }

    [Fact]
    public async Task The_recipients_of_the_headers_may_be_named_again()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);

        await client.SendAsync(
            Client.Message(),
            new MailboxAddress("", "ALERTS@contoso.com"),
            [new("", "ops@contoso.com")]
        );

        Assert.Single(graph.Messages);
    }

    [Theory]
    [InlineData("bounces@contoso.com", "ops@contoso.com", "bounces@contoso.com")]
    [InlineData("alerts@contoso.com", "other@contoso.com", "other@contoso.com")]
    public async Task Another_envelope_than_the_headers_is_refused(string sender, string recipient, string named)
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);

        var refused = Assert.Throws<NotSupportedException>(() =>
            client.Send(Client.Message(), new MailboxAddress("", sender), [new("", recipient)])
        );

        Assert.Contains($"'{named}'", refused.Message);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Without_sender_or_recipient_it_fails_like_SmtpClient()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);
        var nobody = Client.Message();
        nobody.To.Clear();
        var anonymous = Client.Message();
        anonymous.From.Clear();

        Assert.Equal(
            "No recipients have been specified.",
            Assert.Throws<InvalidOperationException>(() => client.Send(nobody)).Message
        );
        Assert.Equal(
            "A sender has not been specified.",
            Assert.Throws<InvalidOperationException>(() => client.Send(anonymous)).Message
        );
    }

    [Fact]
    public async Task A_resent_message_is_refused_because_Graph_would_send_it_to_the_first_recipients_again()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);
        var message = Client.Message();
        message.ResentFrom.Add(new MailboxAddress("", "alerts@contoso.com"));
        message.ResentTo.Add(new MailboxAddress("", "boss@contoso.com"));

        Assert.Throws<NotSupportedException>(() => client.Send(message));
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Connecting_says_to_leave_it_out_and_disconnecting_does_no_harm()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);

        var refused = await Assert.ThrowsAsync<NotSupportedException>(() =>
            client.ConnectAsync("smtp.office365.com", 587)
        );

        Assert.Contains("leave out Connect and Authenticate", refused.Message);
        Assert.Throws<NotSupportedException>(() => client.Authenticate("alerts@contoso.com", "secret"));
        await client.DisconnectAsync(true);
        await client.SendAsync(Client.Message());
        client.Dispose();
        Assert.Throws<ObjectDisposedException>(() => client.Send(Client.Message()));
    }

    static byte[] Content(MimePart part)
    {
        var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.ToArray();
    }
}
