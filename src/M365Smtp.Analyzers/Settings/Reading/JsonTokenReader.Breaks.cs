namespace M365Smtp.Analyzers.Settings.Reading;

// Error recovery for files whose errors are reported: skips the broken part and continues.
internal sealed partial class JsonTokenReader
{
    // The root and its lists: a broken member is skipped, the others are kept.
    const int Kept = 2;

    bool Overlook()
    {
        breaks?.Add(Position);
        return breaks is not null;
    }

    /// <summary>Continues after the member of the root, or of a root list, that contains the error.</summary>
    /// <returns>The number of open sections that are lost.</returns>
    public int SkipBreak()
    {
        Overlook();
        var lost = Math.Max(0, Depth - Kept);
        Depth -= lost;
        if (lost == 0)
            SkipOne();
        else
            isFirst = false;
        for (var still = lost; still > 0 && Position < text.Length; SkipOne())
            still += text[Position] switch
            {
                '{' or '[' => 1,
                '}' or ']' => -1,
                _ => 0,
            };
        if (Position == text.Length)
            Depth = 0;
        return lost;
    }

    // An unclosed string ends at the end of its line.
    void SkipOne()
    {
        if (Position >= text.Length)
            return;
        var isString = text[Position++] == '"';
        while (isString && Position < text.Length && text[Position] != '\n')
        {
            isString = text[Position] != '"';
            var isEscape = text[Position] == '\\' && Position + 1 < text.Length && text[Position + 1] != '\n';
            Position += isEscape ? 2 : 1;
        }
    }
}
