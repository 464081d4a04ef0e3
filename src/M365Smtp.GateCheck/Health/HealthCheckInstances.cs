using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace M365Smtp.Health;

/// <summary>
/// Keeps one check per name: the health service requests a new instance each time, and the cache must outlive it.
/// </summary>
internal sealed class HealthCheckInstances(
    IOptionsMonitor<GateCheckHealthOptions> monitor,
    ILogger<GateCheckHealthCheck> logger
)
{
    readonly ConcurrentDictionary<string, GateCheckHealthCheck> instances = new();

    public GateCheckHealthCheck Of(string name) =>
        instances.GetOrAdd(name, key => new(key, monitor, logger, GateCheck.RunAsync));
}
