namespace M365Smtp.Mutation;

enum Fate
{
    Killed,
    TimedOut,
    Survived,
    NotReached,
}

/// <summary>Runs the tests that reach each mutant, one worker's share at a time.</summary>
/// <param name="seconds">The time for the tests of one mutant: of more tests, the slowest are left out.</param>
sealed class Trial(MutatedCopy copy, Coverage coverage, double seconds) : IDisposable
{
    readonly Dictionary<string, TestHost> hosts = [];

    public async Task<(Fate Fate, string By)> Of(Mutant mutant)
    {
        var tests = coverage.Of(mutant, seconds);
        if (tests.Count == 0)
            return (Fate.NotReached, "");
        foreach (var assembly in tests.GroupBy(test => test.Assembly))
            foreach (var chosen in Portions(assembly))
            {
                if (mutant.Static)
                    Host(assembly.Key).Dispose();
                var patience =
                    TimeSpan.FromSeconds(60) + 8 * TimeSpan.FromMilliseconds(chosen.Sum(test => test.Milliseconds));
                var answer = await Run(assembly.Key, mutant.Number, chosen.Select(test => test.Id), patience);
                if (answer is null)
                    return (Fate.TimedOut, "");
                if (answer.Passed)
                    continue;
                // A test may keep what an earlier mutant made. If it also fails without a mutant, a new process
                // decides.
                var id = answer.Test.Split(' ')[1];
                if (mutant.Static || await Run(assembly.Key, 0, [id], patience) is { Passed: true })
                    return (Fate.Killed, answer.Test);
                Host(assembly.Key).Dispose();
                if (await Run(assembly.Key, mutant.Number, [id], patience) is not { Passed: true })
                    return (Fate.Killed, answer.Test);
            }
        if (mutant.Static)
            foreach (var host in hosts.Values)
                host.Dispose();
        return (Fate.Survived, $"{tests.Count} tests");
    }

    /// <summary>One test of each method, then the others: most mutants fail in the first batch.</summary>
    static IEnumerable<Coverage.Test[]> Portions(IEnumerable<Coverage.Test> tests)
    {
        var first = tests.DistinctBy(test => test.Method).ToArray();
        return new[] { first, [.. tests.Except(first)] }.Where(portion => portion.Length > 0);
    }

    Task<TestHost.Answer?> Run(string assembly, int mutant, IEnumerable<string> ids, TimeSpan patience) =>
        Host(assembly).Ask($"run {mutant} {string.Join(' ', ids)}", patience);

    TestHost Host(string assembly)
    {
        if (!hosts.TryGetValue(assembly, out var host))
            hosts[assembly] = host = new(copy.Host(assembly));
        return host;
    }

    public void Dispose()
    {
        foreach (var host in hosts.Values)
            host.Dispose();
    }
}
