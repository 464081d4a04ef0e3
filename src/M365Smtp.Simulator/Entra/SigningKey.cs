using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace M365Smtp.Simulator.Entra;

/// <summary>
/// The key that signs the tokens of one simulator. Another simulator's token is refused, because its signed header
/// names another key.
/// </summary>
internal sealed class SigningKey
{
    const int Bits = 2048;

    // Created once per process because it is slow; not every RSA implementation is thread-safe.
    static readonly Lazy<RSA> Shared = new(NewKey);
    static readonly object Signing = new();

    readonly string id = Guid.NewGuid().ToString("N");

    /// <summary>The key set (JWKS) with the public key.</summary>
    public JsonObject KeySet()
    {
        var parameters = Shared.Value.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["alg"] = "RS256",
                    ["kid"] = id,
                    ["x5t"] = id,
                    ["n"] = Base64Url.Encode(parameters.Modulus!),
                    ["e"] = Base64Url.Encode(parameters.Exponent!),
                }
            ),
        };
    }

    public string Sign(JsonObject claims)
    {
        var header = new JsonObject
        {
            ["typ"] = "JWT",
            ["alg"] = "RS256",
            ["kid"] = id,
            ["x5t"] = id,
        };
        var signed = Encode(header) + "." + Encode(claims);
        lock (Signing)
            return signed
                + "."
                + Base64Url.Encode(
                    Shared.Value.SignData(Bytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                );
    }

    /// <summary>The claims of a token signed with this key; otherwise null.</summary>
    public JsonObject? Read(string token)
    {
        if (token.Split('.') is not [var header, var claims, var signature])
            return null;
        try
        {
            if ((string?)Decode(header)["alg"] != "RS256" || (string?)Decode(header)["kid"] != id)
                return null;
            lock (Signing)
            {
                var isSigned = Shared.Value.VerifyData(
                    Bytes(header + "." + claims),
                    Base64Url.Decode(signature),
                    HashAlgorithmName.SHA256,
                    RSASignaturePadding.Pkcs1
                );
                return isSigned ? Decode(claims) : null;
            }
        }
        catch (Exception broken) when (broken is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

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
