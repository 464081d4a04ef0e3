namespace M365Smtp.Probe;

/// <summary>One server reply.</summary>
/// <param name="Lines">The text of each line after the code and separator; printable ASCII only.</param>
internal sealed record ServerReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>The decoded 334 challenge that preceded this reply; null if there was no unusual one.</summary>
    public string? Challenge { get; init; }

    public bool IsPositive => Code is >= 200 and < 400;

    /// <summary>Whether a line of an EHLO reply announces the keyword.</summary>
    public bool Announces(string keyword) => Parameters(keyword) is not null;

    /// <summary>The words after the keyword in an EHLO reply, or null.</summary>
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
