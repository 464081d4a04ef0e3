using System.Text;
using System.Text.RegularExpressions;

namespace M365Smtp.Probe;

/// <summary>Masks secrets that a server echoes: whole, in part, encoded or split across lines.</summary>
internal sealed class Secrets
{
    const string Mask = "***";

    // Shorter secrets would mask half of every sentence.
    const int Shortest = 3;

    // A secret of at least this length is also found with spaces, dashes or line breaks in it.
    const int LongEnough = 6;

    // A match of this length is not a coincidence.
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
    /// Adds the XOAUTH2 argument as sent. It contains the user name, which is not a secret, so only encoded forms are
    /// masked.
    /// </summary>
    public void AddBlob(string blob)
    {
        var bytes = Encoding.UTF8.GetBytes(blob);
        foreach (var form in SecretForms.Base64(bytes))
            AddForm(form, inPieces: true);
        // The argument is already base64; a server may encode it again.
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

    /// <summary>Masks across all lines, because a server may split a secret between two of them.</summary>
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

    // Each reply line may begin with the enhanced code, in the middle of a secret that was split there.
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

    // Also masks separators inside the secret; otherwise the mask would show where it was split.
    static void Mark(bool[] struck, int[] places, int at, int length)
    {
        for (var i = places[at]; i <= places[at + length - 1]; i++)
            struck[i] = true;
    }

    static int Find(string text, string secret, int from) =>
        from > text.Length ? -1 : text.IndexOf(secret, from, StringComparison.OrdinalIgnoreCase);

    // Each match gets a mask of fixed length, so that it does not reveal the secret's length.
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
