using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using M365Smtp.Simulator.Http;

namespace M365Smtp.Simulator.Entra;

/// <summary>
/// The sign-in service of the simulated tenant: the endpoints of login.microsoftonline.com that Azure.Identity and MSAL
/// call.
/// </summary>
internal sealed class EntraEndpoint(SubmissionService service, Action<string>? log)
{
    // RFC 8628; MSAL sends device_code.
    const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>What a refresh token or device code grants.</summary>
    sealed record Grant(string Client, string Scopes)
    {
        /// <summary>Null until a user has signed in.</summary>
        public string? Upn { get; init; }
    }

    readonly ConcurrentDictionary<string, Grant> devices = new();
    readonly ConcurrentDictionary<string, string> userCodes = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<string, Grant> refreshTokens = new();

    /// <summary>Enters the code shown by a device, for a user.</summary>
    /// <returns>Whether a device is showing that code.</returns>
    public bool SignInDevice(string userCode, string upn)
    {
        if (!userCodes.TryRemove(userCode, out var device) || !devices.TryGetValue(device, out var grant))
            return false;
        devices[device] = grant with { Upn = upn };
        return true;
    }

    public HttpResponse Answer(HttpRequest request, Uri self)
    {
        var segments = request.Path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length < 2)
            return HttpResponse.NotFound;
        try
        {
            return (request.Method, string.Join("/", segments.Skip(1))) switch
            {
                ("GET", "discovery/instance") => HttpResponse.Json(Instances(self, segments[0])),
                ("GET", "v2.0/.well-known/openid-configuration") or ("GET", ".well-known/openid-configuration") =>
                    HttpResponse.Json(OpenId(self, TenantOf(segments[0]))),
                ("GET", "discovery/v2.0/keys") or ("GET", "discovery/keys") => HttpResponse.Json(
                    service.Tokens.Key.KeySet()
                ),
                ("GET", var path) when path.StartsWith("userrealm/", StringComparison.OrdinalIgnoreCase) =>
                    HttpResponse.Json(
                        new()
                        {
                            ["ver"] = "1.0",
                            ["account_type"] = "Managed",
                            ["cloud_instance_name"] = self.Host,
                        }
                    ),
                ("POST", "oauth2/v2.0/devicecode") => DeviceCode(segments[0], request.Form(), self),
                ("POST", "oauth2/v2.0/token") => Token(segments[0], request.Form(), self),
                _ => HttpResponse.NotFound,
            };
        }
        catch (TokenRefusal refusal)
        {
            log?.Invoke("[entra] # " + refusal.Message);
            return refusal.Response(service.Time.GetUtcNow());
        }
    }

    HttpResponse Token(string tenantName, IReadOnlyDictionary<string, string> form, Uri self)
    {
        if (service.Tenant.TokensRefused is { } refused)
            throw new TokenRefusal(
                refused.Status >= 500 ? "temporarily_unavailable" : "invalid_grant",
                refused.Description,
                refused.Status
            );
        TenantOf(tenantName);
        var application = ApplicationOf(form);
        return Field(form, "grant_type") switch
        {
            "client_credentials" => ForApplication(application, form),
            "password" => ForUser(application, ByPassword(application, form), self),
            "refresh_token" => ForUser(application, ByRefreshToken(form), self),
            DeviceGrant or "device_code" => ForUser(application, ByDeviceCode(form), self),
            _ => throw TokenRefusal.UnknownGrant(),
        };
    }

    HttpResponse ForApplication(Application application, IReadOnlyDictionary<string, string> form)
    {
        ClientProof.Check(application, form, service.Time.GetUtcNow());
        var asked = ScopeRequest.OfApplication(Field(form, "scope"));
        var token = service.Tokens.ForApplication(service.Tenant, application, asked.Audience);
        log?.Invoke($"[entra] # token for {asked.Audience} to application {application.ClientId}");
        return HttpResponse.Json(Bearer(token));
    }

    HttpResponse ForUser(Application application, Grant grant, Uri self)
    {
        if (!application.SignsInUsers)
            throw TokenRefusal.NoConsent(application.ClientId);
        if (service.Tenant.Find(grant.Upn!) is not { } user)
            throw TokenRefusal.WrongPassword();
        var asked = ScopeRequest.OfUser(grant.Scopes);
        var scopes = string.Join(" ", asked.Permissions);
        var json = Bearer(service.Tokens.ForUser(service.Tenant, application, user, asked.Audience, scopes));
        var refresh = Guid.NewGuid().ToString("N");
        refreshTokens[refresh] = grant;
        json["scope"] = string.Join(" ", asked.Permissions.Select(name => $"{asked.Audience}/{name}"));
        json["refresh_token"] = refresh;
        json["id_token"] = IdToken(application, user, self);
        json["client_info"] = Base64Url.Encode(
            Encoding.UTF8.GetBytes(
                new JsonObject { ["uid"] = user.ObjectId.ToString(), ["utid"] = service.Tenant.Id }.ToJsonString()
            )
        );
        log?.Invoke($"[entra] # token for {json["scope"]} to {user.Upn}");
        return HttpResponse.Json(json);
    }

    Grant ByPassword(Application application, IReadOnlyDictionary<string, string> form)
    {
        var user = service.Tenant.Find(Field(form, "username"));
        if (user?.SignInPassword is not { } right || right != Field(form, "password"))
            throw TokenRefusal.WrongPassword();
        return new(application.ClientId, Field(form, "scope")) { Upn = user.Upn };
    }

    Grant ByRefreshToken(IReadOnlyDictionary<string, string> form)
    {
        if (!refreshTokens.TryGetValue(Field(form, "refresh_token"), out var grant))
            throw TokenRefusal.StaleGrant();
        return Field(form, "scope") is { Length: > 0 } scopes ? grant with { Scopes = scopes } : grant;
    }

    Grant ByDeviceCode(IReadOnlyDictionary<string, string> form)
    {
        var code = Field(form, "device_code");
        if (!devices.TryGetValue(code, out var grant))
            throw TokenRefusal.StaleGrant();
        if (grant.Upn is null)
            throw TokenRefusal.Pending();
        devices.TryRemove(code, out _);
        return grant;
    }

    HttpResponse DeviceCode(string tenantName, IReadOnlyDictionary<string, string> form, Uri self)
    {
        TenantOf(tenantName);
        var (device, user) = (
            Guid.NewGuid().ToString("N"),
            Guid.NewGuid().ToString("N").Substring(0, 9).ToUpperInvariant()
        );
        devices[device] = new(ApplicationOf(form).ClientId, Field(form, "scope"));
        userCodes[user] = device;
        var page = new Uri(self, "device").ToString();
        return HttpResponse.Json(
            new()
            {
                ["user_code"] = user,
                ["device_code"] = device,
                ["verification_uri"] = page,
                ["expires_in"] = 900,
                ["interval"] = 1,
                ["message"] = $"To sign in, open {page} and enter the code {user} to authenticate.",
            }
        );
    }

    JsonObject Bearer(string token)
    {
        var seconds = (long)service.Tenant.TokensLast.TotalSeconds;
        return new()
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = token,
        };
    }

    string IdToken(Application application, Mailbox user, Uri self)
    {
        var now = service.Time.GetUtcNow();
        return service.Tokens.Key.Sign(
            new()
            {
                ["aud"] = application.ClientId,
                ["iss"] = Issuer(self),
                ["iat"] = now.ToUnixTimeSeconds(),
                ["nbf"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + service.Tenant.TokensLast).ToUnixTimeSeconds(),
                ["name"] = user.Upn,
                ["preferred_username"] = user.Upn,
                ["oid"] = user.ObjectId.ToString(),
                ["sub"] = user.ObjectId.ToString(),
                ["tid"] = service.Tenant.Id,
                ["ver"] = "2.0",
            }
        );
    }

    JsonObject OpenId(Uri self, string tenant)
    {
        string At(string path) => new Uri(self, tenant + path).ToString();
        return new()
        {
            ["issuer"] = Issuer(self),
            ["authorization_endpoint"] = At("/oauth2/v2.0/authorize"),
            ["token_endpoint"] = At("/oauth2/v2.0/token"),
            ["device_authorization_endpoint"] = At("/oauth2/v2.0/devicecode"),
            ["jwks_uri"] = At("/discovery/v2.0/keys"),
            ["response_types_supported"] = new JsonArray("code", "id_token"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt"),
        };
    }

    // MSAL compares hosts without ports, because Entra has none.
    static JsonObject Instances(Uri self, string tenant) =>
        new()
        {
            ["tenant_discovery_endpoint"] = new Uri(self, tenant + "/v2.0/.well-known/openid-configuration").ToString(),
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(
                new JsonObject
                {
                    ["preferred_network"] = self.Authority,
                    ["preferred_cache"] = self.Authority,
                    ["aliases"] = new JsonArray(self.Authority, self.Host),
                }
            ),
        };

    string Issuer(Uri self) => new Uri(self, service.Tenant.Id + "/v2.0").ToString();

    string TenantOf(string name) =>
        name.ToLowerInvariant() is "common" or "organizations" || service.Tenant.IsNamed(name)
            ? name
            : throw TokenRefusal.WrongTenant(name);

    Application ApplicationOf(IReadOnlyDictionary<string, string> form) =>
        service.Tenant.FindApplication(Field(form, "client_id"))
        ?? throw TokenRefusal.UnknownApplication(Field(form, "client_id"));

    static string Field(IReadOnlyDictionary<string, string> form, string name) =>
        form.TryGetValue(name, out var value) ? value : "";
}
