using System.Net;
using System.Net.Security;
using System.Text;

namespace M365Smtp.Simulator;

/// <summary>
/// The connection to one client: reads commands, sends replies, records the transcript and simulates network faults.
/// </summary>
internal sealed class Wire(
    Stream socket,
    IPAddress client,
    NetworkFault fault,
    SmtpSession transcript,
    TimeProvider time,
    Patience patience,
    CancellationToken stopping
)
{
    const string Mask = "********";
    const int LongestLine = 65_536; // XOAUTH2 lines exceed the command length of RFC 5321.

    readonly List<string> heard = [];
    Stream stream = socket;
    LineReader reader = new(socket, patience);

    public IPAddress Client { get; } = client;

    public bool IsSecured { get; private set; }

    /// <summary>Whether 221 or 421 was sent; nothing follows.</summary>
    public bool IsClosing { get; private set; }

    /// <summary>The next command, or null if the client has disconnected.</summary>
    public async Task<Command?> ReadCommandAsync()
    {
        if (await reader.ReadLineAsync(LongestLine).ConfigureAwait(false) is not { } line)
            return null;
        Hear(line);
        var command = Command.Parse(line);
        transcript.FromClient(Shown(command));
        return command;
    }

    /// <summary>A line that contains a user name, password or token; masked in the transcript.</summary>
    public async Task<string?> ReadSecretAsync()
    {
        var line = await reader.ReadLineAsync(LongestLine).ConfigureAwait(false);
        Hear(line);
        transcript.FromClient(Mask);
        return line;
    }

    /// <summary>The message after DATA, or null if it is too large.</summary>
    public async Task<byte[]?> ReadMessageAsync(int limit)
    {
        var message = await reader.ReadMessageAsync(limit).ConfigureAwait(false);
        transcript.FromClient(
            message is null ? "(a message that is too large)" : $"(a message of {message.Length} bytes)"
        );
        return message;
    }

    /// <summary>The bytes after BDAT.</summary>
    public async Task ReadChunkAsync(long count, Stream to)
    {
        await reader.CopyAsync(count, to).ConfigureAwait(false);
        transcript.FromClient($"(a chunk of {count} bytes)");
    }

    public async Task SayAsync(SmtpStage stage, string reply)
    {
        if (fault.Pause > TimeSpan.Zero)
            await time.Delay(fault.Pause, stopping).ConfigureAwait(false);
        if (fault.Strikes(stage))
        {
            transcript.Note(fault.ToString());
            await fault.StrikeAsync(stream, stopping).ConfigureAwait(false);
            return;
        }
        // A challenge is sent unchanged: there is no secret to echo yet.
        var echo = fault.Echoes(stage) && reply[0] != '3' ? Echo.Reply(heard) : null;
        if (echo is null)
            transcript.FromServer(reply);
        else
            transcript.Note(fault.ToString());
        IsClosing =
            reply.StartsWith("221", StringComparison.Ordinal) || reply.StartsWith("421", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes((echo ?? reply) + "\r\n");
        await stream.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
    }

    /// <summary>Switches to TLS. Discards plaintext sent after STARTTLS, so that nobody can inject a command.</summary>
    public async Task SecureAsync(ServerCertificate certificate)
    {
        var tls = new SslStream(stream, leaveInnerStreamOpen: false);
        await patience.WaitAsync(HandshakeAsync(certificate, tls)).ConfigureAwait(false);
        stream = tls;
        reader = new(tls, patience);
        IsSecured = true;
        transcript.Note($"secured with {tls.SslProtocol}");
    }

    static async Task<bool> HandshakeAsync(ServerCertificate certificate, SslStream tls)
    {
        await certificate.AuthenticateAsync(tls).ConfigureAwait(false);
        return true;
    }

    // Kept only by a server that echoes its input.
    void Hear(string? line)
    {
        if (fault.KeepsWhatItHears && line is not null)
            heard.Add(line);
    }

    // A client that is out of step may send its password as a command, so only known commands are shown.
    static string Shown(Command command) =>
        command.Verb switch
        {
            "AUTH" => $"AUTH {Mechanism(command)}",
            "EHLO" or "HELO" or "MAIL" or "RCPT" or "BDAT" => $"{command.Verb} {command.Argument}",
            "STARTTLS" or "DATA" or "RSET" or "NOOP" or "QUIT" or "VRFY" or "HELP" => command.Verb,
            _ => "(a command that is not known)",
        };

    static string Mechanism(Command command)
    {
        var words = command.Argument.Split(' ');
        var name = words[0].ToUpperInvariant()
            is "LOGIN"
                or "XOAUTH2"
                or "PLAIN"
                or "NTLM"
                or "CRAM-MD5"
                or "OAUTHBEARER"
            ? words[0].ToUpperInvariant()
            : "(another mechanism)";
        return words.Length > 1 ? $"{name} {Mask}" : name;
    }
}
