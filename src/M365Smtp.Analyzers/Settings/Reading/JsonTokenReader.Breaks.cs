namespace M365Smtp.Analyzers.Settings.Reading;

// For a file that somebody wants to hear about: what is broken in it, and how to go on behind that.
internal sealed partial class JsonTokenReader
{
    // The root and its lists: of their members, a broken one goes and the others stay.
    const int Kept = 2;

    bool Overlook()
    {
        breaks?.Add(Position);
        return breaks is not null;
    }

    /// <summary>Goes on behind the member of the root or of a list of the root in which the text breaks.</summary>
    /// <returns>How many open sections are lost.</returns>
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

    // A string that is not closed ends with its line.
    void SkipOne()
    {
        if (Position >= text.Length)
            return;
        var isString = text[Position++] == '"';
        while (isString && Position < text.Length && text[Position] != '\n')
        {
            if (text[Position] == '\\')
                Position++;
            else if (text[Position] == '"')
                isString = false;
            Position = Math.Min(Position + 1, text.Length);
        }
    }
}
