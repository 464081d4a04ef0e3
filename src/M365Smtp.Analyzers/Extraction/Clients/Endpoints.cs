using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>The values of an endpoint: each host must be paired with its own port.</summary>
internal static class Endpoints
{
    /// <summary>Where a Microsoft host is written; null for every other value.</summary>
    public static Origin? Host(this Value value) =>
        value is Value.Constant { Data: string text, Origin: var origin } && Hosts.Find(text) is not null
            ? origin
            : null;

    /// <summary>A mail port other than 587, for which the paired host matters; null for every other value.</summary>
    public static int? OtherPort(this Value value) =>
        value is Value.Constant { Data: Ports.Relay or Ports.ImplicitTls, IsEnum: false, Data: var port }
            ? (int)port
            : null;
}
