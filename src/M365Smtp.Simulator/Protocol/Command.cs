namespace M365Smtp.Simulator;

/// <summary>One command line: the verb in upper case and what follows it.</summary>
internal readonly record struct Command(string Verb, string Argument)
{
    public static Command Parse(string line)
    {
        var space = line.IndexOf(' ');
        return space < 0
            ? new(line.ToUpperInvariant(), "")
            : new(line.Substring(0, space).ToUpperInvariant(), line.Substring(space + 1).Trim());
    }

    /// <summary>The address of <c>FROM:&lt;a@b&gt;</c> or <c>TO:&lt;a@b&gt;</c>, the empty string for <c>&lt;&gt;</c>, or null when there is none.</summary>
    public string? Path(string keyword)
    {
        if (!Argument.StartsWith(keyword, StringComparison.OrdinalIgnoreCase)) return null;
        var path = Argument.Substring(keyword.Length).TrimStart();
        var close = path.IndexOf('>');
        return path.StartsWith("<", StringComparison.Ordinal) && close > 0 ? path.Substring(1, close - 1) : null;
    }

    /// <summary>The value of a parameter behind the path, as in <c>SIZE=1024</c>, or null.</summary>
    public string? Parameter(string name)
    {
        foreach (var word in Argument.Split(' '))
            if (word.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)) return word.Substring(name.Length + 1);
        return null;
    }
}
