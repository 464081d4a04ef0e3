using System.CommandLine;
using M365Smtp.Tool.Lint.Output;
using M365Smtp.Tool.Lint.Reading;
using M365Smtp.Tool.Output;
using M365Smtp.Tool.Senders;

namespace M365Smtp.Tool.Lint;

/// <summary><c>m365smtp lint</c>: finds what Microsoft 365 will reject in settings files, with or without a
/// project.</summary>
internal static class LintCommand
{
    static readonly Argument<string[]> Paths = PathsArgument();
    static readonly Option<FileInfo?> Sarif = new("--sarif")
    {
        Description = "Also write the findings as SARIF 2.1.0.",
        HelpName = "FILE",
    };
    static readonly Option<FileInfo?> Config = ConfigOption();
    static readonly Option<FileInfo?> SendersFile = SendersNotes.CreateOption();
    static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "lint",
            "Reports what Microsoft 365 will refuse in JSON, XML, .env and YAML settings, and in presets of views "
                + "and scripts. Exit codes: 0 clean, 1 findings, 2 a file cannot be read or an option is invalid, 3 "
                + "wrong usage."
        )
        {
            Paths,
            Sarif,
            AsJson,
            SendersFile,
            Config,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, terminal, cancel)));
        return command;
    }

    public static Argument<string[]> PathsArgument() =>
        new("paths")
        {
            Description =
                "Files, and folders to look through; the current folder where none is given. bin, obj, "
                + "node_modules and .git are skipped.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["."],
        };

    public static Option<FileInfo?> ConfigOption() =>
        new("--config")
        {
            Description =
                "Take the team's options (m365smtp.allowed_hosts …) from this file, not from the .globalconfig "
                + "and .editorconfig files above each settings file.",
            HelpName = "FILE",
        };

    static int Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var team = TeamConfig.Of(parsed.GetValue(Config));
        var files = FileSearch.In(parsed.GetRequiredValue(Paths), terminal, cancel);
        var results = LintRun.Of(
            files,
            fix: false,
            team,
            SendersNotes.Read(parsed.GetValue(SendersFile)),
            terminal,
            cancel
        );
        var findings = FindingJson.In(results);
        FileProblem[] problems = [.. results.Select(result => result.Problem).OfType<FileProblem>(), .. team.Problems];
        if (parsed.GetValue(Sarif) is { } file)
            Write(file, SarifLog.Of(findings, problems));
        if (parsed.GetValue(AsJson))
            terminal.Out.WriteLine(Json.Of(new LintJson(results.Count, findings, problems)));
        else
            LintText.Write(
                terminal,
                findings,
                problems,
                $"{LintText.Count(findings.Length, "finding")} in {LintText.Count(results.Count, "file")}."
            );
        return ExitCodeOf(findings.Length, problems.Length);
    }

    public static int ExitCodeOf(int findings, int problems) =>
        problems > 0 ? ExitCode.Unknown
        : findings > 0 ? ExitCode.Closed
        : ExitCode.Open;

    static void Write(FileInfo file, string text)
    {
        try
        {
            File.WriteAllText(file.FullName, text);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--sarif: {file.FullName} cannot be written: {unwritable.Message}");
        }
    }
}
