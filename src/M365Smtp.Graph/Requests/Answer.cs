using System.Globalization;
using System.Text.Json;
using Azure;

namespace M365Smtp.Graph.Requests;

/// <summary>Reads responses from Microsoft Graph.</summary>
internal static class Answer
{
    const int MaxText = 500;

    /// <summary>A string property of the JSON response.</summary>
    /// <exception cref="GraphException">The property is missing.</exception>
    public static string Text(Response response, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content.ToMemory());
            if (json.RootElement.GetProperty(name).GetString() is { Length: > 0 } text)
                return text;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException) { }
        throw new GraphException(response.Status, null, $"The answer holds no '{name}'.") { RequestId = Id(response) };
    }

    /// <summary>The text that <c>Send</c> returns: <c>202 Accepted (request 1f0c…)</c>.</summary>
    public static string Line(Response response) =>
        $"{response.Status} {response.ReasonPhrase}" + (Id(response) is { } id ? $" (request {id})" : "");

    public static GraphException Refusal(Response response)
    {
        var (code, message) = Error(response);
        return new(response.Status, code, message ?? response.ReasonPhrase)
        {
            RequestId = Id(response),
            RetryAfter = RetryAfter(response),
        };
    }

    /// <summary>How long the server asks to wait; null if it does not say.</summary>
    public static TimeSpan? RetryAfter(Response response)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            && response.Headers.Date is { } now
            && until > now
            ? until - now
            : null;
    }

    // {"error":{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}}
    static (string? Code, string? Message) Error(Response response)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content.ToMemory());
            var error = json.RootElement.GetProperty("error");
            return (Text(error, "code"), Text(error, "message"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, null);
        }
    }

    static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? Printable(text)
            : null;

    static string Printable(string text) =>
        new([.. text.Take(MaxText).Select(letter => char.IsControl(letter) ? ' ' : letter)]);

    static string? Id(Response response) =>
        response.Headers.TryGetValue("request-id", out var id) ? Printable(id!) : null;
}
