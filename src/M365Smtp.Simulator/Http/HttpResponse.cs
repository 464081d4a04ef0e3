using System.Text;
using System.Text.Json.Nodes;

namespace M365Smtp.Simulator.Http;

/// <summary>One response.</summary>
internal sealed record HttpResponse(int Status, string ContentType, byte[] Body)
{
    public static readonly HttpResponse NotFound = new(404, "text/plain", []);
    public static readonly HttpResponse NotUnderstood = new(400, "text/plain", []);

    /// <summary>Where a redirect leads; null for none.</summary>
    public string? Location { get; init; }

    public static HttpResponse Json(JsonObject json, int status = 200) =>
        new(status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json.ToJsonString()));

    public byte[] ToBytes() =>
    [
        .. Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {Status} {Reason()}\r\nContent-Type: {ContentType}\r\nContent-Length: {Body.Length}\r\nCache-Control: no-store\r\n"
            + (Location is null ? "" : $"Location: {Location}\r\n") + "\r\n"),
        .. Body,
    ];

    string Reason() => Status switch
    {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        503 => "Service Unavailable",
        _ => "Other",
    };
}
