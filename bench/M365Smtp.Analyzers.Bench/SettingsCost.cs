using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Bench;

/// <summary>What fifty large settings files cost, once a compilation.</summary>
internal static class SettingsCost
{
    const int Count = 50, Length = 100_000, Rounds = 7;

    public static async Task Run(Bars bars)
    {
        var workload = Workload.Generated("some mail", 1, 40);
        var bytes = new List<long>();
        var milliseconds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            // New texts each time: the analyzer keeps what it has read with the text.
            var with = await Measurement.Of(workload, AnalyzerSet.Ours, Files());
            var without = await Measurement.Of(workload, AnalyzerSet.Ours);
            if (round == 0) continue;
            bytes.Add(with.Bytes - without.Bytes);
            milliseconds.Add(with.Milliseconds - without.Milliseconds);
        }
        var (medianBytes, medianMilliseconds) = (bytes.Order().ElementAt(Rounds / 2), milliseconds.Order().ElementAt(Rounds / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} settings files of {Length / 1000} kB: {medianBytes / 1048576.0:N1} MB, {medianMilliseconds:N0} ms (fastest {milliseconds.Min():N0})"));
        bars.AtMost($"{Count} settings files of {Length / 1000} kB: ms", medianMilliseconds, 50);
    }

    static ImmutableArray<AdditionalText> Files() => [.. Enumerable.Range(0, Count).Select(i => new Settings($"/bench/Part{i}/appsettings.json", Text(i)))];

    static string Text(int number)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"Smtp\": { \"Host\": \"smtp.office365.com\", \"Port\": 465, \"User\": \"orders@contoso.com\" }");
        for (var i = 0; text.Length < Length - 400; i++)
            text.Append(CultureInfo.InvariantCulture, $$"""
                ,
                  "Feature{{number}}x{{i}}": {
                    "IsEnabled": true, // since release {{i}}
                    "Title": "A feature that somebody has asked for, number {{i}}",
                    "Limits": [ 1, 2, 3, {{i}} ],
                    "Endpoint": "https://api.example.com/v2/features/{{i}}"
                  }
                """);
        return text.Append("\n}\n").ToString();
    }

    sealed class Settings(string path, string text) : AdditionalText
    {
        public override string Path => path;

        // As the compiler reads a file.
        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(new MemoryStream(Encoding.UTF8.GetBytes(text)), Encoding.UTF8);
    }
}
