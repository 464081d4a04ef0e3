using System.Text;

namespace M365Smtp.Simulator;

/// <summary>Reads command lines and message data from a stream, with bounded memory.</summary>
/// <param name="patience">Limits how long a read waits for an idle client.</param>
internal sealed class LineReader(Stream stream, Patience patience)
{
    readonly byte[] buffer = new byte[8192];
    int start;
    int end;

    /// <summary>The next line without CRLF, or null at the end of the stream.</summary>
    /// <exception cref="TimeoutException">The client was idle for too long.</exception>
    /// <exception cref="InvalidDataException">The line is longer than <paramref name="limit"/> bytes.</exception>
    public async Task<string?> ReadLineAsync(int limit)
    {
        var line = new MemoryStream();
        while (true)
        {
            if (start == end && !await FillAsync().ConfigureAwait(false))
                return null;
            var lineFeed = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            var stop = lineFeed < 0 ? end : lineFeed + 1;
            line.Write(buffer, start, stop - start);
            start = stop;
            if (line.Length > limit)
                throw new InvalidDataException("The line is too long.");
            if (lineFeed >= 0)
                return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r', '\n');
        }
    }

    /// <summary>The message up to the final dot, or null if it is larger than <paramref name="limit"/> bytes.</summary>
    public async Task<byte[]?> ReadMessageAsync(int limit)
    {
        var message = new DotStuffing(limit);
        while (true)
        {
            if (start == end && !await FillAsync().ConfigureAwait(false))
                throw new EndOfStreamException();
            while (start < end)
                if (message.Ends(buffer[start++]))
                    return message.TooLarge ? null : message.ToArray();
        }
    }

    /// <summary>Copies the next <paramref name="count"/> bytes unchanged.</summary>
    public async Task CopyAsync(long count, Stream to)
    {
        while (count > 0)
        {
            if (start == end && !await FillAsync().ConfigureAwait(false))
                throw new EndOfStreamException();
            var part = (int)Math.Min(count, end - start);
            to.Write(buffer, start, part);
            start += part;
            count -= part;
        }
    }

    async Task<bool> FillAsync()
    {
        start = 0;
        end = await patience.WaitAsync(stream.ReadAsync(buffer, 0, buffer.Length)).ConfigureAwait(false);
        return end > 0;
    }
}
