using M365Smtp.Simulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace M365Smtp.CodeFixes.Tests.RoundTrips;

/// <summary>A configuration in which every password is the mailbox's; a program may read only mail settings.</summary>
sealed class Configuration(string host) : IConfiguration
{
    public string? this[string key]
    {
        get =>
            key.EndsWith("Host", StringComparison.Ordinal) ? host
            : key.Contains("Missing", StringComparison.Ordinal) ? null
            : Program.Text(key);
        set => throw new NotSupportedException();
    }

    public IEnumerable<IConfigurationSection> GetChildren() => [];

    public IChangeToken GetReloadToken() => throw new NotSupportedException();

    public IConfigurationSection GetSection(string key) => throw new NotSupportedException();
}
