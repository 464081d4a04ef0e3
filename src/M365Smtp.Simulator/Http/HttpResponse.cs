using System.Text;
using System.Text.Json.Nodes;

namespace M365Smtp.Simulator.Http;

/// <summary>An HTTP response.</summary>
internal sealed record HttpResponse(int Status, string ContentType, byte[] Body)
{
    public static readonly HttpResponse NotFound = new(404, "text/plain", []);
    public static readonly HttpResponse NotUnderstood = new(400, "text/plain", []);

    /// <summary>The redirect target, or null.</summary>
    public string? Location { get; init; }

    /// <summary>Other header fields.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The error code in the body, for the log.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// The connection closes instead of a response, so the client cannot know the outcome of its request.
    /// </summary>
    public bool IsLost { get; init; }

    public static HttpResponse Json(JsonObject json, int status = 200) =>
        new(status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json.ToJsonString()));

    public HttpResponse With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    public byte[] ToBytes() =>
        [
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {Status} {Reason()}\r\nContent-Type: {ContentType}\r\nContent-Length: "
                    + $"{Body.Length}\r\nCache-Control: no-store\r\n"
                    + (Location is null ? "" : $"Location: {Location}\r\n")
                    + string.Concat(Headers.Select(field => $"{field.Key}: {field.Value}\r\n"))
                    + "\r\n"
            ),
            .. Body,
        ];

    string Reason() =>
        Status switch
        {
            200 => "OK",
            201 => "Created",
            202 => "Accepted",
            204 => "No Content",
            302 => "Found",
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            413 => "Request Entity Too Large",
            416 => "Requested Range Not Satisfiable",
            429 => "Too Many Requests",
            503 => "Service Unavailable",
            _ => "Other",
        };
}
