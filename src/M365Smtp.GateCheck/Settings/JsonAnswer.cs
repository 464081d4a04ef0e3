using System.Text.Json;

namespace M365Smtp.Settings;

/// <summary>A JSON response over HTTP. Its errors say what is missing and repeat nothing of the request.</summary>
internal static class JsonAnswer
{
    const int MaxBytes = 1 << 20;

    public static async Task<JsonDocument> ReadAsync(
        HttpClient http,
        HttpRequestMessage request,
        string who,
        string permission,
        CancellationToken cancellation
    )
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation)
            .ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException(
                $"{who} answered {(int)response.StatusCode}{((int)response.StatusCode is 401 or 403 ? $"; the token needs {permission}" : "")}."
            );
        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        try
        {
            return JsonDocument.Parse(await UpToAsync(stream, cancellation).ConfigureAwait(false));
        }
        catch (JsonException)
        {
            throw new FormatException($"The answer of {who} is not JSON.");
        }
    }

    static async Task<ReadOnlyMemory<byte>> UpToAsync(Stream stream, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        for (
            int read;
            (read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellation).ConfigureAwait(false)) > 0;

        )
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxBytes)
                throw new FormatException("The answer is longer than 1 MiB.");
        }
        return bytes.ToArray();
    }
}
