using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace M365Smtp.Tool.Output;

/// <summary>The tool's JSON format: camelCase names, enum values by name, no null values, and readable
/// apostrophes.</summary>
internal static class Json
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);
}
