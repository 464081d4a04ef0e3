using System.Globalization;

namespace M365Smtp.Mutation;

/// <summary>The tables that a run prints, and the list of survivors known to change nothing.</summary>
static class Survivors
{
    /// <summary>Rows of survivors.md: mutants that behave like the code they change.</summary>
    public static HashSet<string> Equivalent(string repository)
    {
        var list = Path.Combine(repository, "bench/Mutation/survivors.md");
        return File.Exists(list)
            ?
            [
                .. File.ReadLines(list)
                    .Select(Cells)
                    .Where(cells => cells.Length >= 4)
                    .Select(cells => Row(cells[0], cells[1], cells[2])),
            ]
            : [];
    }

    static string[] Cells(string line) =>
        line.StartsWith('|')
            ?
            [
                .. line.Trim('|', ' ')
                    .Split(" | ")
                    .Select(cell => cell.Trim(' ', '`').Replace("\\|", "|", StringComparison.Ordinal)),
            ]
            : [];

    static string Row(string file, string code, string change) => $"{file}\n{code}\n{change}";

    public static bool In(HashSet<string> rows, Mutant mutant) =>
        rows.Contains(Row(Short(mutant.File), mutant.Code, mutant.Change));

    static string Short(string file) => file["src/".Length..];

    public static string Table(IEnumerable<Mutant> survivors, Ledger ledger) =>
        string.Concat(
            survivors.Select(one =>
                $"| {Short(one.File)} | `{Cell(one.Code)}` | `{Cell(one.Change)}` "
                + $"| line {one.Line}, {ledger[one].Fate} {ledger[one].By} |\n"
            )
        );

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    public static string Score(
        string name,
        IReadOnlyCollection<Mutant> tried,
        Ledger ledger,
        HashSet<string> equivalent
    )
    {
        var counted = tried.Where(one => !In(equivalent, one)).ToArray();
        var killed = counted.Count(one => ledger[one].Fate is Fate.Killed or Fate.TimedOut);
        var share = counted.Length == 0 ? 1 : killed / (double)counted.Length;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {tried.Count} | {tried.Count - counted.Length} "
                + $"| {killed} | {counted.Length - killed} | {share:P1} |"
        );
    }
}
