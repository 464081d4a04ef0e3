namespace M365Smtp.Simulator;

/// <summary>A command line: the verb in uppercase and its argument.</summary>
internal readonly record struct Command(string Verb, string Argument)
{
    public static Command Parse(string line)
    {
        var space = line.IndexOf(' ');
        return space < 0
            ? new(line.ToUpperInvariant(), "")
            : new(line.Substring(0, space).ToUpperInvariant(), line.Substring(space + 1).Trim());
    }

    /// <summary>
    /// The address in <c>FROM:&lt;a@b&gt;</c> or <c>TO:&lt;a@b&gt;</c>; empty for <c>&lt;&gt;</c>, null if there is
    /// none.
    /// </summary>
    public string? Path(string keyword)
    {
        if (!Argument.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
            return null;
        var path = Argument.Substring(keyword.Length).TrimStart();
        var close = Close(path);
        return path.StartsWith("<", StringComparison.Ordinal) && close > 0 ? path.Substring(1, close - 1) : null;
    }

    /// <summary>The text after the address: <c>SIZE=1024 BODY=8BITMIME</c>.</summary>
    public string Parameters => Close(Argument) is var close and >= 0 ? Argument.Substring(close + 1) : "";

    // A quoted local part may contain the bracket.
    static int Close(string text)
    {
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '\\' && isQuoted)
                at++;
            else if (text[at] == '"')
                isQuoted = !isQuoted;
            else if (text[at] == '>' && !isQuoted)
                return at;
        return -1;
    }
}
