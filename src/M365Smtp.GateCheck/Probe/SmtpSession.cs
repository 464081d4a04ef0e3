using System.Text;

namespace M365Smtp.Probe;

/// <summary>Commands out, replies in, over a stream that changes once, at STARTTLS.</summary>
internal sealed class SmtpSession(Stream stream)
{
    Stream stream = stream;
    ReplyReader reader = new(stream);

    /// <summary>How often the client waited for the server.</summary>
    public int RoundTrips { get; private set; }

    public Task<ServerReply> ReadAsync(CancellationToken cancellation)
    {
        RoundTrips++;
        return reader.ReadAsync(cancellation);
    }

    /// <param name="command">Without CR LF; may hold a secret and is therefore never part of an error.</param>
    public async Task<ServerReply> CommandAsync(string command, CancellationToken cancellation)
    {
        var bytes = Encoding.ASCII.GetBytes(command + "\r\n");
        await stream.WriteAsync(bytes, 0, bytes.Length, cancellation).ConfigureAwait(false);
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
        return await ReadAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Goes on over TLS. What a server, or somebody between, sent in clear ahead of the handshake must not be
    /// taken for an answer within it.</summary>
    /// <exception cref="InvalidDataException">Bytes came before the handshake.</exception>
    public async Task SecureAsync(Func<Stream, Task<Stream>> upgrade)
    {
        if (reader.HasLeftover)
            throw new InvalidDataException("The server sent data between STARTTLS and the TLS handshake.");
        stream = await upgrade(stream).ConfigureAwait(false);
        reader = new(stream);
        RoundTrips++;
    }
}
