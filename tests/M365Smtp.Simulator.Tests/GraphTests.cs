using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace M365Smtp.Simulator.Tests;

/// <summary>Requests written without a client library.</summary>
public class GraphTests
{
    const string Sender = "5b1f0c5e-0000-4000-8000-000000000001";
    const string Writer = "5b1f0c5e-0000-4000-8000-000000000002";
    const string SendMail = "/v1.0/users/alerts@contoso.com/sendMail";
    const string Messages = "/v1.0/users/alerts@contoso.com/messages";

    [Fact]
    public async Task A_message_in_JSON_is_delivered()
    {
        await using var graph = await StartAsync();
        using var client = Client(graph, graph.IssueToken(Sender));

        var answer = await client.PostAsJsonAsync(
            SendMail,
            new
            {
                message = new
                {
                    subject = "Überfällig",
                    body = new { contentType = "HTML", content = "<p>Grüße</p>" },
                    toRecipients = new[] { Recipient("ops@contoso.com") },
                    bccRecipients = new[] { Recipient("audit@contoso.com") },
                    attachments = new[]
                    {
                        new
                        {
                            name = "a.txt",
                            contentType = "text/plain",
                            contentBytes = Convert.ToBase64String("hi"u8),
                        },
                    },
                },
            }
        );

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var delivered = MimeKit.MimeMessage.Load(new MemoryStream(Assert.Single(graph.Messages).ToArray()));
        Assert.Equal("Überfällig", delivered.Subject);
        Assert.Equal("<p>Grüße</p>", delivered.HtmlBody);
        Assert.Equal("a.txt", Assert.Single(delivered.Attachments).ContentDisposition!.FileName);
        Assert.Equal(["ops@contoso.com", "audit@contoso.com"], graph.Messages[0].Recipients);
        Assert.Empty(delivered.Bcc);
    }

    [Fact]
    public async Task Me_is_the_signed_in_user()
    {
        await using var graph = await StartAsync();
        using var client = Client(graph, graph.IssueUserToken(Sender, "alerts@contoso.com", "Mail.Send"));

        var answer = await client.PostAsync(
            "/v1.0/me/sendMail",
            Mime("From: alerts@contoso.com\r\nTo: ops@contoso.com\r\n\r\nHi")
        );

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    public static TheoryData<string, string, string, int, string> Refusals =>
        new()
        {
            { SendMail, "text/plain", "not base64!", 400, "ErrorMimeContentInvalidBase64String" },
            { SendMail, "application/json", "{", 400, "BadRequest" },
            { SendMail, "application/json", "{}", 400, "BadRequest" },
            { SendMail, "application/json", """{"message":{"subject":"to nobody"}}""", 400, "ErrorInvalidRecipients" },
            { SendMail, "text/plain", new string('A', 4 * 1024 * 1024 + 1), 413, "BadRequest" },
            { "/v1.0/users/nobody@contoso.com/sendMail", "application/json", "{}", 404, "ErrorInvalidUser" },
            { "/v1.0/users/alerts@contoso.com/postMail", "application/json", "{}", 400, "BadRequest" },
            { Messages + "/AAMk9==/send", "application/json", "", 404, "ErrorItemNotFound" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Invalid_requests_get_the_errors_of_Graph(
        string path,
        string type,
        string body,
        int status,
        string code
    )
    {
        await using var graph = await StartAsync();
        using var client = Client(graph, graph.IssueToken(Writer));

        var answer = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await JsonAsync(answer)).GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(graph.Messages);
    }

    [Fact]
    public async Task Without_a_token_the_request_is_not_examined()
    {
        await using var graph = await StartAsync();
        using var client = Client(graph, null);

        var answer = await client.PostAsync(SendMail, Mime("To: ops@contoso.com\r\n\r\nHi"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("InvalidAuthenticationToken", Assert.Single(graph.Requests).ErrorCode);
    }

    [Fact]
    public async Task An_upload_session_accepts_ranges_in_order_and_no_token()
    {
        const int size = 5 * 1024 * 1024;
        await using var graph = await StartAsync();
        using var client = Client(graph, graph.IssueToken(Writer));
        using var anonymous = Client(graph, null);
        var draft = await JsonAsync(await client.PostAsync(Messages, Mime("To: ops@contoso.com\r\n\r\nHi")));
        var path = $"{Messages}/{draft.GetProperty("id").GetString()}";
        var sessions = path + "/attachments/createUploadSession";

        var small = await client.PostAsync(sessions, Session(100));
        var opened = await client.PostAsync(sessions, Session(size));
        var url = (await JsonAsync(opened)).GetProperty("uploadUrl").GetString()!;
        var withToken = await client.PutAsync(url, Range(0, 3_000_000, size));
        var outOfOrder = await anonymous.PutAsync(url, Range(3_000_000, size - 3_000_000, size));
        var first = await anonymous.PutAsync(url, Range(0, 3_000_000, size));
        var last = await anonymous.PutAsync(url, Range(3_000_000, size - 3_000_000, size));
        var sent = await client.PostAsync(path + "/send", null);

        Assert.Equal(HttpStatusCode.BadRequest, small.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, withToken.StatusCode);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, outOfOrder.StatusCode);
        Assert.Equal("3000000-", (await JsonAsync(first)).GetProperty("nextExpectedRanges")[0].GetString());
        Assert.Equal(HttpStatusCode.Created, last.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        Assert.DoesNotContain(graph.Requests, request => url.EndsWith(request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_in_chunks_is_read_too()
    {
        await using var graph = await StartAsync();
        using var client = Client(graph, graph.IssueToken(Sender));
        using var request = new HttpRequestMessage(HttpMethod.Post, SendMail);
        request.Content = Mime("From: alerts@contoso.com\r\nTo: ops@contoso.com\r\n\r\nHi");
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.Accepted, (await client.SendAsync(request)).StatusCode);
    }

    static Task<GraphSimulator> StartAsync() =>
        GraphSimulator.StartAsync(t =>
            t.Mailbox("alerts@contoso.com")
                .Application(Sender, change: a => a.GraphPermissions("Mail.Send"))
                .Application(Writer, change: a => a.GraphPermissions("Mail.Send", "Mail.ReadWrite"))
        );

    static HttpClient Client(GraphSimulator graph, string? token)
    {
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = graph.Certificate.Validate };
        var client = new HttpClient(handler) { BaseAddress = graph.Endpoint };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    static StringContent Session(int size) =>
        new(
            $$$"""{"AttachmentItem":{"attachmentType":"file","name":"a.bin","size":{{{size}}}}}""",
            Encoding.UTF8,
            "application/json"
        );

    static object Recipient(string address) => new { emailAddress = new { address } };

    static StringContent Mime(string mime) =>
        new(Convert.ToBase64String(Encoding.ASCII.GetBytes(mime)), Encoding.ASCII, "text/plain");

    static ByteArrayContent Range(int start, int length, int size)
    {
        var content = new ByteArrayContent(new byte[length]);
        content.Headers.ContentRange = new ContentRangeHeaderValue(start, start + length - 1, size);
        return content;
    }

    static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;
}
