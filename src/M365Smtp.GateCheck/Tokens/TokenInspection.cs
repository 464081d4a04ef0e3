using M365Smtp.Knowledge;
using M365Smtp.Report;

namespace M365Smtp.Tokens;

/// <summary>
/// What the token shows before it is sent. The server gives no reason for refusing a token, so this is the only place
/// to find it.
/// </summary>
/// <param name="Wrong">Why the server will refuse it; null if nothing suggests that.</param>
/// <param name="Notes">Possible reasons for a refusal.</param>
internal sealed record TokenInspection(string? Wrong, IReadOnlyList<string> Notes)
{
    /// <summary>The application that the token was issued to; null for a user's token.</summary>
    public Settings.ServicePrincipal? Application { get; private init; }

    /// <summary>When the token expires; null if it does not say.</summary>
    public DateTimeOffset? Expires { get; private init; }

    /// <summary>The token, if it expires within the warning time and is not renewed.</summary>
    public Expiry? Unrenewed(GateCheckOptions options)
    {
        var now = options.TimeProvider.GetUtcNow();
        if (Wrong is not null || Expires is not { } ends)
            return null;
        var warning = options.TokenProvider is null ? options.ExpiryWarning : ExpiryNotes.Renewed;
        return ends - now <= warning ? new("access token", ends) : null;
    }

    // Facts 6: the id of the resource Office 365 Exchange Online.
    const string ExchangeResourceId = "00000002-0000-0ff1-ce00-000000000000";
    static readonly string[] OutlookHosts =
    [
        .. OAuthScopes
            .All.SelectMany(row => new[] { row.AppOnly, row.Delegated })
            .OfType<string>()
            .Select(scope => new Uri(scope).Host)
            .Append("outlook.office.com")
            .Distinct(),
    ];

    public static TokenInspection Of(string token, GateCheckOptions options)
    {
        if (TokenClaims.Read(token) is not { } claims)
            return new(null, ["The token is opaque: nothing in it can be checked."]);
        return new(WhyWrong(claims, options), [.. Notices(claims, options)])
        {
            Application = claims.Application,
            Expires = claims.Expires,
        };
    }

    static string? WhyWrong(TokenClaims claims, GateCheckOptions options)
    {
        if (claims.Audience is { } audience && !IsForOutlook(audience, options.Host))
            return $"The token is for '{audience}'; sending by SMTP needs one for {Expected(options.Host)}.";
        if (claims.Expires is { } expires && expires <= options.TimeProvider.GetUtcNow())
            return $"The token expired at {expires:u}.";
        if (options.TenantId is { } tenant && claims.Tenant is { } of && !Same(tenant, of))
            return $"The token is of tenant '{of}', not '{tenant}'.";
        var needed = Scopes(options.Host).Permission;
        if (claims.Scopes is { } scopes && !scopes.Contains(needed, StringComparer.OrdinalIgnoreCase))
            return $"The token lacks the scope {needed}; it has '{string.Join(" ", scopes)}'.";
        // Measured for SMTP; contradicts the documentation (facts 6).
        if (
            claims.Scopes is not null
            && claims.User is { } user
            && options.Mailbox is { } mailbox
            && !Same(user, mailbox)
        )
            return $"The token is of user '{user}'; sign in with that name and set From to '{mailbox}', which needs Send As.";
        return null;
    }

    static IEnumerable<string> Notices(TokenClaims claims, GateCheckOptions options)
    {
        var role = Scopes(options.Host).AppPermission;
        if (claims.Scopes is null && !claims.Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
            yield return $"The token has no role {role}: "
                + (
                    role == "SMTP.SendAsApp"
                        ? "that works only with RBAC for Applications."
                        : "High Volume Email asks for it."
                );
        if (claims.Expires is null)
            yield return "The token does not say when it expires.";
        if (claims.NotBefore is { } start && start > options.TimeProvider.GetUtcNow())
            yield return $"The token is not valid before {start:u}, which is later than this machine's clock: check the clock.";
        if (claims.Audience is { } audience && audience.EndsWith("/", StringComparison.Ordinal))
            yield return $"The audience '{audience}' ends with a slash, so the scope that was asked for held two of them. "
                + $"Should the token be refused, ask for {audience.TrimEnd('/')}/.default.";
    }

    /// <summary>The scopes and permissions of the host's cloud; worldwide if the host is unknown.</summary>
    public static OAuthScopes.Row Scopes(string host) =>
        OAuthScopes.Of(Hosts.Find(host)?.Cloud ?? Cloud.Worldwide) ?? OAuthScopes.Of(Cloud.Worldwide)!;

    static bool IsForOutlook(string audience, string host)
    {
        if (Same(audience, ExchangeResourceId))
            return true;
        if (!Uri.TryCreate(audience, UriKind.Absolute, out var uri))
            return false;
        return OfCloud(host) is { Length: > 0 } hosts
            ? hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase)
            : OutlookHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);
    }

    static string Expected(string host) =>
        string.Join(
            " or ",
            (OfCloud(host) is { Length: > 0 } hosts ? hosts : ["outlook.office365.com", "outlook.office.com"]).Select(
                name => "https://" + name
            )
        );

    // Worldwide tokens use two audiences; other clouds use the one in their scope.
    static string[] OfCloud(string host) =>
        Hosts.Find(host)?.Cloud switch
        {
            null => [],
            Cloud.Worldwide or Cloud.Consumer or Cloud.HighVolume => ["outlook.office365.com", "outlook.office.com"],
            { } cloud => OAuthScopes.Of(cloud)?.AppOnly is { } scope ? [new Uri(scope).Host] : [],
        };

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
