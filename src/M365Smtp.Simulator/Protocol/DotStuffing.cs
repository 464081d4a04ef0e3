namespace M365Smtp.Simulator;

/// <summary>
/// Reads message data byte by byte, removes dot stuffing and detects the final dot (RFC 5321, 4.5.2).
/// </summary>
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

    /// <summary>Whether the data exceeded the limit; the rest was read and discarded.</summary>
    public bool TooLarge { get; private set; }

    public byte[] ToArray() => data.ToArray();

    /// <summary>
    /// True if this byte ends the message. A bare LF does not end a line, which prevents SMTP smuggling.
    /// </summary>
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
