namespace M365Smtp.Knowledge;

/// <summary>
/// The OAuth scopes of SMTP submission, one row per cloud. Source: DEV how-to-authenticate; sovereign clouds C+ (facts
/// 6).
/// </summary>
internal static class OAuthScopes
{
    /// <param name="AppOnly">The scope of an application's token (client credentials), or null if there is
    /// none.</param>
    /// <param name="Delegated">The scope of a signed-in user's token, or null if it is not documented.</param>
    /// <param name="Resources">The names of the cloud's Exchange Online in scopes.</param>
    internal sealed record Row(Cloud Cloud, string? AppOnly, string? Delegated, string[] Resources)
    {
        /// <summary>The application permission granted by <see cref="AppOnly"/>.</summary>
        public string AppPermission { get; init; } = "SMTP.SendAsApp";

        /// <summary>The delegated permission, as in the scope and in the token's <c>scp</c>.</summary>
        public string Permission { get; init; } = "SMTP.Send";
    }

    public static readonly Row[] All =
    [
        new(
            Cloud.Worldwide,
            "https://outlook.office365.com/.default",
            "https://outlook.office.com/SMTP.Send",
            ["outlook.office365.com", "outlook.office.com"]
        ),
        new(Cloud.GccHigh, "https://outlook.office365.us/.default", null, ["outlook.office365.us"]),
        new(Cloud.Dod, "https://outlook-dod.office365.us/.default", null, ["outlook-dod.office365.us"]),
        new(Cloud.China, "https://partner.outlook.cn/.default", null, ["partner.outlook.cn"]),
        // Sources: learn oauth-high-volume-mails and troubleshoot pages (excerpts).
        new(
            Cloud.HighVolume,
            "https://outlook.office365.com/.default",
            "https://outlook.office.com/Mail.Send",
            ["outlook.office365.com", "outlook.office.com"]
        )
        {
            AppPermission = "Mail.Send",
            Permission = "Mail.Send",
        },
        new(
            Cloud.Consumer,
            null,
            "https://outlook.office.com/SMTP.Send",
            ["outlook.office365.com", "outlook.office.com"]
        ),
    ];

    /// <summary>Whether a text looks like a list of scopes, at least one of them for mail.</summary>
    public static bool LooksLikeScope(string text) => Array.Exists(text.Split(' '), IsForMail);

    static bool IsForMail(string text) =>
        text.EndsWith("/.default", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("SMTP.Send", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("SMTP.SendAsApp", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("Mail.Send", StringComparison.OrdinalIgnoreCase);

    public static Row? Of(Cloud cloud) => Array.Find(All, row => row.Cloud == cloud);

    /// <summary>Whether a token for that scope is valid for SMTP in that cloud.</summary>
    public static bool IsRight(string scope, Cloud cloud) =>
        Of(cloud) is { } row && IsAt(row, scope) && (Name(scope) == ".default" || Is(Name(scope), row.Permission));

    /// <summary>Whether only a signed-in user can request that scope in that cloud.</summary>
    public static bool IsDelegated(string scope, Cloud cloud) =>
        Of(cloud) is { } row && IsAt(row, scope) && Is(Name(scope), row.Permission);

    /// <summary>
    /// Whether a token for that scope is invalid or cannot exist. A scope that is neither right nor wrong is unknown.
    /// </summary>
    public static bool IsWrong(string scope, Cloud cloud) =>
        Name(scope) is "smtp.sendasapp"
        || Array.IndexOf(Graph, Resource(scope)) >= 0
        // A scope without a resource belongs to Graph: learn Q&A 1110981.
        || Resource(scope).Length == 0 && scope.IndexOf('.') > 0 && !IsOfApplication(scope)
        || Of(cloud) is { } own && !IsAt(own, scope) && Array.Exists(All, row => IsAt(row, scope));

    /// <summary>The scope to request in that cloud instead, or null if none is documented.</summary>
    public static string? Instead(string scope, Cloud cloud) =>
        Of(cloud) is not { } row ? null
        : Name(scope) is ".default" or "smtp.sendasapp" ? row.AppOnly ?? row.Delegated
        : row.Delegated ?? row.AppOnly;

    // Source: the Graph endpoints of the national clouds, EN.
    static readonly string[] Graph =
    [
        "graph.microsoft.com",
        "graph.microsoft.us",
        "dod-graph.microsoft.us",
        "microsoftgraph.chinacloudapi.cn",
    ];

    // "00000002-0000-0ff1-ce00-000000000000/.default" names the resource by its application id.
    static bool IsOfApplication(string scope) => Guid.TryParse(scope.Split('/')[0], out _);

    static bool IsAt(Row row, string scope) => Array.IndexOf(row.Resources, Resource(scope)) >= 0;

    static string Resource(string scope) => Uri.TryCreate(scope, UriKind.Absolute, out var uri) ? uri.Host : "";

    static bool Is(string name, string permission) =>
        string.Equals(name, permission, StringComparison.OrdinalIgnoreCase);

    static string Name(string scope) => scope.Substring(scope.LastIndexOf('/') + 1).ToLowerInvariant();
}
