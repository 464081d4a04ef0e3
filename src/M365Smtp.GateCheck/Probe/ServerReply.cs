namespace M365Smtp.Probe;

/// <summary>One reply of the server.</summary>
/// <param name="Lines">The text of each line after code and separator; printable ASCII only.</param>
internal sealed record ServerReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>
    /// What the server asked in a 334 before this reply, decoded; null where it asked nothing unusual.
    /// </summary>
    public string? Challenge { get; init; }

    public bool IsPositive => Code is >= 200 and < 400;

    /// <summary>Whether a line of an EHLO reply announces that keyword.</summary>
    public bool Announces(string keyword) => Parameters(keyword) is not null;

    /// <summary>The words after the keyword of an EHLO reply, or null.</summary>
    public string[]? Parameters(string keyword)
    {
        foreach (var line in Lines.Skip(1))
        {
            var words = line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && string.Equals(words[0], keyword, StringComparison.OrdinalIgnoreCase))
                return [.. words.Skip(1)];
        }
        return null;
    }

    public override string ToString() =>
        string.Join("\n", Lines.Select((line, at) => $"{Code}{(at < Lines.Count - 1 ? '-' : ' ')}{line}"));
}
