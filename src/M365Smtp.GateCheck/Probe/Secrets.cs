using System.Text;

namespace M365Smtp.Probe;

/// <summary>Strikes out what must not be repeated, should a server echo it.</summary>
internal sealed class Secrets
{
    // Shorter ones would strike out half of every sentence.
    const int Shortest = 3;

    readonly List<string> known = [];

    public void Add(string? secret)
    {
        if (secret is null || secret.Length < Shortest) return;
        known.Add(secret);
        known.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='));
        known.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    public string Strike(string text)
    {
        foreach (var secret in known)
            for (var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(secret, at + 3, StringComparison.OrdinalIgnoreCase))
                text = text.Substring(0, at) + "***" + text.Substring(at + secret.Length);
        return text;
    }

    public ServerReply Strike(ServerReply reply) => new(reply.Code, [.. reply.Lines.Select(Strike)]);
}
