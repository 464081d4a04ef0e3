using M365Smtp.Knowledge;

namespace M365Smtp.Graph;

/// <summary>The addresses of Microsoft Graph in each cloud.</summary>
public static class GraphEndpoints
{
    /// <summary>Worldwide and GCC.</summary>
    public static Uri Worldwide { get; } = At(GraphHosts.Worldwide);

    /// <summary>GCC High (US Government L4).</summary>
    public static Uri GccHigh { get; } = At(GraphHosts.GccHigh);

    /// <summary>The US Department of Defense (US Government L5).</summary>
    public static Uri Dod { get; } = At(GraphHosts.Dod);

    /// <summary>China, operated by 21Vianet.</summary>
    public static Uri China { get; } = At(GraphHosts.China);

    static Uri At(string host) => new("https://" + host);
}
