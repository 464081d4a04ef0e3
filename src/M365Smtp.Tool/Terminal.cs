using Spectre.Console;

namespace M365Smtp.Tool;

/// <summary>Where the tool reads and writes.</summary>
/// <param name="IsInteractive">A person sits there: colours, progress and questions make sense.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool IsInteractive)
{
    public static Terminal OfProcess() =>
        new(
            Console.In,
            Console.Out,
            Console.Error,
            IsInteractive: !Console.IsInputRedirected && !Console.IsOutputRedirected
        );

    /// <summary>Nobody reads what is written there.</summary>
    public static Terminal Silent { get; } =
        new(TextReader.Null, TextWriter.Null, TextWriter.Null, IsInteractive: false);

    /// <summary>Tables and colours. Where nobody sits, plain text with no line broken, so that commands can be
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
