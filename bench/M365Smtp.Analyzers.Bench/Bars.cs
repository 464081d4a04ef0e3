using System.Globalization;

namespace M365Smtp.Analyzers.Bench;

/// <summary>The upper limit for a number, and whether it was kept.</summary>
internal sealed class Bars
{
    readonly List<(string What, double Measured, double Most)> all = [];

    public bool AllKept => all.TrueForAll(bar => bar.Measured <= bar.Most);

    public void AtMost(string what, double measured, double most) => all.Add((what, measured, most));

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| Bar | Measured | At most | |");
        Console.WriteLine("|---|--:|--:|---|");
        foreach (var (what, measured, most) in all)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {what} | {measured:#,0.###} | {most:#,0.###} | {(measured <= most ? "kept" : "OVER")} |"
                )
            );
    }
}
