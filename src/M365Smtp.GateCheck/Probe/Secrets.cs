using System.Text;
using System.Text.RegularExpressions;

namespace M365Smtp.Probe;

/// <summary>
/// Strikes out what must not be repeated, should a server echo it: whole, encoded, or broken into lines and pieces.
/// </summary>
internal sealed class Secrets
{
    const string Mask = "***";

    // Shorter ones would strike out half of every sentence.
    const int Shortest = 3;

    // A secret of this length is found with blanks, dashes and line breaks in it, too.
    const int LongEnough = 6;

    // A piece of this length is no coincidence.
    const int Piece = 12;

    static readonly Regex EnhancedCode = new(@"\G[245]\.\d{1,3}\.\d{1,3} ", RegexOptions.CultureInvariant);

    readonly HashSet<string> forms = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> pieces = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string? secret)
    {
        if (secret is null || secret.Length < Shortest)
            return;
        foreach (var form in SecretForms.Of(secret))
            AddForm(form, inPieces: form.Length >= 2 * Piece);
    }

    /// <summary>
    /// Adds what goes over the wire for XOAUTH2: it holds the user, which is no secret, so it counts encoded only.
    /// </summary>
    public void AddBlob(string blob)
    {
        var bytes = Encoding.UTF8.GetBytes(blob);
        foreach (var form in SecretForms.Base64(bytes))
            AddForm(form, inPieces: true);
        // What was sent is base64; a server may encode that once more.
        foreach (var form in SecretForms.Of(Convert.ToBase64String(bytes)))
            AddForm(form, inPieces: true);
    }

    public string Strike(string text)
    {
        if (forms.Count == 0)
            return text;
        var struck = new bool[text.Length];
        var everywhere = Enumerable.Range(0, text.Length).ToArray();
        foreach (var form in forms)
            Mark(struck, everywhere, text, form);
        var (squeezed, places) = Squeeze(text);
        foreach (var form in forms)
            if (Squeeze(form).Text is { Length: >= LongEnough } bare)
                Mark(struck, places, squeezed, bare);
        for (var at = 0; pieces.Count > 0 && at + Piece <= squeezed.Length; at++)
            if (pieces.Contains(squeezed.Substring(at, Piece)))
                Mark(struck, places, at, Piece);
        return Masked(text, struck);
    }

    /// <summary>Strikes over all lines at once: a server may break a secret between two of them.</summary>
    public ServerReply Strike(ServerReply reply) =>
        reply with
        {
            Lines = Strike(string.Join("\n", reply.Lines)).Split('\n'),
            Challenge = reply.Challenge is { } said ? Strike(said) : null,
        };

    void AddForm(string form, bool inPieces)
    {
        if (form.Length < Shortest)
            return;
        forms.Add(form);
        var squeezed = Squeeze(form).Text;
        for (var at = 0; inPieces && at + Piece <= squeezed.Length; at++)
            pieces.Add(squeezed.Substring(at, Piece));
    }

    // Each line of a reply may begin with the enhanced code, in the middle of a secret that was broken there.
    static (string Text, int[] Places) Squeeze(string text)
    {
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isStart = at == 0 || text[at - 1] == '\n';
            if (isStart && EnhancedCode.Match(text, at) is { Success: true } code)
                at += code.Length;
            if (at < text.Length && !IsFiller(text[at]))
                places.Add(at);
        }
        return (new([.. places.Select(at => text[at])]), [.. places]);
    }

    static bool IsFiller(char c) => c is ' ' or '\n' or '\r' or '\t' or ':' or '-' or ',' or '"' or '\'' or '\\' or '=';

    static void Mark(bool[] struck, int[] places, string text, string secret)
    {
        for (var at = Find(text, secret, 0); at >= 0; at = Find(text, secret, at + 1))
            Mark(struck, places, at, secret.Length);
    }

    // What stands between its characters goes with them, or the mask would show where they were broken.
    static void Mark(bool[] struck, int[] places, int at, int length)
    {
        for (var i = places[at]; i <= places[at + length - 1]; i++)
            struck[i] = true;
    }

    static int Find(string text, string secret, int from) =>
        from > text.Length ? -1 : text.IndexOf(secret, from, StringComparison.OrdinalIgnoreCase);

    // One mask of one length for each run, so that it does not tell how long the secret is.
    static string Masked(string text, bool[] struck)
    {
        var result = new StringBuilder();
        var isOpen = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (!struck[at])
                result.Append(text[at]);
            else if (!isOpen)
                result.Append(Mask);
            isOpen = struck[at];
        }
        return result.ToString();
    }
}
