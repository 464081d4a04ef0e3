using System.Globalization;
using System.Text;

namespace M365Smtp.Simulator.Http;

/// <summary>A complete HTTP request.</summary>
/// <param name="Path">The decoded path, without the query.</param>
internal sealed record HttpRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
)
{
    const int LongestLine = 16_384;
    const int MostHeaders = 100;
    const int LargestBody = 8 * 1024 * 1024;

    /// <summary>The fields of a form.</summary>
    public IReadOnlyDictionary<string, string> Form() => Fields(Encoding.UTF8.GetString(Body));

    /// <summary>The next request, or null at the end of the connection.</summary>
    /// <exception cref="InvalidDataException">The data is not a valid request.</exception>
    public static async Task<HttpRequest?> ReadAsync(LineReader reader)
    {
        if (await reader.ReadLineAsync(LongestLine).ConfigureAwait(false) is not { } first)
            return null;
        if (first.Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"])
            throw new InvalidDataException("This is no HTTP.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(LongestLine).ConfigureAwait(false) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':');
            if (colon < 1 || headers.Count == MostHeaders)
                throw new InvalidDataException("The headers cannot be read.");
            headers[line.Substring(0, colon)] = line.Substring(colon + 1).Trim();
        }
        var body = new MemoryStream();
        if (headers.TryGetValue("Transfer-Encoding", out var coding))
        {
            if (coding != "chunked")
                throw new InvalidDataException("A body needs Content-Length.");
            await ReadChunksAsync(reader, body).ConfigureAwait(false);
        }
        else if (headers.TryGetValue("Content-Length", out var length))
        {
            if (!int.TryParse(length, out var size) || size is < 0 or > LargestBody)
                throw new InvalidDataException("The body is too large.");
            await reader.CopyAsync(size, body).ConfigureAwait(false);
        }
        var question = target.IndexOf('?');
        var (path, query) =
            question < 0 ? (target, "") : (target.Substring(0, question), target.Substring(question + 1));
        return new(method, Uri.UnescapeDataString(path), Fields(query), headers, body.ToArray());
    }

    /// <summary>The token after <c>Bearer</c>, or null.</summary>
    public string? BearerToken =>
        Headers.TryGetValue("Authorization", out var value)
        && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? value.Substring("Bearer ".Length).Trim()
            : null;

    static async Task ReadChunksAsync(LineReader reader, MemoryStream body)
    {
        while (true)
        {
            var line = await reader.ReadLineAsync(LongestLine).ConfigureAwait(false) ?? "";
            if (
                !int.TryParse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size)
                || size is < 0 or > LargestBody
                || body.Length + size > LargestBody
            )
                throw new InvalidDataException("The chunk cannot be read.");
            await reader.CopyAsync(size, body).ConfigureAwait(false);
            await reader.ReadLineAsync(LongestLine).ConfigureAwait(false);
            if (size == 0)
                return;
        }
    }

    static Dictionary<string, string> Fields(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in text.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = field.IndexOf('=');
            fields[Decoded(equals < 0 ? field : field.Substring(0, equals))] =
                equals < 0 ? "" : Decoded(field.Substring(equals + 1));
        }
        return fields;
    }

    static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
