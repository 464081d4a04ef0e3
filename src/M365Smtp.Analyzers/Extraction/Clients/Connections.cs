using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// Where the clients of a file connect. Where a client escapes or sends, its host may no longer be known: after a
/// <c>catch</c>, in a lambda or after an <c>if</c>. It still connects there and nowhere else.
/// </summary>
internal sealed class Connections(IEnumerable<SmtpUsage> usages)
{
    readonly List<SmtpUsage> aimed = usages.Where(IsAimed).ToList();

    /// <summary>The usage with the hosts that its client connects to, if its own host is unknown.</summary>
    public SmtpUsage Of(SmtpUsage usage)
    {
        if (usage.Host.Is(out _) || usage.Moment == Moment.Connect)
            return usage;
        // A process-wide setting affects every client in the file.
        var same =
            usage.Moment == Moment.Process ? aimed
            : usage.Site.Client is { } client
                ? aimed.FindAll(other => other.Moment == Moment.Connect && client.Equals(other.Site.Client))
            : [];
        return same.Count > 0 && same.TrueForAll(other => other.Host.Is(out _))
            ? usage with
            {
                ConnectsTo = Hosts(same),
            }
            : usage;
    }

    // MailKit's clients get their host on connect; all others have it when they are used.
    static bool IsAimed(SmtpUsage usage) =>
        usage.Moment == Moment.Connect || usage.Api is not (SmtpApi.None or SmtpApi.MailKit);

    static ImmutableArray<string> Hosts(IEnumerable<SmtpUsage> usages) =>
        usages.Select(usage => usage.Host.Is(out var host) ? host : "").Distinct().ToImmutableArray();
}
