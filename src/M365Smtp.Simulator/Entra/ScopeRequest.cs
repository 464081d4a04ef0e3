namespace M365Smtp.Simulator.Entra;

/// <summary>The resource and permissions that a token is requested for.</summary>
/// <param name="Audience">The resource, as named in the token.</param>
/// <param name="Permissions">The permissions, as listed in <c>scp</c>.</param>
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

    // Scopes of OpenID Connect, which belong to no resource.
    static readonly string[] OfOpenId = ["openid", "profile", "offline_access", "email"];

    /// <summary>For an application: exactly one scope, which ends in <c>/.default</c>.</summary>
    /// <exception cref="TokenRefusal">The scope is anything else, or names no resource.</exception>
    public static ScopeRequest OfApplication(string scopes)
    {
        var asked = Asked(scopes);
        if (asked is not [var scope] || !scope.EndsWith(Default, StringComparison.OrdinalIgnoreCase))
            throw TokenRefusal.WrongScope(scopes);
        return new(Known(scope.Substring(0, scope.Length - Default.Length)), []);
    }

    /// <summary>
    /// For a user: <c>https://outlook.office.com/SMTP.Send</c>, or <c>.default</c> for everything with consent.
    /// </summary>
    /// <exception cref="TokenRefusal">No resource is named, or more than one.</exception>
    public static ScopeRequest OfUser(string scopes)
    {
        // A permission without a resource belongs to Microsoft Graph.
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

    // With two slashes before .default, the audience keeps one.
    static string Known(string resource) =>
        Resources.Contains(resource.TrimEnd('/'), StringComparer.OrdinalIgnoreCase)
            ? resource
            : throw TokenRefusal.WrongResource(resource);
}
