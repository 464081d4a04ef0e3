namespace M365Smtp.Knowledge;

/// <summary>The hosts of Microsoft Graph, one row per cloud. Source: graph-docs deployments; facts 6.</summary>
internal static class GraphHosts
{
    /// <summary>Worldwide and GCC.</summary>
    public const string Worldwide = "graph.microsoft.com";

    /// <summary>GCC High, which the Graph documentation calls US Government L4.</summary>
    public const string GccHigh = "graph.microsoft.us";

    /// <summary>The US Department of Defense, US Government L5.</summary>
    public const string Dod = "dod-graph.microsoft.us";

    /// <summary>China, operated by 21Vianet.</summary>
    public const string China = "microsoftgraph.chinacloudapi.cn";

    public static readonly string[] All = [Worldwide, GccHigh, Dod, China];
}
