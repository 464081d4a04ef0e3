using System.Globalization;

namespace M365Smtp.Analyzers.Bench;

/// <summary>
/// The allocations of the analyzers above an empty one, in code without mail, with some mail and with nothing else.
/// </summary>
internal static class CodeCost
{
    static readonly int[] Factors = [1, 2, 4, 8];

    public static async Task Run(Bars bars)
    {
        Console.WriteLine(
            "| Code | Lines | Compile MB | Own kB | % of compile | S5332 % | kB/1,000 lines | Reported | B/site | S5332 sites | S5332 B/site | Own ms |"
        );
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (
            var (name, mailEvery, most) in new[]
            {
                ("no mail", 0, 0.1),
                ("some mail", 40, 0.3),
                ("all mail", 1, double.NaN),
            }
        )
        {
            var perLine = new List<double>();
            foreach (var factor in Factors)
            {
                var row = await Row.Of(Workload.Generated(name, factor, mailEvery), rounds: factor == 1 ? 3 : 1);
                row.Print();
                perLine.Add(row.KilobytesPerThousandLines);
                if (!double.IsNaN(most))
                    bars.AtMost($"{row.Name}: % of the compile's allocations", row.Percent, most);
                else
                    bars.AtMost($"{row.Name}: bytes per reported site", row.BytesPerSite, row.SonarBytesPerSite);
            }
            // Without mail the cost is less than the difference between two runs.
            if (mailEvery > 0)
                bars.AtMost($"{name}: kB per 1,000 lines at {Factors[^1]}× over 1×", perLine[^1] / perLine[0], 1.05);
        }
        (await Row.Of(Workload.OwnSource(), rounds: 1)).Print();
    }

    sealed record Row(string Name, int Lines, Measurement Empty, Measurement Ours, Measurement Sonar)
    {
        public static async Task<Row> Of(Workload workload, int rounds)
        {
            var medians = await Measurement.Medians(
                workload.Compile,
                rounds,
                AnalyzerSet.Empty,
                AnalyzerSet.Ours,
                AnalyzerSet.S5332
            );
            if (medians[0].Errors > 0)
                Console.WriteLine($"{workload.Name}: {medians[0].Errors} errors, so the numbers are unreliable");
            return new(workload.Name, workload.Lines, medians[0], medians[1], medians[2]);
        }

        long Own => Ours.Bytes - Empty.Bytes;
        long SonarOwn => Sonar.Bytes - Empty.Bytes;
        public double Percent => 100.0 * Own / Empty.Bytes;
        public double KilobytesPerThousandLines => Own / 1024.0 / (Lines / 1000.0);
        public double BytesPerSite => Own / (double)Math.Max(1, Ours.Reported);
        public double SonarBytesPerSite => SonarOwn / (double)Math.Max(1, Sonar.Reported);

        public void Print() =>
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {Name} | {Lines:N0} | {Empty.Bytes / 1048576.0:N1} | {Own / 1024.0:N1} | {Percent:N3} | {100.0 * SonarOwn / Empty.Bytes:N2} | {KilobytesPerThousandLines:N2} | {Ours.Reported} | {Site(BytesPerSite, Ours)} | {Sonar.Reported} | {Site(SonarBytesPerSite, Sonar)} | {Ours.Milliseconds - Empty.Milliseconds:N0} |"
                )
            );

        static string Site(double bytes, Measurement set) =>
            set.Reported == 0 ? "–" : bytes.ToString("N0", CultureInfo.InvariantCulture);
    }
}
