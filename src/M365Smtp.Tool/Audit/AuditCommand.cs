using System.CommandLine;
using M365Smtp.Tool.Audit.Output;
using M365Smtp.Tool.Audit.Reading;
using M365Smtp.Tool.Audit.Tenant;
using M365Smtp.Tool.Output;
using M365Smtp.Tool.Senders;
using Spectre.Console;

namespace M365Smtp.Tool.Audit;

/// <summary><c>m365smtp audit</c>: which programs stop sending mail when password sign-in is switched off.</summary>
internal static class AuditCommand
{
    static readonly Argument<string[]> Paths = new("paths")
    {
        Description =
            "Solutions, projects, and folders with repositories in them; the current folder where none is given.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => ["."],
    };

    static readonly Option<bool> Loose = new("--loose")
    {
        Description = "Load no project, so that no build logic of it runs: read all sources of its folder.",
    };
    static readonly Option<bool> RestoreFirst = new("--restore")
    {
        Description = "Restore packages first (dotnet restore).",
    };
    static readonly Option<FailOn> Fail = new("--fail-on")
    {
        Description =
            "End with 1 where a sender stops (stops), or that is not known (notknown), "
            + "or anything is a warning (warnings); or never.",
        DefaultValueFactory = _ => FailOn.Stops,
    };

    static readonly Option<FileInfo?> BaselineFile = new("--baseline")
    {
        Description = "The JSON of an earlier run: only what is new makes the run fail.",
        HelpName = "FILE",
    };
    static readonly Option<FileInfo[]> SmtpAuthReport = Files(
        "--smtp-auth-report",
        "The report 'SMTP AUTH clients' of the Exchange admin center, as CSV."
    );
    static readonly Option<FileInfo[]> Mailboxes = Files("--mailboxes", "Get-EXOMailbox or Get-CASMailbox as JSON.");
    static readonly Option<FileInfo[]> SignIns = Files("--sign-ins", "The sign-in log of Microsoft Entra as JSON.");
    static readonly Option<bool> Commands = new("--export-commands")
    {
        Description = "Print how an administrator makes these exports, and read nothing.",
    };
    static readonly Option<FileInfo?> SendersFile = SendersNotes.CreateOption();
    static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object." };
    static readonly Option<FileInfo?> Sarif = new("--sarif")
    {
        Description = "Also write the findings as SARIF 2.1.0.",
        HelpName = "FILE",
    };
    static readonly Option<FileInfo?> Html = new("--html")
    {
        Description = "Also write the report as one page.",
        HelpName = "FILE",
    };
    static readonly Option<int?> AtOnce = new("--parallel")
    {
        Description = "How many repositories are held in memory at the same time.",
        HelpName = "NUMBER",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "audit",
            "Tells which code stops sending mail when Microsoft 365 switches password sign-in off. "
                + "Ends with 0, 1 (--fail-on), 2 (something could not be read) or 3 (wrong arguments)."
        )
        {
            Paths,
            Loose,
            RestoreFirst,
            Fail,
            BaselineFile,
            SmtpAuthReport,
            Mailboxes,
            SignIns,
            Commands,
            SendersFile,
            AsJson,
            Sarif,
            Html,
            AtOnce,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(AtOnce) is < 1)
                result.AddError("--parallel: give a number from 1.");
            if (result.GetValue(Loose) && result.GetValue(RestoreFirst))
                result.AddError("Give --loose or --restore, not both.");
        });
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    static Option<FileInfo[]> Files(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };

    static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        if (parsed.GetValue(Commands))
        {
            terminal.Out.WriteLine(ExportCommands.Text);
            return ExitCode.Open;
        }
        // Report invalid arguments before a long run, not after it.
        var baseline = Baseline.Read(parsed.GetValue(BaselineFile));
        var tenant = TenantFiles.Read(
            parsed.GetValue(SmtpAuthReport) ?? [],
            parsed.GetValue(Mailboxes) ?? [],
            parsed.GetValue(SignIns) ?? []
        );
        var run = new AuditRun(
            RootSearch.In(parsed.GetRequiredValue(Paths)),
            parsed.GetValue(Loose),
            SendersNotes.Read(parsed.GetValue(SendersFile)),
            parsed.GetValue(AtOnce) ?? MemoryBound.MostAtOnce
        )
        {
            Restores = parsed.GetValue(RestoreFirst),
        };
        try
        {
            var report = tenant.Join(await ReadAsync(run, terminal, cancel));
            if (baseline is not null)
                report = report with { Rows = baseline.Mark(report.Rows) };
            if (parsed.GetValue(Sarif) is { } sarif)
                Write("--sarif", sarif, AuditSarif.Of(report));
            if (parsed.GetValue(Html) is { } html)
                Write("--html", html, AuditPage.Of(report));
            if (parsed.GetValue(AsJson))
                terminal.Out.WriteLine(Json.Of(report));
            else
                AuditText.Write(terminal, report);
            return FailDecision.Fails(parsed.GetValue(Fail), report.Rows) ? ExitCode.Closed
                : report.Problems.Any(problem => problem.IsLost) ? ExitCode.Unknown
                : ExitCode.Open;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Error.WriteLine("Cancelled: nothing was written.");
            return ExitCode.Unknown;
        }
    }

    static async Task<AuditReport> ReadAsync(AuditRun run, Terminal terminal, CancellationToken cancel)
    {
        if (!terminal.IsInteractive)
            return await run.ReadAsync(_ => { }, () => { }, cancel);
        return await terminal
            .Pretty(toError: true)
            .Progress()
            .AutoClear(true)
            .StartAsync(progress =>
            {
                var task = progress.AddTask("Reading", maxValue: run.Roots.Count);
                return run.ReadAsync(
                    path => task.Description = Markup.Escape(Path.GetFileName(path)),
                    () => task.Increment(1),
                    cancel
                );
            });
    }

    static void Write(string option, FileInfo file, string text)
    {
        try
        {
            File.WriteAllText(file.FullName, text);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option}: {file.Name} cannot be written: {unwritable.Message}");
        }
    }
}
