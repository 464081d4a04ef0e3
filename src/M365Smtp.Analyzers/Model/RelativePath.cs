namespace M365Smtp.Analyzers.Model;

/// <summary>Paths relative to another file.</summary>
/// <remarks>
/// What a diagnostic carries ends up in SARIF files, which must not reveal where the sources are stored.
/// </remarks>
internal static class RelativePath
{
    const string OtherDrive = "?";

    /// <summary>Empty for the file itself. There is no path to another drive, so nothing is found there.</summary>
    public static string Of(string path, string home)
    {
        if (path == home)
            return "";
        var separator = SeparatorOf(home);
        var (from, to) = (home.Split(separator), path.Split(separator));
        var common = 0;
        while (common < from.Length - 1 && common < to.Length - 1 && from[common] == to[common])
            common++;
        if (common == 0 && (to[0].Length == 0 || to[0].EndsWith(":", StringComparison.Ordinal)))
            return OtherDrive;
        var up = Enumerable.Repeat("..", from.Length - 1 - common);
        return string.Join(separator.ToString(), up.Concat(to.Skip(common)));
    }

    /// <summary>The path that was passed to <see cref="Of"/>.</summary>
    public static string Resolve(string relative, string home)
    {
        if (relative.Length == 0)
            return home;
        var separator = SeparatorOf(home);
        var parts = home.Split(separator).ToList();
        parts.RemoveAt(parts.Count - 1);
        foreach (var part in relative.Split(separator))
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        return string.Join(separator.ToString(), parts);
    }

    static char SeparatorOf(string home) => home.IndexOf('\\') >= 0 && home.IndexOf('/') < 0 ? '\\' : '/';
}
