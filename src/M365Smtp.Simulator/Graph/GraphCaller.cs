using System.Text.Json.Nodes;
using M365Smtp.Knowledge;
using M365Smtp.Simulator.Entra;

namespace M365Smtp.Simulator.Graph;

/// <summary>The caller that a token identifies, and its permissions.</summary>
internal sealed record GraphCaller(Application Application, string[] Roles)
{
    // Facts 7: the resource Microsoft Graph.
    const string GraphResourceId = "00000003-0000-0000-c000-000000000000";

    static readonly string[] Audiences = [.. GraphHosts.All.Select(host => "https://" + host), GraphResourceId];

    /// <summary>The signed-in user; null for an application's token.</summary>
    public string? User { get; init; }

    /// <summary>Delegated permissions.</summary>
    public string[] Scopes { get; init; } = [];

    /// <summary>Why the token is refused; null if it is accepted.</summary>
    public static GraphReplies? Refusal(
        string? token,
        Tenant tenant,
        AccessTokens tokens,
        DateTimeOffset now,
        out GraphCaller? caller
    )
    {
        caller = null;
        if (string.IsNullOrEmpty(token))
            return GraphReplies.NoToken;
        if (token!.IndexOf('.') < 0)
            return GraphReplies.MalformedToken;
        if (tokens.Read(token) is not { } claims)
            return GraphReplies.WrongSignature;
        if (!Audiences.Contains(Text(claims, "aud")?.TrimEnd('/'), StringComparer.OrdinalIgnoreCase))
            return GraphReplies.WrongAudience;
        if (Number(claims, "exp") <= now.ToUnixTimeSeconds())
            return GraphReplies.ExpiredToken;
        if (tenant.FindApplication(Text(claims, "appid") ?? "") is not { } application)
            return GraphReplies.WrongSignature;
        var roles = (claims["roles"] as JsonArray)?.Select(role => (string?)role ?? "").ToArray() ?? [];
        var scopes = Text(claims, "scp");
        caller = new(application, roles)
        {
            User = scopes is null ? null : Text(claims, "upn"),
            Scopes = scopes?.Split(' ') ?? [],
        };
        return null;
    }

    /// <summary>Why this caller may not do that with the mailbox; null if it may.</summary>
    /// <param name="permission">Mail.Send or Mail.ReadWrite.</param>
    public GraphReplies? Refusal(string permission, Mailbox mailbox)
    {
        if (User is { } user)
            return Has(Scopes, Mailbox.Same(user, mailbox.Upn) ? permission : permission + ".Shared")
                ? null
                : GraphReplies.AccessDenied;
        if (Application.GraphPolicy is { } reached && !Has(reached, mailbox.Upn))
            return GraphReplies.AccessPolicy;
        var isGranted =
            Has(Roles, permission)
            || Array.Exists(
                Application.GraphScopes,
                scope => scope.Permission == permission && Has(scope.Mailboxes, mailbox.Upn)
            );
        return isGranted ? null : GraphReplies.AccessDenied;
    }

    static bool Has(string[] all, string one) => all.Contains(one, StringComparer.OrdinalIgnoreCase);

    static string? Text(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static long Number(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : 0;
}
