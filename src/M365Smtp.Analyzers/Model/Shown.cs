using System.Text.RegularExpressions;

namespace M365Smtp.Analyzers.Model;

/// <summary>Values in the form in which messages may show them: messages go to build logs and SARIF files.</summary>
internal static class Shown
{
    /// <summary>Same length whatever it hides.</summary>
    public const string Mask = "***";

    const string HashMark = "sha256:";

    static readonly char[] MarksOfConnectionStrings = ['=', ';', ':', '/', '{', '}', '"'];

    /// <summary>
    /// The value, or a mask if it contains a password: a connection string, a URL with credentials.
    /// </summary>
    public static string Of(string value) => HoldsSecret(value) ? Mask : value;

    /// <summary>The value if it can be a name, an address or its hash; otherwise a mask.</summary>
    public static string Name(string value) => IsName(value) ? value : Mask;

    /// <summary>True if it can be the name of an account or mailbox; a connection string cannot.</summary>
    public static bool IsName(string value)
    {
        var hash = value.StartsWith(HashMark, StringComparison.OrdinalIgnoreCase) ? HashMark.Length : 0;
        return value.IndexOfAny(MarksOfConnectionStrings, hash) < 0;
    }

    // 'Password=…', '://user:…@', and 'host:' unless followed by a port.
    static bool HoldsSecret(string value) =>
        (value.IndexOf('=') >= 0 || value.IndexOf(':') >= 0)
        && Regex.IsMatch(
            value,
            @"(?:pass\w*|pwd|secret|\w*key|token)[""']?\s*[=:]\s*[""']?[^\s""']|://[^/\s@]+:[^/\s]+@"
                + @"|^[\w-]+(?:\.[\w-]+)+:(?!\d{1,5}$)[^/\s]",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );
}
