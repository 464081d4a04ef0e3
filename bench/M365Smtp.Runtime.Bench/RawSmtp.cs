using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using M365Smtp.Simulator;

namespace M365Smtp.Runtime.Bench;

/// <summary>A minimal client: one write and one read per command.</summary>
sealed class RawSmtp(SmtpSimulator server) : IDisposable
{
    readonly TcpClient tcp = new() { NoDelay = true };
    readonly byte[] buffer = new byte[4096];
    Stream stream = Stream.Null;

    /// <summary>SMTP round trips so far, including the banner but not TCP and TLS.</summary>
    public int RoundTrips { get; private set; }

    public async Task ConnectAsync()
    {
        await tcp.ConnectAsync("127.0.0.1", server.Port);
        stream = tcp.GetStream();
        await ReadAsync();
        await SayAsync("EHLO bench.local");
        await SayAsync("STARTTLS");
        var tls = new SslStream(stream, false, server.Certificate.Validate);
        await tls.AuthenticateAsClientAsync("localhost");
        stream = tls;
        await SayAsync("EHLO bench.local");
    }

    public async Task LoginAsync(string user, string password)
    {
        await SayAsync("AUTH LOGIN " + Base64(user));
        await SayAsync(Base64(password));
    }

    public Task XOAuth2Async(string user, string token) =>
        SayAsync("AUTH XOAUTH2 " + Base64($"user={user}\u0001auth=Bearer {token}\u0001\u0001"));

    /// <exception cref="IOException">The server refused.</exception>
    public async Task SayAsync(string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        await ReadAsync();
    }

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    async Task ReadAsync()
    {
        RoundTrips++;
        var length = 0;
        do
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
                throw new IOException("The server hung up.");
            length += read;
        } while (!IsWhole(buffer.AsSpan(0, length)));
        if (buffer[0] is not ((byte)'2' or (byte)'3'))
            throw new IOException(Encoding.ASCII.GetString(buffer, 0, length));
    }

    // The last line of a reply has a space after its code.
    static bool IsWhole(ReadOnlySpan<byte> reply)
    {
        if (!reply.EndsWith("\r\n"u8))
            return false;
        var last = reply[..^2].LastIndexOf("\r\n"u8);
        return reply[(last < 0 ? 0 : last + 2) + 3] == ' ';
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
