using System.Text.RegularExpressions;
using M365Smtp.Package.Tests.Packing;
using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Pictures;

/// <summary>The terminal pictures in README and docs show what the commands print. M365SMTP_WRITE=1 regenerates
/// them.</summary>
public sealed partial class TerminalPictures
{
    static readonly Dictionary<string, string> Environment = new() { ["NO_COLOR"] = "1" };

    [Fact]
    public async Task A_build_shows_the_warnings()
    {
        var output = await DotNet.SucceedAsync(
            Repo.Root,
            Environment,
            "build",
            "samples/LegacyMailer",
            "--nologo",
            "-v",
            "q"
        );
        var warnings = output
            .Split('\n')
            .Where(line => line.Contains("warning SMTP", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where(line => Shown.Any(file => line.Contains(file, StringComparison.Ordinal)));
        var picture = new TextPicture("dotnet build samples/LegacyMailer");
        foreach (var warning in warnings)
        {
            var match = Warning().Match(warning);
            picture.Line(
                (match.Groups["place"].Value + ": ", "strong"),
                ("warning " + match.Groups["id"].Value, "warn"),
                (":", "")
            );
            foreach (var part in Wrapped(match.Groups["message"].Value, 104))
                picture.Line(("    " + part, ""));
        }
        CommittedText.MustBe(picture.ToString(), "docs/pictures/build.svg");
    }

    [Fact]
    public async Task A_check_names_the_gate_and_the_command()
    {
        var (exitCode, output) = await DotNet.RunAsync(
            Repo.Root,
            Environment,
            "run",
            "--project",
            "src/M365Smtp.Tool",
            "--",
            "check",
            "--simulate",
            "mailbox-smtp-auth-off"
        );
        Assert.Equal(1, exitCode);
        var picture = new TextPicture("m365smtp check --simulate mailbox-smtp-auth-off");
        foreach (var line in Steady(output).TrimEnd().Split('\n'))
            foreach (var part in Wrapped(line, 116, hanging: 30))
                picture.Line((part, ClassOf(part)));
        CommittedText.MustBe(picture.ToString(), "docs/pictures/check.svg");
    }

    [Fact]
    public async Task An_audit_answers_for_a_project()
    {
        await DotNet.SucceedAsync(Repo.Root, Environment, "restore", "samples/LegacyMailer");
        var (exitCode, output) = await DotNet.RunAsync(
            Repo.Root,
            Environment,
            "run",
            "--project",
            "src/M365Smtp.Tool",
            "--",
            "audit",
            "samples/LegacyMailer"
        );
        Assert.Equal(1, exitCode);
        // The verdict, the table, and the details of the first sender.
        var parts = output.ReplaceLineEndings("\n").Split("\n\n")[..3];
        var picture = new TextPicture("m365smtp audit samples/LegacyMailer");
        foreach (var line in string.Join("\n\n", parts).Split('\n').Where(line => !Finding().IsMatch(line)))
            foreach (var part in Wrapped(Columns().Replace(line, ""), 116, hanging: 4))
                picture.Line((part, AuditClassOf(part)));
        CommittedText.MustBe(picture.ToString(), "docs/pictures/audit.svg");
    }

    static string AuditClassOf(string line) =>
        line.StartsWith("Stops ", StringComparison.Ordinal) || line.StartsWith("Fails ", StringComparison.Ordinal)
            ? "bad"
        : line.StartsWith("After ", StringComparison.Ordinal) || line.StartsWith("Of ", StringComparison.Ordinal)
            ? "strong"
        : line.StartsWith("  > ", StringComparison.Ordinal) ? "key"
        : "";

    static readonly string[] Shown = ["OrderConfirmation.cs", "DiskAlert.cs"];

    static string ClassOf(string line) =>
        line.Contains(" Failed ", StringComparison.Ordinal) || line.Contains(" Closed ", StringComparison.Ordinal)
            ? "bad"
        : line.StartsWith("Closed:", StringComparison.Ordinal) ? "bad"
        : line.Contains("Set-CASMailbox", StringComparison.Ordinal) ? "key"
        : line.StartsWith("Unknown:", StringComparison.Ordinal)
        || line.StartsWith("NotReached:", StringComparison.Ordinal)
            ? "dim"
        : line.Contains(" Open ", StringComparison.Ordinal) || line.Contains(" Passed ", StringComparison.Ordinal)
            ? "good"
        : line.StartsWith("Stage ", StringComparison.Ordinal) || line.StartsWith("Gate ", StringComparison.Ordinal)
            ? "strong"
        : "";

    // What differs between runs: times, dates, ports and ids.
    static string Steady(string output)
    {
        output = Milliseconds().Replace(output.ReplaceLineEndings("\n"), "4.2 ms   ");
        output = TimeHeading().Replace(output, "Time     Seen");
        output = Port().Replace(output, "port 587");
        output = Moment().Replace(output, "2026-11-30T09:00:00.000Z");
        output = ShortDate().Replace(output, "2026-11-30");
        output = LongDate().Replace(output, "Mon, 30 Nov 2026 09:00:00 +0000");
        return SessionId().Replace(output, "08DE2FF5C1A0B3D4");
    }

    static IEnumerable<string> Wrapped(string text, int width, int hanging = 0)
    {
        while (text.Length > width)
        {
            var at = text.LastIndexOf(' ', width);
            if (at <= hanging)
                break;
            yield return text[..at];
            text = new string(' ', hanging) + text[(at + 1)..];
        }
        yield return text;
    }

    [GeneratedRegex(@"(?<place>[A-Za-z]+\.cs\(\d+,\d+\)): warning (?<id>SMTP\d{4}): (?<message>.*?) \(https")]
    private static partial Regex Warning();

    [GeneratedRegex(@"^  \w+\.cs\(")]
    private static partial Regex Finding();

    // The table is wider than a page, and its last column repeats the output of the build.
    [GeneratedRegex(@" {2,}(SMTP\d{4} ?)+$| {2,}Findings$")]
    private static partial Regex Columns();

    [GeneratedRegex("Time +Seen")]
    private static partial Regex TimeHeading();

    [GeneratedRegex(@"\d+\.\d ms *")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"port \d{4,5}\b")]
    private static partial Regex Port();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d(?!T)")]
    private static partial Regex ShortDate();

    [GeneratedRegex(@"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000")]
    private static partial Regex LongDate();

    [GeneratedRegex(@"\b08D[0-9A-F]{13}\b")]
    private static partial Regex SessionId();
}
