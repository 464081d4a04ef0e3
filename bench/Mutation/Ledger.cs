using System.Text;

namespace M365Smtp.Mutation;

/// <summary>The result of each mutant, kept in a file: a run resumes where the last one ended.</summary>
sealed class Ledger(string file)
{
    readonly Dictionary<string, (Fate Fate, string By)> fates = Read(file);

    static Dictionary<string, (Fate, string)> Read(string file)
    {
        Dictionary<string, (Fate, string)> fates = [];
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
            if (line.Split('\t') is [var key, var fate, var by])
                fates[key] = (Enum.Parse<Fate>(fate), by);
        return fates;
    }

    public bool Holds(Mutant mutant, bool again) =>
        fates.TryGetValue(mutant.Key, out var known) && (!again || known.Fate is Fate.Killed or Fate.TimedOut);

    public (Fate Fate, string By) this[Mutant mutant] => fates[mutant.Key];

    public void Add(Mutant mutant, Fate fate, string by)
    {
        lock (fates)
        {
            fates[mutant.Key] = (fate, by);
            File.AppendAllText(file, $"{mutant.Key}\t{fate}\t{by.Replace('\t', ' ')}\n", Encoding.UTF8);
        }
    }
}
