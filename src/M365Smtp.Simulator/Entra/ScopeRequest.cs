namespace M365Smtp.Simulator.Entra;

/// <summary>What a token is asked for: one resource and the permissions at it.</summary>
/// <param name="Audience">The resource, as the token will name it.</param>
/// <param name="Permissions">As <c>scp</c> will hold them.</param>
internal sealed record ScopeRequest(string Audience, string[] Permissions)
{
    const string Default = "/.default";

    static readonly string[] Resources =
    [
        "https://outlook.office365.com",
        "https://outlook.office.com",
        "https://graph.microsoft.com",
        "00000002-0000-0ff1-ce00-000000000000",
    ];

    // What OpenID Connect adds; it belongs to no resource.
    static readonly string[] OfOpenId = ["openid", "profile", "offline_access", "email"];

    /// <summary>For an application: exactly one scope, which ends in <c>/.default</c>.</summary>
    /// <exception cref="TokenRefusal">It is not that, or names no resource.</exception>
    public static ScopeRequest OfApplication(string scopes)
    {
        var asked = Asked(scopes);
        if (asked is not [var scope] || !scope.EndsWith(Default, StringComparison.OrdinalIgnoreCase))
            throw TokenRefusal.WrongScope(scopes);
        return new(Known(scope.Substring(0, scope.Length - Default.Length)), []);
    }

    /// <summary>
    /// For a user: <c>https://outlook.office.com/SMTP.Send</c>, or <c>.default</c> for all that has consent.
    /// </summary>
    /// <exception cref="TokenRefusal">No resource is named, or several are.</exception>
    public static ScopeRequest OfUser(string scopes)
    {
        // Without a resource a permission is one of Microsoft Graph.
        var asked = Asked(scopes)
            .Select(scope =>
                scope.LastIndexOf('/') is var slash and > 0
                    ? (Resource: scope.Substring(0, slash), Name: scope.Substring(slash + 1))
                    : (Resource: "https://graph.microsoft.com", Name: scope)
            )
            .ToArray();
        if (asked.Length == 0 || asked.Select(one => one.Resource).Distinct().Count() > 1)
            throw TokenRefusal.WrongScope(scopes);
        return new(Known(asked[0].Resource), [.. asked.Select(one => one.Name == ".default" ? "SMTP.Send" : one.Name)]);
    }

    static string[] Asked(string scopes) =>
        [.. scopes.Split([' '], StringSplitOptions.RemoveEmptyEntries).Where(scope => !OfOpenId.Contains(scope))];

    // With two slashes before .default the audience keeps one.
    static string Known(string resource) =>
        Resources.Contains(resource.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)
            ? resource
            : throw TokenRefusal.WrongResource(resource);
}
