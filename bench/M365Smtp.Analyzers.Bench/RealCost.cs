using System.Collections.Immutable;
using System.Globalization;
using M365Smtp.Analyzers.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Bench;

/// <summary>What the analyzers cost on other people's code, each number as a ratio of one run.</summary>
internal static class RealCost
{
    public static async Task Run(IEnumerable<string> commandLines, Bars bars)
    {
        foreach (var project in commandLines.Select(line => new RealProject(line)))
        {
            Console.WriteLine();
            Console.WriteLine(Line($"{project.Name}: {project.Lines:N0} lines"));
            await Whole(project, bars);
            Scan(project, bars);
            await EachFile(project, bars);
        }
    }

    static async Task Whole(RealProject project, Bars bars)
    {
        await Measurement.Of(project.Compile(), AnalyzerSet.Ours);
        var empty = await Measurement.Of(project.Compile(), AnalyzerSet.Empty);
        var ours = await Measurement.Of(project.Compile(), AnalyzerSet.Ours);
        var sonar = await Measurement.Of(project.Compile(), AnalyzerSet.S5332);
        var (own, theirs) = (ours.Bytes - empty.Bytes, sonar.Bytes - empty.Bytes);
        Console.WriteLine(Line($"compile {Mega(empty.Bytes)} MB, own {Mega(own)} MB = {100.0 * own / empty.Bytes:N2} %, S5332 {Mega(theirs)} MB; {ours.Reported} reported"));
        if (empty.Errors > 0) Console.WriteLine(Line($"{empty.Errors} compiler errors: packages or generated code are missing"));
        bars.AtMost(project.Name + ": % of the compile's allocations", 100.0 * own / empty.Bytes, 0.5);
        bars.AtMost(project.Name + ": own allocations over those of S5332", (double)own / theirs, 1);
    }

    /// <summary>The gate before everything else, against one search for one word.</summary>
    static void Scan(RealProject project, Bars bars)
    {
        var texts = project.Texts.Select(text => SourceText.From(text)).ToArray();
        var found = 0;
        double Fastest(Func<SourceText, bool> scan) => Enumerable.Range(0, 15).Min(_ =>
        {
            // Of processor time: other programs do not count.
            var before = Environment.CpuUsage.UserTime;
            for (var round = 0; round < 10; round++)
                foreach (var text in texts)
                    if (scan(text)) found++;
            return (Environment.CpuUsage.UserTime - before).TotalMilliseconds / 10;
        });
        var strings = project.Texts.ToArray();
        var next = 0;
        var plain = Fastest(_ => strings[next++ % strings.Length].Contains("smtp", StringComparison.OrdinalIgnoreCase));
        var ours = Fastest(MailText.Anywhere.MayHoldMail);
        Console.WriteLine(Line($"scan {ours:N2} ms, a plain one {plain:N2} ms"));
        bars.AtMost(project.Name + ": scan over a plain one", ours / plain, 2);
    }

    /// <summary>What an editor asks for: one file, all of it, and again after a change in one of its members.</summary>
    static async Task EachFile(RealProject project, Bars bars)
    {
        var compilation = project.Compile();
        compilation.GetDiagnostics();
        var rows = new List<(string File, double Ours, double Sonar, double OursAfter, double SonarAfter)>();
        foreach (var tree in compilation.SyntaxTrees.Where(tree => MailText.Anywhere.MayHoldMail(tree.GetText())))
        {
            var edited = Edited(tree);
            var changed = compilation.ReplaceSyntaxTree(tree, edited);
            rows.Add((
                Path.GetFileName(tree.FilePath),
                await Own(compilation, tree, AnalyzerSet.Ours), await Own(compilation, tree, AnalyzerSet.S5332),
                await Own(changed, edited, AnalyzerSet.Ours), await Own(changed, edited, AnalyzerSet.S5332)));
        }
        if (rows.Count == 0) return;
        foreach (var (file, ours, sonar, oursAfter, sonarAfter) in rows.OrderByDescending(row => row.Ours).Take(5))
            Console.WriteLine(Line($"{file}: {ours / 1024:N0} kB, S5332 {sonar / 1024:N0}; after an edit {oursAfter / 1024:N0}, S5332 {sonarAfter / 1024:N0}"));
        // Below a tenth of a megabyte no editor notices.
        const double Small = 100 * 1024;
        bars.AtMost(project.Name + ": dearest file over S5332", rows.Max(row => row.Ours / Math.Max(Small, row.Sonar)), 10);
        bars.AtMost(project.Name + ": a mail file after an edit over S5332", rows.Average(row => row.OursAfter) / Math.Max(Small, rows.Average(row => row.SonarAfter)), 1.5);
    }

    /// <summary>What a set allocates over the empty one.</summary>
    static async Task<double> Own(Compilation compilation, SyntaxTree tree, AnalyzerSet set)
    {
        var empty = await OfFile(compilation, tree, AnalyzerSet.Empty);
        return await OfFile(compilation, tree, set) - empty;
    }

    /// <summary>Bytes of the analysis of one file, in a compilation whose other files are bound already.</summary>
    static async Task<double> OfFile(Compilation compilation, SyntaxTree tree, AnalyzerSet set)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (failed, _, _) => throw new InvalidOperationException("An analyzer failed.", failed), false, false);
        var analysis = compilation.WithAnalyzers(set.Analyzers, options);
        var model = compilation.GetSemanticModel(tree);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, default);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    // A statement is typed at the end of the longest method.
    static SyntaxTree Edited(SyntaxTree tree)
    {
        var body = tree.GetRoot().DescendantNodes().OfType<BlockSyntax>().OrderByDescending(block => block.Span.Length).FirstOrDefault();
        return body is null ? tree : tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new(body.CloseBraceToken.SpanStart, 0), ";")));
    }

    static string Mega(long bytes) => (bytes / 1048576.0).ToString("N2", CultureInfo.InvariantCulture);

    static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
