using M365Smtp.Analyzers.Extraction.Flow;
using M365Smtp.Analyzers.Model;
using M365Smtp.Knowledge;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>The values that say where mail goes, of which each host must meet its own port.</summary>
internal static class Endpoints
{
    /// <summary>Where a Microsoft host is written; null for every other value.</summary>
    public static Origin? Host(this Value value) =>
        value is Value.Constant { Data: string text, Origin: var origin } && Hosts.Find(text) is not null
            ? origin
            : null;

    /// <summary>A port of mail that is not 587, for which it matters what host it meets; null for every other
    /// value.</summary>
    public static int? OtherPort(this Value value) =>
        value is Value.Constant { Data: Ports.Relay or Ports.ImplicitTls, IsEnum: false, Data: var port }
            ? (int)port
            : null;
}
