namespace System;

// What the compiler needs for x[^1] and x[1..] on netstandard2.0, and no more.

/// <summary>A position from the start or from the end.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;
}

/// <summary>A part from one position up to another.</summary>
internal readonly struct Range(Index start, Index end)
{
    public static Range All => new(0, new(0, fromEnd: true));

    public Index Start => start;

    public Index End => end;

    public static Range StartAt(Index start) => new(start, new(0, fromEnd: true));

    public static Range EndAt(Index end) => new(0, end);
}
