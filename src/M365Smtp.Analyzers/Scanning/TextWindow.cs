using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Scanning;

/// <summary>Reads the characters of a text through a small buffer, so that a long file is not copied.</summary>
internal sealed class TextWindow(SourceText text)
{
    const int Size = 4096;

    // A reader that looks one character ahead steps back by one.
    const int Behind = 16;

    readonly char[] buffer = new char[Math.Min(Size, text.Length)];
    int start,
        count;

    public int Length { get; } = text.Length;

    /// <summary>NUL after the end.</summary>
    public char this[int position] =>
        (uint)(position - start) < (uint)count ? buffer[position - start] : Load(position);

    public string Part(TextSpan span) =>
        span.Start >= start && span.End <= start + count
            ? new string(buffer, span.Start - start, span.Length)
            : text.ToString(span);

    char Load(int position)
    {
        if (position >= Length)
            return '\0';
        start = Math.Max(0, position - Behind);
        count = Math.Min(Size, Length - start);
        text.CopyTo(start, buffer, 0, count);
        return buffer[position - start];
    }
}
