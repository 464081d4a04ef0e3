using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.Analyzers.Bench;

/// <summary>The cost of fifty large settings files per compilation.</summary>
internal static class SettingsCost
{
    const int Count = 50,
        Length = 100_000,
        Rounds = 11;

    const string LookUp = """
        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string? this[string key] { get; } }
        }

        namespace Shop.Mail.Configured
        {
            public sealed class StatusMail(Microsoft.Extensions.Configuration.IConfiguration configuration)
            {
                public void Send(System.Net.Mail.MailMessage message)
                {
                    using var smtp = new System.Net.Mail.SmtpClient(configuration["Mail:Host"], int.Parse(configuration["Mail:Port"] ?? "587"));
                    smtp.EnableSsl = configuration["Security:Tls"] != "off";
                    smtp.Send(message);
                }
            }
        }
        """;

    public static async Task Run(Bars bars)
    {
        var mail = Workload.Generated("some mail", 1, 40);
        foreach (
            var (hostEvery, words, workload) in new[]
            {
                (10, "a mail host in every tenth", mail),
                (1, "a mail host in each", mail),
                (
                    10,
                    "a mail host in every tenth, looked up by code",
                    mail with
                    {
                        Files = mail.Files.Add(("/bench/Configured.cs", LookUp)),
                    }
                ),
            }
        )
        {
            var (bytes, milliseconds) = await Median(workload, hostEvery);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Count} settings files of {Length / 1000} kB, {words}: {bytes / 1048576.0:N1} MB, {milliseconds:N0} ms"
                )
            );
            bars.AtMost($"{Count} settings files of {Length / 1000} kB, {words}: ms", milliseconds, 50);
        }
    }

    static async Task<(long Bytes, double Milliseconds)> Median(Workload workload, int hostEvery)
    {
        var bytes = new List<long>();
        var milliseconds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            // New texts each time: the analyzer caches its results with the text.
            var with = await Measurement.Of(workload, AnalyzerSet.Ours, Files(hostEvery));
            var without = await Measurement.Of(workload, AnalyzerSet.Ours);
            if (round == 0)
                continue;
            bytes.Add(with.Bytes - without.Bytes);
            milliseconds.Add(with.Milliseconds - without.Milliseconds);
        }
        return (bytes.Order().ElementAt(Rounds / 2), milliseconds.Order().ElementAt(Rounds / 2));
    }

    static ImmutableArray<AdditionalText> Files(int hostEvery) =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(i => new Settings(
                    $"/bench/Part{i}/appsettings.json",
                    Text(i, i % hostEvery == 0 ? "smtp.office365.com" : "10.0.0.25")
                )),
        ];

    static string Text(int number, string host)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $$"""{ "Mail": { "Host": "{{host}}", "Port": 465, "User": "orders@contoso.com" }"""
        );
        for (var i = 0; text.Length < Length - 400; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                ,
                  "Feature{{number}}x{{i}}": {
                    "IsEnabled": true, // since release {{i}}
                    "Title": "A feature that somebody has asked for, number {{i}}",
                    "Limits": [ 1, 2, 3, {{i}} ],
                    "Endpoint": "https://api.example.com/v2/features/{{i}}"
                  }
                """
            );
        return text.Append("\n}\n").ToString();
    }

    sealed class Settings(string path, string text) : AdditionalText
    {
        readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

        public override string Path => path;

        // The way the compiler reads a file.
        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(new MemoryStream(bytes), Encoding.UTF8);
    }
}
