using System.CommandLine;

namespace M365Smtp.Tool.Check;

/// <summary>Settings exported by an administrator: the report then shows both the replies and the settings.</summary>
internal static class SettingsOptions
{
    static readonly Option<FileInfo[]> Files = new("--settings")
    {
        Description = "What the cmdlets show, or Graph of an application, as JSON; more than once for several files.",
        HelpName = "FILE",
    };
    static readonly Option<bool> Command = new("--settings-command")
    {
        Description = "Print the one PowerShell command whose output --settings reads.",
    };

    public static IEnumerable<Option> All => [Files, Command];

    public static bool PrintsCommand(ParseResult parsed) => parsed.GetValue(Command);

    /// <summary>The first file with a setting wins.</summary>
    /// <exception cref="UsageException">A file cannot be read or is not such an export.</exception>
    public static GateSettings Read(ParseResult parsed) =>
        (parsed.GetValue(Files) ?? []).Aggregate(new GateSettings(), (settings, file) => settings.Or(Read(file)));

    static GateSettings Read(FileInfo file)
    {
        try
        {
            return GateSettings.FromExport(File.ReadAllText(file.FullName));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{file.FullName} cannot be used: {unreadable.Message}");
        }
    }
}
