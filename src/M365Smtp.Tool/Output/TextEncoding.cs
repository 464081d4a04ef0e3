using System.Text;

namespace M365Smtp.Tool.Output;

/// <summary>Detects UTF-16 without a byte order mark, as written by Windows programs, by its zero bytes.</summary>
internal static class TextEncoding
{
    const int Looked = 512;

    // Settings and logs are mostly ASCII, where every other byte is zero in UTF-16. Half of that allows for other
    // scripts.
    const int OfHundred = 50;

    public static readonly Encoding Utf16 = new UnicodeEncoding(
        bigEndian: false,
        byteOrderMark: false,
        throwOnInvalidBytes: true
    );
    public static readonly Encoding Utf16BigEndian = new UnicodeEncoding(
        bigEndian: true,
        byteOrderMark: false,
        throwOnInvalidBytes: true
    );

    /// <summary>UTF-16 in either byte order, or null for text that is not UTF-16 or has a mark.</summary>
    public static Encoding? Unmarked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return null;
        var start = bytes[..Math.Min(bytes.Length & ~1, Looked)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < start.Length; at++)
            if (start[at] == 0 && at % 2 == 0)
                even++;
            else if (start[at] == 0)
                odd++;
        var pairs = start.Length / 2;
        if (pairs == 0)
            return null;
        return even == 0 && odd * 100 >= pairs * OfHundred ? Utf16
            : odd == 0 && even * 100 >= pairs * OfHundred ? Utf16BigEndian
            : null;
    }

    /// <summary>
    /// The encoding to read a file with if it has no mark; resets the file to its start.
    /// </summary>
    public static Encoding Guess(Stream file)
    {
        var buffer = new byte[Looked];
        var read = file.ReadAtLeast(buffer, Looked, throwOnEndOfStream: false);
        file.Position = 0;
        return Unmarked(buffer.AsSpan(0, read)) switch
        {
            null => Encoding.UTF8,
            // A log may end in the middle of a character.
            var found => new UnicodeEncoding(bigEndian: found == Utf16BigEndian, byteOrderMark: false),
        };
    }
}
