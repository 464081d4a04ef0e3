using Spectre.Console;

namespace M365Smtp.Tool.Output;

/// <summary>Writes remedies as a numbered list.</summary>
internal static class RemedyText
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Remedy> remedies)
    {
        for (var i = 0; i < remedies.Count; i++)
        {
            var remedy = remedies[i];
            console.MarkupLineInterpolated($"  {i + 1}. {remedy.Text}");
            foreach (var line in new[] { remedy.PowerShell, remedy.Portal, remedy.Link }.OfType<string>())
                WriteUnbroken(console, line);
        }
    }

    // A command or a link with a line break inserted by the console could not be copied.
    static void WriteUnbroken(IAnsiConsole console, string line) =>
        console.Profile.Out.Writer.WriteLine("     " + line);
}
