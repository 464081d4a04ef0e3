using System.Text;

namespace M365Smtp.Probe;

/// <summary>Sends commands and reads replies over a stream that STARTTLS replaces once.</summary>
internal sealed class SmtpSession(Stream stream)
{
    Stream stream = stream;
    ReplyReader reader = new(stream);

    /// <summary>How often the client has waited for the server.</summary>
    public int RoundTrips { get; private set; }

    public Task<ServerReply> ReadAsync(CancellationToken cancellation)
    {
        RoundTrips++;
        return reader.ReadAsync(cancellation);
    }

    /// <param name="command">Without CR LF. May contain a secret, so no error includes it.</param>
    public async Task<ServerReply> CommandAsync(string command, CancellationToken cancellation)
    {
        var bytes = Encoding.ASCII.GetBytes(command + "\r\n");
        await stream.WriteAsync(bytes, 0, bytes.Length, cancellation).ConfigureAwait(false);
        await stream.FlushAsync(cancellation).ConfigureAwait(false);
        return await ReadAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Switches to TLS. Rejects plaintext sent before the handshake, which could be taken for a reply inside TLS.
    /// </summary>
    /// <exception cref="InvalidDataException">Bytes arrived before the handshake.</exception>
    public async Task SecureAsync(Func<Stream, Task<Stream>> upgrade)
    {
        if (reader.HasLeftover)
            throw new InvalidDataException("The server sent data between STARTTLS and the TLS handshake.");
        stream = await upgrade(stream).ConfigureAwait(false);
        reader = new(stream);
        RoundTrips++;
    }
}
