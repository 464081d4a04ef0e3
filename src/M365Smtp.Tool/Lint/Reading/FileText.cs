using System.Text;
using M365Smtp.Tool.Output;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A file's text, with what is needed to write it back byte for byte.</summary>
internal sealed class FileText
{
    // Latin-1 maps every byte to its own character, so nothing is lost in a file of unknown encoding.
    static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        Encoding.Latin1,
    ];

    readonly byte[] bytes;
    readonly Encoding encoding;

    FileText(byte[] bytes, Encoding encoding, string text) =>
        (this.bytes, this.encoding, Text) = (bytes, encoding, text);

    /// <summary>Without the byte order mark.</summary>
    public string Text { get; }

    public static FileText Read(string path) => Of(File.ReadAllBytes(path));

    public static FileText Of(byte[] bytes)
    {
        var guessed = TextEncoding.Unmarked(bytes) is { } unmarked ? Encodings.Prepend(unmarked) : Encodings;
        foreach (var encoding in guessed)
            if (
                bytes.AsSpan().StartsWith(encoding.Preamble)
                && Decode(encoding, bytes.AsSpan(encoding.Preamble.Length)) is { } text
            )
                return new(bytes, encoding, text);
        throw new InvalidDataException("Latin-1 reads every file.");
    }

    /// <summary>Replaces the text atomically: completely or, if anything fails, not at all.</summary>
    /// <exception cref="IOException">The file cannot be written, or has changed since it was read.</exception>
    public void Replace(string path, string text)
    {
        // Keep a symbolic link.
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        var written = target + "." + Path.GetRandomFileName();
        try
        {
            File.WriteAllBytes(written, [.. encoding.Preamble, .. encoding.GetBytes(text)]);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(written, File.GetUnixFileMode(target));
            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes))
                throw new IOException("it was changed while it was looked at; run again");
            File.Move(written, target, overwrite: true);
        }
        finally
        {
            File.Delete(written);
        }
    }

    static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
