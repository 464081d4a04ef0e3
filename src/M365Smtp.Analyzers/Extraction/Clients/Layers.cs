using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Extraction.Clients;

/// <summary>Tells whether a usage combines facts from several settings files.</summary>
internal static class Layers
{
    public static bool Mix(SmtpUsage use)
    {
        string?[] files =
        [
            File(use.Host),
            File(use.Port),
            File(use.Tls),
            File(use.From),
            use.Credential.Is(out var login) ? File(login.User) : null,
        ];
        return files.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();
    }

    static string? File<T>(Fact<T> fact) =>
        fact.Is(out _, out var origin) && origin.IsSetting ? origin.Location.GetLineSpan().Path : null;
}
