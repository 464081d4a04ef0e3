using System.Collections.Immutable;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>
/// Where the clients of a file connect. A client may be let go, or send, where its host is not known any more: behind a
/// <c>catch</c>, a lambda or an <c>if</c>. It is still the client that connects there and nowhere else.
/// </summary>
internal sealed class Connections(IEnumerable<SmtpUsage> usages)
{
    readonly List<SmtpUsage> aimed = usages.Where(IsAimed).ToList();

    /// <summary>The usage with the hosts that its client connects to, where its own host is not known.</summary>
    public SmtpUsage Of(SmtpUsage usage)
    {
        if (usage.Host.Is(out _) || usage.Moment == Moment.Connect)
            return usage;
        // A setting of the whole process concerns every client of the file.
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

    // MailKit's clients get their host when they connect, all others have it when they are used.
    static bool IsAimed(SmtpUsage usage) =>
        usage.Moment == Moment.Connect || usage.Api is not (SmtpApi.None or SmtpApi.MailKit);

    static ImmutableArray<string> Hosts(IEnumerable<SmtpUsage> usages) =>
        usages.Select(usage => usage.Host.Is(out var host) ? host : "").Distinct().ToImmutableArray();
}
