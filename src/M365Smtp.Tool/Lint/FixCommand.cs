using System.CommandLine;
using M365Smtp.Tool.Lint.Fixing;
using M365Smtp.Tool.Lint.Output;
using M365Smtp.Tool.Lint.Reading;
using M365Smtp.Tool.Senders;

namespace M365Smtp.Tool.Lint;

/// <summary><c>m365smtp fix</c>: fixes mistakes in settings files that have exactly one correction.</summary>
internal static class FixCommand
{
    static readonly Argument<string[]> Paths = LintCommand.PathsArgument();
    static readonly Option<bool> Diff = new("--diff")
    {
        Description = "Show what would change and write nothing (the default).",
    };
    static readonly Option<FileInfo?> Config = LintCommand.ConfigOption();
    static readonly Option<FileInfo?> SendersFile = SendersNotes.CreateOption();
    static readonly Option<bool> Write = new("--write") { Description = "Write the files." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "fix",
            "Fixes what lint reports where one value is right. Exit codes: 0 nothing is left to do, 1 something "
                + "is left, 2 a file cannot be read or written or an option is invalid, 3 wrong usage."
        )
        {
            Paths,
            Diff,
            Write,
            SendersFile,
            Config,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Diff) && result.GetValue(Write))
                result.AddError("Give --diff or --write, not both.");
        });
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, terminal, cancel)));
        return command;
    }

    static int Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var write = parsed.GetValue(Write);
        var team = TeamConfig.Of(parsed.GetValue(Config));
        var files = FileSearch.In(parsed.GetRequiredValue(Paths), terminal, cancel);
        var results = LintRun.Of(
            files,
            fix: true,
            team,
            SendersNotes.Read(parsed.GetValue(SendersFile)),
            terminal,
            cancel
        );
        var changed = results.Where(result => result.Fixed is not null).ToList();
        var unwritten = write ? changed.Select(Unwritten).OfType<FileProblem>().ToList() : [];
        if (!write)
            foreach (
                var line in changed.SelectMany(file =>
                    Difference.Lines(file.Path, file.Fixed!.Before.Text, file.Fixed.After)
                )
            )
                terminal.Out.WriteLine(line);
        List<FileProblem> problems =
        [
            .. results.Select(result => result.Problem).OfType<FileProblem>(),
            .. team.Problems,
            .. unwritten,
        ];
        var left = FindingJson.In(results);
        var count =
            $"{changed.Count - unwritten.Count} of {LintText.Count(results.Count, "file")} {(write ? "written" : "would change")}";
        LintText.Write(terminal, left, problems, $"{count}, {LintText.Count(left.Length, "finding")} left to you.");
        return LintCommand.ExitCodeOf(left.Length + (write ? 0 : changed.Count), problems.Count);
    }

    // Null for a file that was written.
    static FileProblem? Unwritten(LintedFile file)
    {
        try
        {
            file.Fixed!.Before.Replace(file.Path, file.Fixed.After);
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return new(file.Path, null, "not written: " + unwritable.Message);
        }
    }
}
