using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace M365Smtp.Simulator.Entra;

/// <summary>Issues access tokens like Entra and validates them like Exchange Online.</summary>
internal sealed class AccessTokens(TimeProvider time)
{
    public const string Exchange = "https://outlook.office365.com";
    public const string Graph = "https://" + Knowledge.GraphHosts.Worldwide;
    const string Role = "SMTP.SendAsApp";
    const string Scope = "SMTP.Send";

    // Facts 6: the id of the resource Office 365 Exchange Online.
    static readonly string[] Audiences =
    [
        Exchange,
        "https://outlook.office.com",
        "00000002-0000-0ff1-ce00-000000000000",
    ];

    // Entra backdates tokens, so that a clock that is slightly behind accepts them.
    static readonly TimeSpan DatedBack = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<string, long> revoked = new(StringComparer.OrdinalIgnoreCase);
    long count;

    public SigningKey Key { get; } = new();

    /// <summary>A token of the application itself.</summary>
    public string ForApplication(Tenant tenant, Application application, string audience)
    {
        var claims = Claims(tenant, application, audience, application.ObjectId);
        claims["idtyp"] = "app";
        claims["appidacr"] = "1";
        // RBAC for Applications adds nothing to the token.
        if (application.FullAccess is not null && IsExchange(audience))
            claims["roles"] = new JsonArray(Role);
        if (application.GraphRoles.Length > 0 && audience.TrimEnd('/') == Graph)
            claims["roles"] = new JsonArray([.. application.GraphRoles.Select(role => JsonValue.Create(role))]);
        return Key.Sign(claims);
    }

    /// <summary>A token of a user who signed in to the application.</summary>
    public string ForUser(Tenant tenant, Application application, Mailbox user, string audience, string scopes)
    {
        var claims = Claims(tenant, application, audience, user.ObjectId);
        claims["idtyp"] = "user";
        claims["scp"] = scopes;
        claims["upn"] = user.Upn;
        claims["unique_name"] = user.Upn;
        return Key.Sign(claims);
    }

    /// <summary>Revokes all tokens issued to this user or application so far.</summary>
    public void Revoke(string subject) => revoked[subject] = Interlocked.Read(ref count);

    /// <summary>Why the token gives no access to the mailbox; null if it does.</summary>
    public string? WhyRefused(string token, Tenant tenant, Mailbox mailbox)
    {
        if (Key.Read(token) is not { } claims)
            return "the token was not issued by this simulator";
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var audience = Text(claims, "aud")?.TrimEnd('/');
        if (!Audiences.Contains(audience, StringComparer.OrdinalIgnoreCase))
            return $"the token is for {audience}";
        if (Text(claims, "tid") != tenant.Id)
            return "the token is of another tenant";
        if (Number(claims, "exp") <= now)
            return "the token has expired";
        if (Number(claims, "nbf") > now)
            return "the token is not valid yet";
        var client = Text(claims, "appid") ?? "";
        var user = Text(claims, "upn");
        if (IsRevoked(claims, client) || (user is not null && IsRevoked(claims, user)))
            return "the token was revoked";
        if (tenant.FindApplication(client) is not { } application)
            return "the application is gone";
        return Text(claims, "scp") is { } scopes
            ? WhyUserRefused(scopes.Split(' '), user, mailbox)
            : WhyApplicationRefused(claims["roles"] is JsonArray, application, mailbox);
    }

    static string? WhyUserRefused(string[] scopes, string? user, Mailbox mailbox) =>
        !scopes.Contains(Scope, StringComparer.OrdinalIgnoreCase) ? $"the token lacks the scope {Scope}"
        : !Mailbox.Same(user ?? "", mailbox.Upn) ? "the token is of another user"
        : null;

    // Facts 6: with the role, Exchange Online requires a mailbox permission; without it, an RBAC role.
    static string? WhyApplicationRefused(bool hasRole, Application application, Mailbox mailbox)
    {
        var mailboxes = hasRole ? application.FullAccess ?? [] : application.RbacScope;
        return mailboxes.Contains(mailbox.Upn, StringComparer.OrdinalIgnoreCase) ? null
            : hasRole ? "the application has no permission on the mailbox"
            : $"the token lacks the role {Role}, and RBAC for Applications does not grant the mailbox";
    }

    /// <summary>The claims of a token that was issued here and not revoked; otherwise null.</summary>
    public JsonObject? Read(string token) =>
        Key.Read(token) is { } claims
        && !IsRevoked(claims, Text(claims, "appid") ?? "")
        && !(Text(claims, "upn") is { } user && IsRevoked(claims, user))
            ? claims
            : null;

    bool IsRevoked(JsonObject claims, string subject) =>
        revoked.TryGetValue(subject, out var last)
        && long.TryParse(Text(claims, "uti"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= last;

    JsonObject Claims(Tenant tenant, Application application, string audience, Guid subject)
    {
        var now = time.GetUtcNow();
        return new()
        {
            ["aud"] = audience,
            ["iss"] = $"https://sts.windows.net/{tenant.Id}/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = (now - DatedBack).ToUnixTimeSeconds(),
            ["exp"] = (now + tenant.TokensLast).ToUnixTimeSeconds(),
            ["appid"] = application.ClientId,
            ["oid"] = subject.ToString(),
            ["sub"] = subject.ToString(),
            ["tid"] = tenant.Id,
            ["uti"] = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture),
            ["ver"] = "1.0",
        };
    }

    static bool IsExchange(string audience) =>
        Audiences.Contains(audience.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);

    static string? Text(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static long Number(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0;
}
