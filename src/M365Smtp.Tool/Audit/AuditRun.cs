using System.Collections.Concurrent;
using M365Smtp.Analyzers.Options;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Analyzers.Settings;
using M365Smtp.Analyzers.Settings.Reading;
using M365Smtp.Knowledge;
using M365Smtp.Tool.Audit.Analysis;
using M365Smtp.Tool.Audit.Reading;
using M365Smtp.Tool.Audit.Rows;
using M365Smtp.Tool.Lint;
using M365Smtp.Tool.Lint.Output;
using M365Smtp.Tool.Lint.Reading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Tool.Audit;

/// <summary>Reads the roots of a run, several at a time, and combines their rows.</summary>
/// <param name="IsLoose">Loads no project, so no build logic runs.</param>
/// <param name="Senders">The senders file given on the command line; null without one.</param>
/// <param name="MostAtOnce">How many roots are held in memory at the same time.</param>
internal sealed record AuditRun(IReadOnlyList<AuditRoot> Roots, bool IsLoose, SenderDirectory? Senders, int MostAtOnce)
{
    /// <summary>Restores packages first.</summary>
    public bool Restores { get; init; }

    /// <param name="progress">Receives what is being read.</param>
    /// <param name="done">Called when a root is finished.</param>
    public async Task<AuditReport> ReadAsync(Action<string> progress, Action done, CancellationToken cancel)
    {
        var names = new PathNames([.. Roots.Select(root => root.Folder)]) { IsFolderOfRoots = Roots.Count > 1 };
        var parts = new AuditReport[Roots.Count];
        await Parallel.ForAsync(
            0,
            Roots.Count,
            new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancel },
            async (i, stop) =>
            {
                parts[i] = await OneAsync(Roots[i], names, progress, stop);
                done();
            }
        );
        // A root inside another one was read twice.
        var rows = Ordered(
            parts
                .SelectMany(part => part.Rows)
                .DistinctBy(row => (row.Kind, row.Place, row.Host, row.Mailbox, row.SignIn))
        );
        var problems = parts.SelectMany(part => part.Problems).Distinct().ToList();
        var read = new ReadCounts(
            Roots.Count,
            parts.Sum(part => part.Read.Projects),
            parts.Sum(part => part.Read.LooseProjects),
            parts.Sum(part => part.Read.SourceFiles),
            parts.Sum(part => part.Read.SettingsFiles)
        );
        return new(VerdictOf(rows), rows, null, problems, read);
    }

    public static Verdict VerdictOf(IReadOnlyCollection<AuditRow> rows)
    {
        var senders = rows.Where(row => row.Counts).ToList();
        int Count(AfterSwitch after) => senders.Count(row => row.AfterSwitch == after);
        var (stops, fails, unknown, on) = (
            Count(AfterSwitch.Stops),
            Count(AfterSwitch.FailsAlready),
            Count(AfterSwitch.NotKnown),
            Count(AfterSwitch.GoesOn)
        );
        var parts = new[]
        {
            stops > 0
                ? $"{stops} {(stops == 1 ? "stops" : "stop")} at {BasicAuth.OffByDefault} "
                    + "unless an admin keeps password sign-in enabled"
                : null,
            fails > 0 ? $"{fails} {(fails == 1 ? "fails" : "fail")} already" : null,
            unknown > 0 ? $"{unknown} {(unknown == 1 ? "is" : "are")} not known" : null,
            on > 0 ? $"{on} {(on == 1 ? "goes" : "go")} on" : null,
        };
        var settings = rows.Count(row => row is { IsTest: false, Kind: RowKind.Settings });
        var rest =
            settings == 0
                ? ""
                : $" {settings} more {(settings == 1 ? "place has" : "places have")} settings for Microsoft 365 "
                    + "that no code was seen to read.";
        var text =
            senders.Count == 0
                ? "No code that sends mail by SMTP was found."
                : $"Of {LintText.Count(senders.Count, "sender")}, {string.Join(", ", parts.OfType<string>())}.";
        return new(text + rest, stops, fails, unknown, on);
    }

    /// <summary>Senders that stop come first; then ordered by location.</summary>
    public static IReadOnlyList<AuditRow> Ordered(IEnumerable<AuditRow> rows) =>
        [
            .. rows.OrderBy(row => row.IsTest)
                .ThenBy(row => row.Kind)
                .ThenBy(row => row.AfterSwitch)
                .ThenBy(row => row.Place.Path, StringComparer.Ordinal)
                .ThenBy(row => row.Place.Line)
                .ThenBy(row => row.Place.Column),
        ];

    async Task<AuditReport> OneAsync(AuditRoot root, PathNames names, Action<string> progress, CancellationToken cancel)
    {
        using var loading = new ProjectLoading(root, IsLoose, progress);
        var found = new FoundDiagnostics(names);
        var settings = new SettingsPlaces(found, names);
        var problems = new List<AuditProblem>();
        if (Restores)
            problems.AddRange(
                (await Restore.RunAsync(root, progress, cancel)).Select(problem => new AuditProblem(
                    names.Of(problem.Path),
                    problem.Message,
                    problem.IsLost
                ))
            );
        var projects = await loading.ReadAsync(cancel);
        var views = new List<CodeView>();
        foreach (var project in projects)
        {
            progress(project.Path);
            var facts = await ProjectAnalysis.RunAsync(
                project.Compilation,
                project.Options,
                project.MailTrees,
                withSettings: true,
                cancel
            );
            foreach (var diagnostic in facts.Diagnostics)
                found.Add(diagnostic, project.IsLoose ? FindingSource.Loose : FindingSource.Build);
            problems.AddRange(Crashes(facts, names));
            AddSettings(settings, project, names);
            views.Add(new(null, facts));
        }
        foreach (var startUp in projects.Where(project => project.IsStartUp))
            if (await JoinedAsync(startUp, projects, cancel) is { } facts)
            {
                foreach (var diagnostic in facts.Diagnostics)
                    found.Add(diagnostic, FindingSource.Joined);
                problems.AddRange(Crashes(facts, names));
                views.Add(new(startUp, facts));
            }
        var rows = new CodeRows(projects, found, names, settings, cancel).Of(views).ToList();
        var linted = Lint(root, settings, names, problems, cancel);
        rows.AddRange(settings.Rows());
        rows.AddRange(Rest(found, settings, names));
        problems.AddRange(
            loading.Problems.Select(problem => new AuditProblem(
                names.Of(problem.Path),
                problem.Message,
                problem.IsLost
            ))
        );
        var read = new ReadCounts(
            1,
            projects.Select(project => project.Path).Distinct().Count(),
            projects.Where(project => project.IsLoose).Select(project => project.Path).Distinct().Count(),
            loading.SourceFiles,
            settings.Files.Count + linted
        );
        return new(VerdictOf(rows), rows, null, problems, read);
    }

    static async Task<ProjectFacts?> JoinedAsync(
        LoadedProject startUp,
        IReadOnlyList<LoadedProject> projects,
        CancellationToken cancel
    )
    {
        var referenced = projects.Where(project => startUp.References.Contains(project.Id)).ToList();
        if (!referenced.Append(startUp).Any(project => project.MailTrees.Count > 0))
            return null;
        if (JoinedCompilation.Of(startUp, referenced, cancel) is not { } joined)
            return null;
        var trees = joined.Compilation.SyntaxTrees.Where(tree => ProjectAnalysis.IsAboutMail(tree, cancel));
        return await ProjectAnalysis.RunAsync(joined.Compilation, joined.Options, trees, withSettings: false, cancel);
    }

    static IEnumerable<AuditProblem> Crashes(ProjectFacts facts, PathNames names) =>
        facts.Crashes.Select(crash => new AuditProblem(
            crash.Path.Length == 0 ? "." : names.Of(crash.Path),
            $"the rules broke on it: {crash.Message}",
            IsLost: true
        ));

    static void AddSettings(SettingsPlaces settings, LoadedProject project, PathNames names)
    {
        var options = project.Options;
        var runtime = TargetRuntime.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions, project.Compilation);
        var texts = options
            .AdditionalFiles.Where(text => SettingsFile.IsSettings(text.Path) && !SendersFile.IsNamed(text.Path))
            .ToDictionary(text => text.Path);
        var senders =
            SendersFile.Of(options.AdditionalFiles) is { } text && text.GetText() is { } json
                ? SendersFile.Read(text.Path, json).Directory
                : null;
        settings.Add(
            texts.Values.Select(text => SettingsFile.Read(text.Path, text.GetText())),
            new ProjectLibraries(project.Compilation, runtime),
            file => TeamOptions.Read(options.AnalyzerConfigOptionsProvider.GetOptions(texts[file.Source.Path])),
            senders,
            names.Of(project.Path),
            project.IsTest
        );
    }

    /// <returns>The number of files read.</returns>
    int Lint(
        AuditRoot root,
        SettingsPlaces settings,
        PathNames names,
        List<AuditProblem> problems,
        CancellationToken cancel
    )
    {
        var known = settings.Files.ToHashSet(StringComparer.Ordinal);
        var files = FileSearch
            .In([root.Folder], Terminal.Silent, cancel)
            .Where(file => !known.Contains(file.Path))
            .ToList();
        var team = TeamConfig.Of(null);
        foreach (var linted in LintRun.Of(files, fix: false, team, Senders, Terminal.Silent, cancel))
        {
            if (linted.Problem is { } problem)
                problems.Add(new(names.Of(problem.Path), problem.Message, IsLost: true));
            else if (Settings(linted.Path) is { } file)
            {
                settings.Add(
                    [file],
                    ProjectLibraries.None,
                    _ => team.For(linted.Path).Options,
                    Senders,
                    project: null,
                    isTest: false
                );
                foreach (var finding in linted.Findings)
                    settings.Lint(finding);
            }
        }
        return files.Count;
    }

    static SettingsFile? Settings(string path)
    {
        try
        {
            return SettingsReading.Read(new(path, IsNamed: false), FileText.Read(path).Text);
        }
        catch (Exception broken) when (broken is UnreadableException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A finding without a client or a section gets its own row.
    static IEnumerable<AuditRow> Rest(FoundDiagnostics found, SettingsPlaces settings, PathNames names) =>
        found
            .Rest()
            .Concat(settings.Unowned)
            .GroupBy(finding => (finding.Place.Path, finding.Place.Line))
            .Select(line => new AuditRow(
                RowKind.Mention,
                found.Fingerprint(
                    nameof(RowKind.Mention),
                    line.Key.Path,
                    string.Join(',', line.Select(finding => finding.Rule))
                ),
                "",
                line.First().Place
            )
            {
                Repository = names.RepositoryOfName(line.Key.Path),
                Why = "A finding without a sender in sight.",
                Findings = [.. line],
            });
}
