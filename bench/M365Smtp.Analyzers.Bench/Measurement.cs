using System.Collections.Immutable;
using System.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace M365Smtp.Analyzers.Bench;

/// <summary>
/// One compilation with one set of analyzers: parsed beforehand, then bound and analyzed on one thread.
/// </summary>
/// <param name="Bytes">Allocated from the first binding to the last diagnostic.</param>
/// <param name="Milliseconds">Processor time, so that other programs do not count.</param>
/// <param name="Reported">Diagnostics of the analyzers.</param>
internal sealed record Measurement(long Bytes, double Milliseconds, int Reported, int Errors)
{
    const long MostBytes = 600_000_000;

    public static Task<Measurement> Of(
        Workload workload,
        AnalyzerSet set,
        ImmutableArray<AdditionalText> settings = default
    ) => Of(workload.Compile(), set, settings);

    public static async Task<Measurement> Of(
        Compilation compilation,
        AnalyzerSet set,
        ImmutableArray<AdditionalText> settings = default
    )
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(settings.IsDefault ? [] : settings),
            onAnalyzerException: (failed, _, _) => throw new InvalidOperationException("An analyzer failed.", failed),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        );
        // A collection would free nodes that the compiler creates again on demand.
        GC.Collect();
        GC.TryStartNoGCRegion(MostBytes);
        var cpu = Environment.CpuUsage.TotalTime;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var diagnostics = await compilation.WithAnalyzers(set.Analyzers, options).GetAllDiagnosticsAsync();
        var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        var milliseconds = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            GC.EndNoGCRegion();
        var own = set
            .Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => rule.Id)
            .ToHashSet();
        return new(
            bytes,
            milliseconds,
            diagnostics.Count(one => own.Contains(one.Id)),
            diagnostics.Count(one =>
                one.Severity == DiagnosticSeverity.Error && one.Id.StartsWith("CS", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>
    /// Runs the sets in turn for several rounds and takes the median of each. With more than one round, a warm-up round
    /// comes first.
    /// </summary>
    public static async Task<ImmutableArray<Measurement>> Medians(
        Func<Compilation> compile,
        int rounds,
        params AnalyzerSet[] sets
    )
    {
        var all = sets.Select(_ => new List<Measurement>()).ToArray();
        for (var round = rounds > 1 ? 0 : 1; round <= rounds; round++)
            for (var i = 0; i < sets.Length; i++)
                if (await Of(compile(), sets[i]) is var one && round > 0)
                    all[i].Add(one);
        return [.. all.Select(Median)];
    }

    static Measurement Median(List<Measurement> runs) =>
        runs[0] with
        {
            Bytes = runs.Select(run => run.Bytes).Order().ElementAt(runs.Count / 2),
            Milliseconds = runs.Select(run => run.Milliseconds).Order().ElementAt(runs.Count / 2),
        };
}
