using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator.Entra;

/// <summary>
/// Entra's refusal of a token request, in its own format, with the code in the description. Source: facts 6b, EN
/// reference-error-codes.
/// </summary>
internal sealed class TokenRefusal(string error, string description, int status = 400) : Exception(description)
{
    static readonly Regex Code = new(@"^AADSTS(\d{1,9})", RegexOptions.CultureInvariant);

    public static TokenRefusal WrongTenant(string tenant) =>
        new("invalid_request", $"AADSTS90002: Tenant '{tenant}' not found.");

    public static TokenRefusal UnknownApplication(string client) =>
        new(
            "unauthorized_client",
            $"AADSTS700016: Application with identifier '{client}' was not found in the directory."
        );

    public static TokenRefusal WrongSecret() =>
        new("invalid_client", "AADSTS7000215: Invalid client secret provided.", 401);

    public static TokenRefusal ExpiredSecret(string client) =>
        new("invalid_client", $"AADSTS7000222: The provided client secret keys for app '{client}' are expired.", 401);

    public static TokenRefusal WrongAssertion() =>
        new(
            "invalid_client",
            "AADSTS700027: The certificate with identifier used to sign the client assertion is not registered.",
            401
        );

    public static TokenRefusal WrongScope(string scope) =>
        new(
            "invalid_scope",
            $"AADSTS1002012: The provided value for scope {scope} is not valid. Client credential flows must have "
                + "a scope "
                + "value with /.default suffixed to the resource identifier."
        );

    public static TokenRefusal WrongResource(string resource) =>
        new("invalid_resource", $"AADSTS500011: The resource principal named {resource} was not found in the tenant.");

    public static TokenRefusal NoConsent(string client) =>
        new(
            "invalid_grant",
            $"AADSTS65001: The user or administrator has not consented to use the application with ID '{client}'."
        );

    public static TokenRefusal WrongPassword() =>
        new("invalid_grant", "AADSTS50126: Error validating credentials due to invalid username or password.");

    public static TokenRefusal UnknownGrant() =>
        new("unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");

    public static TokenRefusal StaleGrant() =>
        new("invalid_grant", "AADSTS70008: The provided authorization code or refresh token is expired.");

    public static TokenRefusal Pending() =>
        new(
            "authorization_pending",
            "AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling."
        );

    public HttpResponse Response(DateTimeOffset now)
    {
        var stamp = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (trace, correlation) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var json = new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"{Message} Trace ID: {trace} Correlation ID: {correlation} Timestamp: {stamp}",
            ["timestamp"] = stamp,
            ["trace_id"] = trace,
            ["correlation_id"] = correlation,
        };
        if (Code.Match(Message) is { Success: true } code)
            json["error_codes"] = new JsonArray(
                JsonValue.Create(int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture))
            );
        return HttpResponse.Json(json, status);
    }
}
