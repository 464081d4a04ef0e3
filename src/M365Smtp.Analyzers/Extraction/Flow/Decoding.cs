using System.Text;
using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>Strings written as Base64 or bytes and decoded in place: anyone with the source has them, too.</summary>
internal static class Decoding
{
    // No password is longer.
    const int MostBytes = 256;

    public static readonly KnownCall[] Rows =
    [
        new("FromBase64String", "Convert", site => Text(site, FromBase64(site.Arguments["s"]))),
        new("GetString", "Encoding", Decoded),
        new("GetString", "UTF8Encoding", Decoded),
        new("GetString", "ASCIIEncoding", Decoded),
        new("ToArray", null, site => site.Subject is Value.Constant { Data: string } same ? same : null),
    ];

    /// <summary>
    /// <c>Encoding.UTF8.GetString(Convert.FromBase64String("…"))</c>; null if the bytes are not text.
    /// </summary>
    static Value? Decoded(CallSite site) =>
        site.Arguments["bytes"] switch
        {
            Value.Constant { Data: string decoded } => site.Constant(decoded),
            Value.Instance
            {
                Allocation: { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } } bytes
            } => Text(site, Bytes(site.Visit.State, bytes)),
            _ => null,
        };

    static Value? Text(CallSite site, string? text) => text is null ? null : site.Constant(text);

    static string? FromBase64(Value value)
    {
        if (value is not Value.Constant { Data: string { Length: <= MostBytes * 2 } text })
            return null;
        try
        {
            return Plain(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    static string? Bytes(State state, Allocation array)
    {
        var bytes = new List<byte>();
        for (var i = 1; state.Member(array, Slot.Element(i)) is var item && item != Value.Unset; i++)
        {
            if (
                item is not Value.Constant { Data: int and >= 0 and <= byte.MaxValue and var number }
                || bytes.Count == MostBytes
            )
                return null;
            bytes.Add((byte)number);
        }
        return Plain([.. bytes]);
    }

    static string? Plain(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes) is { Length: > 0 } text
        && !text.Any(letter => char.IsControl(letter) || letter == '\uFFFD')
            ? text
            : null;
}
