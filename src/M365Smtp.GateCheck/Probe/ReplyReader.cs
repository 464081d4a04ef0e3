using System.Text;

namespace M365Smtp.Probe;

/// <summary>
/// Reads replies from a possibly hostile server: limits the length of lines and replies, and returns printable ASCII
/// only.
/// </summary>
internal sealed class ReplyReader(Stream stream)
{
    /// <summary>In bytes. RFC 5321 allows 512; real servers send slightly more.</summary>
    public const int MaxLine = 4096;
    public const int MaxLines = 100;

    readonly byte[] buffer = new byte[4096];
    int start,
        end;

    /// <summary>Whether unread bytes have arrived.</summary>
    public bool HasLeftover => start < end;

    /// <exception cref="InvalidDataException">The server did not send a valid reply.</exception>
    /// <exception cref="EndOfStreamException">The server closed the connection.</exception>
    public async Task<ServerReply> ReadAsync(CancellationToken cancellation)
    {
        var lines = new List<string>();
        var code = 0;
        while (true)
        {
            var line = await ReadLineAsync(cancellation).ConfigureAwait(false);
            var read = CodeOf(line);
            if (code != 0 && read != code)
                throw new InvalidDataException("The lines of the reply bear different codes.");
            if (lines.Count == MaxLines)
                throw new InvalidDataException($"The reply has more than {MaxLines} lines.");
            code = read;
            lines.Add(line.Length > 4 ? line.Substring(4) : "");
            if (line.Length == 3 || line[3] == ' ')
                return new(code, lines);
        }
    }

    static int CodeOf(string line) =>
        line.Length >= 3
        && line[0] is >= '2' and <= '5'
        && IsDigit(line[1])
        && IsDigit(line[2])
        && (line.Length == 3 || line[3] is ' ' or '-')
            ? (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0')
            : throw new InvalidDataException("What the server sent is not an SMTP reply.");

    static bool IsDigit(char c) => c is >= '0' and <= '9';

    async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (start == end && !await FillAsync(cancellation).ConfigureAwait(false))
                throw new EndOfStreamException("The server closed the connection.");
            var next = buffer[start++];
            if (next == '\n')
                return line.ToString().TrimEnd('\r', ' ').Replace('\r', '?');
            if (line.Length == MaxLine + 1 || (line.Length == MaxLine && next != '\r'))
                throw new InvalidDataException($"A line of the reply is longer than {MaxLine} bytes.");
            line.Append(next is (>= 32 and < 127) or (byte)'\r' ? (char)next : '?');
        }
    }

    async Task<bool> FillAsync(CancellationToken cancellation)
    {
        start = 0;
        end = await stream.ReadAsync(buffer, 0, buffer.Length, cancellation).ConfigureAwait(false);
        return end > 0;
    }
}
