using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace M365Smtp.Simulator.Entra;

/// <summary>The key that signs the tokens of one simulator. A token of another one is refused.</summary>
internal sealed class SigningKey : IDisposable
{
    const int Bits = 2048;

    readonly RSA key = NewKey();
    readonly string id = Guid.NewGuid().ToString("N");
    readonly object signing = new();

    /// <summary>The key set (JWKS) with the public part.</summary>
    public JsonObject KeySet()
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = id, ["x5t"] = id,
                ["n"] = Base64Url.Encode(parameters.Modulus!), ["e"] = Base64Url.Encode(parameters.Exponent!),
            }),
        };
    }

    public string Sign(JsonObject claims)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = id, ["x5t"] = id };
        var signed = Encode(header) + "." + Encode(claims);
        lock (signing)
            return signed + "." + Base64Url.Encode(key.SignData(Bytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>The claims of a token that this key signed; null for every other text.</summary>
    public JsonObject? Read(string token)
    {
        if (token.Split('.') is not [var header, var claims, var signature]) return null;
        try
        {
            if ((string?)Decode(header)["alg"] != "RS256" || (string?)Decode(header)["kid"] != id) return null;
            lock (signing)
            {
                var isSigned = key.VerifyData(
                    Bytes(header + "." + claims), Base64Url.Decode(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                return isSigned ? Decode(claims) : null;
            }
        }
        catch (Exception broken) when (broken is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => key.Dispose();

    static string Encode(JsonObject json) => Base64Url.Encode(Bytes(json.ToJsonString()));

    static JsonObject Decode(string part) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.Decode(part))) as JsonObject ?? throw new FormatException();

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static RSA NewKey()
    {
        var made = RSA.Create();
        made.KeySize = Bits;
        return made;
    }
}
