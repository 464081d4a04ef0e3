using Spectre.Console;

namespace M365Smtp.Tool;

/// <summary>The tool's input and output streams.</summary>
/// <param name="IsInteractive">A user is present, so colors, progress and prompts make sense.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool IsInteractive)
{
    public static Terminal OfProcess() =>
        new(
            Console.In,
            Console.Out,
            Console.Error,
            IsInteractive: !Console.IsInputRedirected && !Console.IsOutputRedirected
        );

    /// <summary>Discards all output.</summary>
    public static Terminal Silent { get; } =
        new(TextReader.Null, TextWriter.Null, TextWriter.Null, IsInteractive: false);

    /// <summary>Tables and colors. If not interactive, plain text without line breaks, so that commands can be
    /// copied.</summary>
    public IAnsiConsole Pretty(bool toError = false)
    {
        var console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(toError ? Error : Out),
                Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
            }
        );
        if (!IsInteractive)
            console.Profile.Width = 1000;
        return console;
    }
}
