using System.Text;
using M365Smtp.Analyzers.Extraction.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace M365Smtp.Analyzers.Extraction.Flow;

/// <summary>
/// Texts that are written in Base64 or as bytes and decoded in place: who has the source has them too.
/// </summary>
internal sealed partial class Interpreter
{
    // No password is longer.
    const int MostBytes = 256;

    /// <summary>
    /// <c>Encoding.UTF8.GetString(Convert.FromBase64String("…"))</c>; null for every other call, and for bytes that
    /// are no text.
    /// </summary>
    Value.Constant? Decoded(IInvocationOperation call, Value? receiver, Arguments arguments) =>
        call.TargetMethod switch
        {
            { Name: "FromBase64String", ContainingType.Name: "Convert" }
                when arguments["s"] is Value.Constant { Data: string text } && FromBase64(text) is { } plain =>
                Computed(plain, call),
            { Name: "GetString", ContainingType.Name: "Encoding" or "UTF8Encoding" or "ASCIIEncoding" } => arguments[
                "bytes"
            ] switch
            {
                Value.Constant { Data: string decoded } => Computed(decoded, call),
                Value.Instance
                {
                    Allocation: { Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } } bytes
                } when Bytes(bytes) is { } plain => Computed(plain, call),
                _ => null,
            },
            { Name: "ToArray" }
                when (receiver ?? arguments.FirstOrDefault().Value) is Value.Constant { Data: string } same => same,
            _ => null,
        };

    static string? FromBase64(string text)
    {
        if (text.Length > MostBytes * 2)
            return null;
        try
        {
            return Plain(System.Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    string? Bytes(Allocation array)
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
