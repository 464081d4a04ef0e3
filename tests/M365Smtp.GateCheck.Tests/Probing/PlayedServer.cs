using System.Net;
using System.Security.Authentication;
using System.Text;
using M365Smtp.Probe;
using Microsoft.Extensions.Time.Testing;

namespace M365Smtp.Tests.Probing;

/// <summary>
/// An in-memory server whose replies are a function of the commands. TLS is faked, so that ten thousand sessions take
/// seconds.
/// </summary>
sealed class PlayedServer(Func<string, string?> answer) : ITransport
{
    /// <summary>At the end of a reply: sends nothing more.</summary>
    public const string Hang = "\0hang";

    /// <summary>At the end of a reply: closes the connection.</summary>
    public const string Close = "\0close";

    /// <summary>At the end of a reply: sends a line that never ends.</summary>
    public const string Endless = "\0endless";

    public const string Offer =
        "250-FR4P281CA0258.outlook.office365.com Hello\r\n250-SIZE 157286400\r\n250-STARTTLS\r\n250 8BITMIME\r\n";
    public const string OfferAuth =
        "250-FR4P281CA0258.outlook.office365.com Hello\r\n250-AUTH LOGIN XOAUTH2\r\n250 SIZE 157286400\r\n";

    readonly PlayedStream stream = new(answer);

    public string Banner { get; init; } =
        "220 FR4P281CA0258.outlook.office365.com Microsoft ESMTP MAIL Service ready\r\n";
    public bool RefusesTls { get; init; }
    public FakeTimeProvider Time => stream.Time;
    public bool WasConnected { get; private set; }
    public string InClear => stream.InClear.ToString();
    public string OverTls => stream.OverTls.ToString();
    public int BytesRead => stream.BytesRead;

    /// <summary>Exchange Online with all gates open, unless <paramref name="changed"/> replies first.</summary>
    public static PlayedServer With(
        Func<string, string?>? changed = null,
        string? banner = null,
        bool refusesTls = false
    )
    {
        var (secure, inMessage) = (false, false);
        var server = new PlayedServer(line =>
            changed?.Invoke(line)
            ?? Word(line) switch
            {
                "EHLO" when secure => OfferAuth,
                "EHLO" => Offer,
                "STARTTLS" when Now(ref secure) => "220 2.0.0 SMTP server ready\r\n",
                "AUTH" when line.StartsWith("AUTH LOGIN", StringComparison.Ordinal) => "334 UGFzc3dvcmQ6\r\n",
                "AUTH" => "235 2.7.0 Authentication successful\r\n",
                "MAIL" => "250 2.1.0 Sender OK\r\n",
                "RCPT" => "250 2.1.5 Recipient OK\r\n",
                "DATA" when Now(ref inMessage) => "354 Start mail input; end with <CRLF>.<CRLF>\r\n",
                "." => "250 2.0.0 OK\r\n",
                "QUIT" => "221 2.0.0 Service closing transmission channel\r\n",
                "UEBzc3cwcmQh" => "235 2.7.0 Authentication successful\r\n",
                _ when inMessage => "",
                _ => "500 5.5.2 not understood\r\n",
            }
        );
        return new(server.stream.Answer) { Banner = banner ?? server.Banner, RefusesTls = refusesTls };
    }

    static bool Now(ref bool flag) => flag = true;

    static string Word(string line) => line.Split(' ')[0];

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation) =>
        Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

    public Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellation)
    {
        WasConnected = true;
        stream.Say(Banner);
        return Task.FromResult<Stream>(stream);
    }

    public Task<(Stream Stream, string Detail)> SecureAsync(
        Stream plain,
        GateCheckOptions options,
        CancellationToken cancellation
    )
    {
        if (RefusesTls)
            throw new AuthenticationException("The remote certificate is invalid.");
        stream.IsSecure = true;
        return Task.FromResult((plain, "TLS 1.3"));
    }

    public void Dispose() => stream.Dispose();

    sealed class PlayedStream(Func<string, string?> answer) : Stream
    {
        readonly Queue<byte> waiting = new();
        readonly StringBuilder line = new();
        bool closed,
            endless;

        public Func<string, string?> Answer => answer;
        public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        public StringBuilder InClear { get; } = new();
        public StringBuilder OverTls { get; } = new();
        public bool IsSecure { get; set; }
        public int BytesRead { get; private set; }

        public void Say(string? reply)
        {
            foreach (var c in reply ?? "")
                if (c == '\0')
                    break;
                else
                    waiting.Enqueue((byte)c);
            closed |= reply?.Contains(PlayedServer.Close) == true;
            endless |= reply?.Contains(Endless) == true;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellation)
        {
            var text = Encoding.Latin1.GetString(buffer, offset, count);
            (IsSecure ? OverTls : InClear).Append(text);
            foreach (var c in text)
                if (c == '\n')
                {
                    Say(answer(line.ToString().TrimEnd('\r')));
                    line.Clear();
                }
                else
                    line.Append(c);
            return Task.CompletedTask;
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellation)
        {
            var read = 0;
            while (read < count && waiting.TryDequeue(out var next))
                buffer[offset + read++] = next;
            if (read == 0 && endless)
                while (read < count)
                    buffer[offset + read++] = (byte)'2';
            BytesRead += read;
            if (read > 0 || closed)
                return read;
            // Nothing more will arrive, so let the client's timeout elapse.
            Time.Advance(TimeSpan.FromHours(2));
            await Task.Delay(Timeout.Infinite, cancellation);
            return 0;
        }

        public override bool CanRead => true;
        public override bool CanWrite => true;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
