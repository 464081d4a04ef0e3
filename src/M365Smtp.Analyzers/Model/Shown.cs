using System.Text.RegularExpressions;

namespace M365Smtp.Analyzers.Model;

/// <summary>A value as a message may show it: messages go to build logs and SARIF files.</summary>
internal static class Shown
{
    /// <summary>As long whatever it hides.</summary>
    public const string Mask = "***";

    static readonly char[] MarksOfConnectionStrings = ['=', ';', ':', '/', '{', '}', '"'];

    /// <summary>The value, or a mask for one that holds a password beside something else: a connection string, an address with a sign-in.</summary>
    public static string Of(string value) => HoldsSecret(value) ? Mask : value;

    /// <summary>The value where it can be a name, an address or its hash; else a mask.</summary>
    public static string Name(string value) => IsName(value) ? value : Mask;

    /// <summary>Whether it can be the name of an account or a mailbox: a connection string cannot.</summary>
    public static bool IsName(string value) =>
        value.IndexOfAny(MarksOfConnectionStrings) < 0 || value.StartsWith("sha256:", StringComparison.OrdinalIgnoreCase) && value.LastIndexOfAny(MarksOfConnectionStrings) == 6;

    static bool HoldsSecret(string value) => (value.IndexOf('=') >= 0 || value.IndexOf(':') >= 0) && Regex.IsMatch(value,
        @"(?:pass\w*|pwd|secret|\w*key|token)[""']?\s*[=:]\s*[""']?[^\s""']|://[^/\s@]+:[^/\s]+@|^[\w-]+(?:\.[\w-]+)+:(?!\d{1,5}$)[^/\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
