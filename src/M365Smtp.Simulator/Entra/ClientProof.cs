using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace M365Smtp.Simulator.Entra;

/// <summary>
/// Verifies how an application authenticates: with a secret, or with an assertion signed by its certificate (RFC 7523).
/// </summary>
internal static class ClientProof
{
    /// <exception cref="TokenRefusal">The proof is invalid.</exception>
    public static void Check(Application application, IReadOnlyDictionary<string, string> form, DateTimeOffset now)
    {
        if (form.TryGetValue("client_assertion", out var assertion))
        {
            if (
                !Array.Exists(application.Certificates, certificate => IsSignedBy(assertion, certificate))
                || HasExpired(assertion, now)
            )
                throw TokenRefusal.WrongAssertion();
            return;
        }
        form.TryGetValue("client_secret", out var secret);
        var known = application.Secrets.Where(one => one.Value == secret).ToArray();
        if (known.Length == 0)
            throw TokenRefusal.WrongSecret();
        if (Array.TrueForAll(known, one => one.Ends <= now))
            throw TokenRefusal.ExpiredSecret(application.ClientId);
    }

    static bool IsSignedBy(string assertion, X509Certificate2 certificate)
    {
        if (assertion.Split('.') is not [var header, var claims, var signature])
            return false;
        try
        {
            using var key = certificate.GetRSAPublicKey();
            var padding = (string?)Json(header)["alg"] == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            return key?.VerifyData(
                    Encoding.ASCII.GetBytes(header + "." + claims),
                    Base64Url.Decode(signature),
                    HashAlgorithmName.SHA256,
                    padding
                ) == true;
        }
        catch (Exception broken)
            when (broken is FormatException or JsonException or InvalidOperationException or CryptographicException)
        {
            return false;
        }
    }

    // MSAL writes the time as a string.
    static bool HasExpired(string assertion, DateTimeOffset now) =>
        !long.TryParse(Json(assertion.Split('.')[1])["exp"]?.ToString(), out var seconds)
        || seconds <= now.ToUnixTimeSeconds();

    static JsonObject Json(string part) =>
        JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.Decode(part))) as JsonObject ?? throw new FormatException();
}
