using System.Text.RegularExpressions;

namespace M365Smtp.Analyzers.Model;

/// <summary>A value as a message may show it: messages go to build logs and SARIF files.</summary>
internal static class Shown
{
    /// <summary>As long whatever it hides.</summary>
    public const string Mask = "***";

    const string HashMark = "sha256:";

    static readonly char[] MarksOfConnectionStrings = ['=', ';', ':', '/', '{', '}', '"'];

    /// <summary>
    /// The value, or a mask for one that holds a password: a connection string, a URL with a sign-in.
    /// </summary>
    public static string Of(string value) => HoldsSecret(value) ? Mask : value;

    /// <summary>The value where it can be a name, an address or its hash; else a mask.</summary>
    public static string Name(string value) => IsName(value) ? value : Mask;

    /// <summary>Whether it can be the name of an account or a mailbox: a connection string cannot.</summary>
    public static bool IsName(string value)
    {
        var hash = value.StartsWith(HashMark, StringComparison.OrdinalIgnoreCase) ? HashMark.Length : 0;
        return value.IndexOfAny(MarksOfConnectionStrings, hash) < 0;
    }

    // 'Password=…', '://user:…@', 'host:' before anything but a port.
    static bool HoldsSecret(string value) =>
        (value.IndexOf('=') >= 0 || value.IndexOf(':') >= 0)
        && Regex.IsMatch(
            value,
            @"(?:pass\w*|pwd|secret|\w*key|token)[""']?\s*[=:]\s*[""']?[^\s""']|://[^/\s@]+:[^/\s]+@"
                + @"|^[\w-]+(?:\.[\w-]+)+:(?!\d{1,5}$)[^/\s]",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}
