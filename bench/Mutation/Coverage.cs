namespace M365Smtp.Mutation;

/// <summary>Which test reaches which mutant, from one run of all tests without an active mutant.</summary>
sealed class Coverage
{
    public sealed record Test(string Assembly, string Id, string Method, int Milliseconds);

    readonly Dictionary<int, List<Test>> byMutant = [];
    readonly Dictionary<string, HashSet<Test>> byFile = [];
    readonly List<Test> all = [];

    public static async Task<Coverage> Record(MutatedCopy copy, IReadOnlyList<Area> areas, string scratch)
    {
        var coverage = new Coverage();
        var mutants = copy.Mutants.ToDictionary(one => one.Number);
        foreach (var tests in areas.SelectMany(area => area.Tests).Distinct())
        {
            var file = Path.Combine(scratch, tests + ".coverage");
            using var host = new TestHost(copy.Host(tests));
            var answer = await host.Ask(
                $"cover {file} {string.Join(' ', Area.ClassesToSkip)}",
                TimeSpan.FromMinutes(15)
            );
            if (answer is not { Passed: true })
                Console.WriteLine(
                    $"{tests} without a mutant: {answer?.Test ?? "died"}; its failing tests do not count"
                );
            coverage.Read(tests, File.ReadLines(file), mutants);
        }
        return coverage;
    }

    void Read(string assembly, IEnumerable<string> lines, Dictionary<int, Mutant> mutants)
    {
        foreach (var line in lines.Select(line => line.Split('\t')).Where(line => line[1] == "passed"))
        {
            var test = new Test(assembly, line[0], line[4].Split('(')[0], int.Parse(line[2]));
            all.Add(test);
            foreach (var number in line[3].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse))
            {
                if (!mutants.TryGetValue(number, out var mutant))
                    continue;
                Add(byMutant, number).Add(test);
                Add(byFile, mutant.File).Add(test);
            }
        }
    }

    /// <summary>
    /// Fastest first. A static initializer runs once, no matter which test uses its result: the tests of its file count
    /// for it, and one fast test of every method.
    /// </summary>
    /// <param name="seconds">The time that the tests may take together.</param>
    public IReadOnlyList<Test> Of(Mutant mutant, double seconds)
    {
        IEnumerable<Test> tests = mutant.Static
            ? byFile.GetValueOrDefault(mutant.File, []).Concat(QuickOfEveryMethod())
            : byMutant.GetValueOrDefault(mutant.Number, []);
        var spent = 0.0;
        return
        [
            .. tests
                .Distinct()
                .OrderBy(test => test.Milliseconds)
                .ThenBy(test => test.Id, StringComparer.Ordinal)
                .TakeWhile((test, before) => (spent += test.Milliseconds / 1000.0) <= seconds || before == 0),
        ];
    }

    IEnumerable<Test> QuickOfEveryMethod() =>
        all.Where(test => test.Milliseconds < 200).OrderBy(test => test.Milliseconds).DistinctBy(test => test.Method);

    static TSet Add<TKey, TSet>(Dictionary<TKey, TSet> sets, TKey key)
        where TKey : notnull
        where TSet : new()
    {
        if (!sets.TryGetValue(key, out var set))
            sets[key] = set = new();
        return set;
    }
}
