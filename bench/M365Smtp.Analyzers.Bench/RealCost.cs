using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using M365Smtp.Analyzers.Extraction.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Bench;

/// <summary>The cost of the analyzers on real projects, each number as a ratio within one run.</summary>
internal static class RealCost
{
    const int Rounds = 5;

    public static async Task Run(IEnumerable<string> commandLines, Bars bars)
    {
        foreach (var commandLine in commandLines)
        {
            var project = new RealProject(commandLine);
            Console.WriteLine();
            Console.WriteLine(Line($"{project.Name}: {project.Lines:N0} lines"));
            await Whole(project, bars);
            Scan(commandLine, project, bars);
            await EachFile(project, bars);
        }
    }

    static async Task Whole(RealProject project, Bars bars)
    {
        var medians = await Measurement.Medians(
            project.Compile,
            Rounds,
            AnalyzerSet.Empty,
            AnalyzerSet.Ours,
            AnalyzerSet.S5332
        );
        var (empty, ours, sonar) = (medians[0], medians[1], medians[2]);
        var (own, theirs) = (ours.Bytes - empty.Bytes, sonar.Bytes - empty.Bytes);
        Console.WriteLine(
            Line(
                $"compile {Mega(empty.Bytes)} MB, own {Mega(own)} MB = {100.0 * own / empty.Bytes:N2} %, S5332 {Mega(theirs)} MB; {ours.Reported} reported"
            )
        );
        if (empty.Errors > 0)
            Console.WriteLine(Line($"{empty.Errors} compiler errors: packages or generated code are missing"));
        bars.AtMost(project.Name + ": % of the compile's allocations", 100.0 * own / empty.Bytes, 0.5);
        bars.AtMost(project.Name + ": own allocations over those of S5332", (double)own / theirs, 1);
    }

    /// <summary>
    /// The first check for mail words against a search for one word, in a process configured like a compiler.
    /// </summary>
    static void Scan(string commandLine, RealProject project, Bars bars)
    {
        var self = new ProcessStartInfo("dotnet", ["exec", typeof(RealCost).Assembly.Location, "scan", commandLine])
        {
            RedirectStandardOutput = true,
        };
        // The bench compiles everything once and never recompiles; the runtime's searches depend on tiered
        // recompilation.
        self.Environment["DOTNET_TieredCompilation"] = "1";
        using var process = Process.Start(self)!;
        var times = process
            .StandardOutput.ReadToEnd()
            .Split(' ')
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))
            .ToArray();
        process.WaitForExit();
        Console.WriteLine(
            Line($"scan {times[0]:N2} ms, plain search {times[1]:N2} ms; JIT compilation of the scan, once: {times[2]:N2} ms")
        );
        bars.AtMost(project.Name + ": scan over a plain search", times[0] / times[1], 2);
    }

    /// <summary>Milliseconds for a scan of all texts, for a plain search, and for the very first text.</summary>
    public static string ScanTimes(string commandLine)
    {
        var strings = new RealProject(commandLine).Texts.ToArray();
        var texts = strings.Select(text => SourceText.From(text)).ToArray();
        var (ours, plain) = (new List<double>(), new List<double>());
        var first = Time(() => MailText.Anywhere.MayHoldMail(texts[0]) ? 1 : 0);
        for (var round = 0; round < 21; round++)
        {
            ours.Add(Time(() => texts.Count(MailText.Anywhere.MayHoldMail)));
            plain.Add(Time(() => strings.Count(text => text.Contains("smtp", StringComparison.OrdinalIgnoreCase))));
        }
        return Line($"{Median(ours)} {Median(plain)} {first}");

        static double Time(Func<int> scan)
        {
            var start = Stopwatch.GetTimestamp();
            scan();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>
    /// The work that an editor requests: one whole file, and again after a change in one of its members.
    /// </summary>
    static async Task EachFile(RealProject project, Bars bars)
    {
        var compilation = project.Compile();
        compilation.GetDiagnostics();
        var rows = new List<(string File, double Ours, double Sonar, double OursAfter, double SonarAfter)>();
        foreach (var tree in compilation.SyntaxTrees.Where(tree => MailText.Anywhere.MayHoldMail(tree.GetText())))
        {
            var edited = Edited(tree);
            var changed = compilation.ReplaceSyntaxTree(tree, edited);
            rows.Add(
                (
                    Path.GetFileName(tree.FilePath),
                    await Own(compilation, tree, AnalyzerSet.Ours),
                    await Own(compilation, tree, AnalyzerSet.S5332),
                    await Own(changed, edited, AnalyzerSet.Ours),
                    await Own(changed, edited, AnalyzerSet.S5332)
                )
            );
        }
        if (rows.Count == 0)
            return;
        foreach (var (file, ours, sonar, oursAfter, sonarAfter) in rows.OrderByDescending(row => row.Ours).Take(5))
            Console.WriteLine(
                Line(
                    $"{file}: {ours / 1024:N0} kB, S5332 {sonar / 1024:N0}; after an edit {oursAfter / 1024:N0}, S5332 {sonarAfter / 1024:N0}"
                )
            );
        // An editor does not notice less than a tenth of a megabyte.
        const double Small = 100 * 1024;
        bars.AtMost(
            project.Name + ": most expensive file over S5332",
            rows.Max(row => row.Ours / Math.Max(Small, row.Sonar)),
            10
        );
        bars.AtMost(
            project.Name + ": a mail file after an edit over S5332",
            rows.Average(row => row.OursAfter) / Math.Max(Small, rows.Average(row => row.SonarAfter)),
            1.5
        );
    }

    /// <summary>The allocations of a set above the empty one.</summary>
    static async Task<double> Own(Compilation compilation, SyntaxTree tree, AnalyzerSet set)
    {
        var empty = await OfFile(compilation, tree, AnalyzerSet.Empty);
        return await OfFile(compilation, tree, set) - empty;
    }

    /// <summary>Bytes allocated to analyze one file in a compilation whose other files are already bound.</summary>
    static async Task<double> OfFile(Compilation compilation, SyntaxTree tree, AnalyzerSet set)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (failed, _, _) => throw new InvalidOperationException("An analyzer failed.", failed),
            false,
            false
        );
        var analysis = compilation.WithAnalyzers(set.Analyzers, options);
        var model = compilation.GetSemanticModel(tree);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, default);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    // Types a statement at the end of the longest method.
    static SyntaxTree Edited(SyntaxTree tree)
    {
        var body = tree.GetRoot()
            .DescendantNodes()
            .OfType<BlockSyntax>()
            .OrderByDescending(block => block.Span.Length)
            .FirstOrDefault();
        return body is null
            ? tree
            : tree.WithChangedText(
                tree.GetText().WithChanges(new TextChange(new(body.CloseBraceToken.SpanStart, 0), ";"))
            );
    }

    static string Mega(long bytes) => (bytes / 1048576.0).ToString("N2", CultureInfo.InvariantCulture);

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
