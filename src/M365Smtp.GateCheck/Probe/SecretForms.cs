using System.Text;

namespace M365Smtp.Probe;

/// <summary>The forms in which a server can repeat a text it received.</summary>
internal static class SecretForms
{
    /// <summary>Plain, and in base64, hexadecimal and percent encoding.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return AsRead(bytes);
        yield return Uri.EscapeDataString(secret);
        yield return string.Concat(bytes.Select(one => "%" + one.ToString("x2")));
        yield return string.Concat(bytes.Select(one => one.ToString("x2")));
        foreach (var encoded in Base64(bytes))
            yield return encoded;
    }

    /// <summary>Base64 at any position in a longer text: the surrounding text shifts it by up to two bytes.</summary>
    public static IEnumerable<string> Base64(byte[] bytes)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            // The first and last characters depend on neighboring bytes; those in between encode only the secret.
            var encoded = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
            var first = shift == 0 ? 0 : shift + 1;
            var own = (shift + bytes.Length) * 8 / 6;
            if (own <= first)
                continue;
            var text = encoded.Substring(first, own - first);
            yield return text;
            yield return text.Replace('+', '-').Replace('/', '_');
            yield return Uri.EscapeDataString(text);
        }
    }

    // The reply reader replaces everything but printable ASCII with question marks.
    static string AsRead(byte[] bytes) => new([.. bytes.Select(one => one is >= 32 and < 127 ? (char)one : '?')]);
}
