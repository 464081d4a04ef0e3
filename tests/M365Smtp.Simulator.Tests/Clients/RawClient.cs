using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace M365Smtp.Simulator.Tests;

/// <summary>A client that sends the given text, line by line.</summary>
sealed class RawClient : IDisposable
{
    readonly TcpClient tcp = new() { NoDelay = true };
    readonly SmtpSimulator server;
    Stream stream = Stream.Null;
    StreamReader reader = StreamReader.Null;

    RawClient(SmtpSimulator server) => this.server = server;

    public string Banner { get; private set; } = "";

    public static async Task<RawClient> ConnectAsync(SmtpSimulator server)
    {
        var client = new RawClient(server);
        await client.tcp.ConnectAsync(server.Host, server.Port);
        client.Use(client.tcp.GetStream());
        client.Banner = await client.ReadAsync();
        return client;
    }

    /// <summary>Connects up to the second EHLO.</summary>
    public static async Task<RawClient> SecuredAsync(SmtpSimulator server)
    {
        var client = await ConnectAsync(server);
        await client.SayAsync("EHLO client.example");
        await client.SayAsync("STARTTLS");
        await client.SecureAsync();
        await client.SayAsync("EHLO client.example");
        return client;
    }

    public static async Task<RawClient> SignedInAsync(
        SmtpSimulator server,
        string user = Scenario.Mailbox,
        string password = Scenario.Password
    )
    {
        var client = await SecuredAsync(server);
        await client.LoginAsync(user, password);
        return client;
    }

    public async Task<string> SayAsync(string line)
    {
        await WriteAsync(line + "\r\n");
        return await ReadAsync();
    }

    public async Task WriteAsync(string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    public async Task SecureAsync()
    {
        var tls = new SslStream(stream, false, server.Certificate.Validate);
        await tls.AuthenticateAsClientAsync("smtp.office365.com");
        Use(tls);
    }

    public async Task<string> LoginAsync(string user = Scenario.Mailbox, string password = Scenario.Password)
    {
        var challenge = await SayAsync("AUTH LOGIN");
        if (challenge != "334 VXNlcm5hbWU6")
            return challenge;
        await SayAsync(Base64(user));
        return await SayAsync(Base64(password));
    }

    public Task<string> XOAuth2Async(string user = Scenario.Mailbox, string token = Scenario.Token) =>
        SayAsync("AUTH XOAUTH2 " + Base64($"user={user}\u0001auth=Bearer {token}\u0001\u0001"));

    /// <summary>Sends one message; returns the reply to its final dot, or the first refusal before that.</summary>
    public async Task<string> SendAsync(
        string from = Scenario.Mailbox,
        string to = "ops@contoso.com",
        string? header = null
    )
    {
        foreach (var command in new[] { $"MAIL FROM:<{from}>", $"RCPT TO:<{to}>", "DATA" })
            if (await SayAsync(command) is var reply && reply[0] is not ('2' or '3'))
                return reply;
        return await SayAsync($"From: {header ?? from}\r\nSubject: hello\r\n\r\nhello\r\n.");
    }

    /// <summary>Reads a whole reply, with its lines joined by LF; empty at the end of the connection.</summary>
    public async Task<string> ReadAsync()
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.Length < 4 || line[3] != '-')
                break;
        }
        return string.Join('\n', lines);
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    void Use(Stream next)
    {
        stream = next;
        reader = new(next, Encoding.UTF8);
    }
}
