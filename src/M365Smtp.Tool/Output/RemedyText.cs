using Spectre.Console;

namespace M365Smtp.Tool.Output;

/// <summary>Writes remedies as a numbered list, the command on a line of its own to be copied.</summary>
internal static class RemedyText
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Remedy> remedies)
    {
        for (var i = 0; i < remedies.Count; i++)
        {
            var remedy = remedies[i];
            console.MarkupLineInterpolated($"  {i + 1}. {remedy.Text}");
            if (remedy.PowerShell is { } command) console.MarkupLineInterpolated($"     [green]{command}[/]");
            if (remedy.Portal is { } portal) console.MarkupLineInterpolated($"     {portal}");
            if (remedy.Link is { } link) console.MarkupLineInterpolated($"     [blue]{link}[/]");
        }
    }
}
