using System.Text.Json;

namespace M365Smtp.Tool.Tests;

/// <summary>One run of the command line in this process, with captured streams.</summary>
sealed record ToolRun(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public static Task<ToolRun> OfAsync(params string[] args) => WithInputAsync("", args);

    public static async Task<ToolRun> WithInputAsync(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            args,
            new(new StringReader(input), output, error, IsInteractive: false)
        );
        return new(exitCode, output.ToString(), error.ToString());
    }
}
