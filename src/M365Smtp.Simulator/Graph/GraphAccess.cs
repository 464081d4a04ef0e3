using M365Smtp.Knowledge;

namespace M365Smtp.Simulator.Graph;

/// <summary>Who may do what to which mailbox.</summary>
internal static class GraphAccess
{
    // Facts 7: the resource Microsoft Graph.
    const string GraphResourceId = "00000003-0000-0000-c000-000000000000";

    static readonly string[] Audiences = [.. GraphHosts.All.SelectMany(host => new[] { "https://" + host, "https://" + host + "/" }), GraphResourceId];

    /// <summary>Why the token is refused; null where it is accepted.</summary>
    public static GraphReplies? Refusal(string? token, DateTimeOffset now, out GraphToken? accepted)
    {
        accepted = null;
        if (string.IsNullOrEmpty(token)) return GraphReplies.NoToken;
        if (GraphToken.Read(token!) is not { } claims) return GraphReplies.MalformedToken;
        if (!Audiences.Contains(claims.Audience, StringComparer.OrdinalIgnoreCase)) return GraphReplies.WrongAudience;
        if (claims.Expires <= now) return GraphReplies.ExpiredToken;
        accepted = claims;
        return null;
    }

    /// <summary>Why this caller may not do that with the mailbox; null where it may.</summary>
    /// <param name="permission">Mail.Send or Mail.ReadWrite.</param>
    public static GraphReplies? Refusal(Tenant tenant, GraphToken caller, string permission, Mailbox mailbox)
    {
        if (caller.User is { } user)
        {
            var needed = Mailbox.Same(user, mailbox.Upn) ? permission : permission + ".Shared";
            return Has(caller.Scopes, needed) ? null : GraphReplies.AccessDenied;
        }
        var restricted = tenant.AccessPolicies.Where(policy => policy.Is(caller.AppId)).ToArray();
        if (restricted.Length > 0 && !restricted.Any(policy => policy.Covers(mailbox))) return GraphReplies.AccessPolicy;
        if (Has(caller.Roles, permission)) return null;
        var granted = tenant.ApplicationRoles.Any(role => role.Is(caller.AppId) && role.Name == "Application " + permission && role.Covers(mailbox));
        return granted ? null : GraphReplies.AccessDenied;
    }

    static bool Has(IReadOnlyList<string> permissions, string needed) => permissions.Contains(needed, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What an application may do, and with which mailboxes.</summary>
internal sealed record ApplicationScope(string AppId, string Name, string[] Mailboxes)
{
    public bool Is(string appId) => string.Equals(AppId, appId, StringComparison.OrdinalIgnoreCase);

    public bool Covers(Mailbox mailbox) => Array.Exists(Mailboxes, one => Mailbox.Same(one, mailbox.Upn));
}
