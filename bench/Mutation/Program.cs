using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using M365Smtp.Mutation;

string? Value(string name) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

var repository = Path.GetFullPath(Value("--repository") ?? Directory.GetCurrentDirectory());
var scratch = Path.GetFullPath(Value("--scratch") ?? Path.Combine(Path.GetTempPath(), "m365smtp-mutation"));
var sample = int.Parse(Value("--sample") ?? "100");
var seed = Value("--seed") ?? "1";
var workers = int.Parse(Value("--parallel") ?? "2");
var seconds = double.Parse(Value("--seconds") ?? "1e9", CultureInfo.InvariantCulture);
var again = args.Contains("--again");
var file = Value("--file") ?? "";
var only = Value("--only")?.Split(',');
var areas = Area
    .All.Where(area => only is null || only.Contains(area.Name, StringComparer.OrdinalIgnoreCase))
    .OrderBy(area => Array.FindIndex(only ?? [], name => name.Equals(area.Name, StringComparison.OrdinalIgnoreCase)))
    .ToArray();
if (areas.Length == 0)
{
    Console.Error.WriteLine("--only accepts: " + string.Join(',', Area.All.Select(area => area.Name)));
    return 2;
}

var copy = new MutatedCopy(repository, Path.Combine(scratch, "copy"));
copy.Make(areas);
var mutants = copy.Mutants.ToArray();
Console.WriteLine($"{mutants.Length} mutants compile");
var coverage = await Coverage.Record(copy, areas, scratch);
Console.WriteLine("all tests have run once");

Mutant[] Sampled(Area area) =>
    [
        .. mutants
            .Where(one => one.File.StartsWith(area.Folder + "/", StringComparison.Ordinal))
            .Where(one => one.File.EndsWith(file, StringComparison.Ordinal))
            .OrderBy(
                one => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed + one.Key))),
                StringComparer.Ordinal
            )
            .Take(sample),
    ];

var ledger = new Ledger(Path.Combine(scratch, "fates.tsv"));
var equivalent = Survivors.Equivalent(repository);
var open = new ConcurrentQueue<Mutant>(
    areas.SelectMany(Sampled).Where(one => !ledger.Holds(one, again) && !Survivors.In(equivalent, one))
);
Console.WriteLine($"{open.Count} to try");
await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(Work)));

async Task Work()
{
    using var trial = new Trial(copy, coverage, seconds);
    while (open.TryDequeue(out var mutant))
    {
        var (fate, by) = await trial.Of(mutant);
        ledger.Add(mutant, fate, by);
        if (fate is Fate.Survived or Fate.NotReached)
            Console.WriteLine($"{fate} {mutant.File}:{mutant.Line} {mutant.Code} -> {mutant.Change}");
    }
}

var report = new StringBuilder(
    "| Area | Mutants | Equivalent | Killed | Alive | Of those that count |\n|---|---|---|---|---|---|\n"
);
foreach (var area in areas)
    report.AppendLine(Survivors.Score(area.Name, Known(area), ledger, equivalent));
report.AppendLine().AppendLine("| File | Code | Mutant | Where |").AppendLine("|---|---|---|---|");
foreach (var area in areas)
    report.Append(Survivors.Table(Known(area).Where(one => !Survivors.In(equivalent, one) && Lives(one)), ledger));
File.WriteAllText(Path.Combine(scratch, "survivors.md"), report.ToString());
Console.Write(report);
return 0;

bool Lives(Mutant one) => ledger[one].Fate is Fate.Survived or Fate.NotReached;

Mutant[] Known(Area area) => [.. Sampled(area).Where(one => ledger.Holds(one, false) || Survivors.In(equivalent, one))];
