using System.Text;
using M365Smtp.Tool.Output;

namespace M365Smtp.Tool.Lint.Reading;

/// <summary>A file's text, and how it becomes the same bytes again.</summary>
internal sealed class FileText
{
    // Latin-1 gives every byte a character of its own, so a file of an encoding nobody can tell keeps all it holds.
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

    /// <summary>Puts another text in the place of this one: as a whole or, whatever happens on the way, not at
    /// all.</summary>
    /// <exception cref="IOException">The file cannot be written, or is no longer what was read.</exception>
    public void Replace(string path, string text)
    {
        // A link stays a link.
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
