using System.CommandLine;
using M365Smtp.Tool.Senders;

namespace M365Smtp.Tool.Check;

/// <summary>
/// Reads settings from Microsoft Graph with an administrator's token: Security Defaults, and the expiry of the
/// application's secrets.
/// </summary>
internal static class GraphOptions
{
    static readonly Option<string?> TokenEnv = new("--graph-token-env")
    {
        Description =
            "The environment variable with a token for Microsoft Graph: read Security Defaults (Policy.Read.All) "
            + "and, of "
            + "--client-id, when secrets and certificates end (Application.Read.All).",
        HelpName = "NAME",
    };

    static readonly Option<Uri> Url = GraphUrl.CreateOption();

    public static IEnumerable<Option> All => [TokenEnv, Url];

    /// <summary>The readable settings; the others are reported without stopping the check.</summary>
    public static async Task<GateSettings> ReadAsync(
        ParseResult parsed,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        if (parsed.GetValue(TokenEnv) is not { } variable)
            return new();
        var (token, url) = (
            EnvironmentSecret.Read(TokenEnv.Name, variable),
            GraphUrl.Checked(parsed.GetRequiredValue(Url))
        );
        if (!GraphUrl.IsToken(token))
            throw new UsageException($"{TokenEnv.Name}: {variable} holds no token.");
        using var http = GraphUrl.Client();
        var settings = await ReadAsync(new SecurityDefaultsReader(http, Supply, url).ReadAsync(cancellation), terminal);
        if (EntraOptions.Application(parsed) is not { } application)
            return settings;
        return settings.Or(
            await ReadAsync(new AppCredentialReader(http, Supply, url).ReadAsync(application, cancellation), terminal)
        );

        Task<string> Supply(CancellationToken _) => Task.FromResult(token);
    }

    static async Task<GateSettings> ReadAsync(Task<GateSettings> reading, Terminal terminal)
    {
        try
        {
            return await reading;
        }
        catch (Exception failed) when (failed is HttpRequestException or FormatException or TaskCanceledException)
        {
            terminal.Error.WriteLine(
                failed is TaskCanceledException ? "Microsoft Graph did not answer in time." : failed.Message
            );
            return new();
        }
    }
}
