namespace M365Smtp.Simulator;

/// <summary>Takes message data byte by byte, removes the stuffed dots and knows the lone dot that ends it (RFC 5321,
/// 4.5.2).</summary>
internal sealed class DotStuffing(int limit)
{
    enum Position
    {
        LineStart,
        Text,
        Cr,
        Dot,
        DotCr,
    }

    readonly MemoryStream data = new();
    Position position = Position.LineStart;

    /// <summary>More than the limit came; the rest was read and dropped.</summary>
    public bool TooLarge { get; private set; }

    public byte[] ToArray() => data.ToArray();

    /// <summary>True when this byte ends the message. A bare LF ends no line, so no message can be smuggled behind
    /// one.</summary>
    public bool Ends(byte next)
    {
        switch (position)
        {
            case Position.LineStart when next == '.':
                position = Position.Dot;
                return false;
            case Position.Dot when next == '\r':
                position = Position.DotCr;
                return false;
            case Position.DotCr when next == '\n':
                return true;
            case Position.DotCr:
                Keep((byte)'\r');
                position = Position.Cr;
                break;
        }
        Keep(next);
        position =
            next == '\r' ? Position.Cr
            : next == '\n' && position == Position.Cr ? Position.LineStart
            : Position.Text;
        return false;
    }

    void Keep(byte next)
    {
        if (data.Length < limit)
            data.WriteByte(next);
        else
            TooLarge = true;
    }
}
