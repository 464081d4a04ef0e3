using System.CommandLine;
using M365Smtp.Analyzers.Senders;
using M365Smtp.Tool.Output;
using M365Smtp.Tool.Senders;
using Spectre.Console;

namespace M365Smtp.Tool.Explain;

/// <summary><c>m365smtp explain</c>: explains each distinct reply in a text or a log once.</summary>
internal static class ExplainCommand
{
    static readonly Argument<string[]> Text = new("text")
    {
        Description = "What the server, the client or the log says; - reads standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    static readonly Option<FileInfo?> Log = new("--file") { Description = "A log file.", HelpName = "LOG" };
    static readonly Option<string?> Mailbox = new("--mailbox")
    {
        Description = "The mailbox to name in the commands.",
        HelpName = "UPN",
    };
    static readonly Option<FileInfo?> SendersFile = SendersNotes.CreateOption();
    static readonly Option<bool> AsJson = new("--json") { Description = "Print an array of objects." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "explain",
            "Explains the replies in a text or a log, each of them once. Ends with 0, 1 (--fail-on: found) or 3 (wrong arguments)."
        )
        {
            Text,
            Log,
            Mailbox,
            SendersFile,
            AsJson,
            FailOn.Option,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    static int Run(ParseResult parsed, Terminal terminal)
    {
        var senders = SendersNotes.Read(parsed.GetValue(SendersFile));
        var mailbox = parsed.GetValue(Mailbox);
        var found = Explain(parsed, terminal);
        IReadOnlyList<string> Notes(LoggedReply logged) =>
            SendersNotes.Of(senders, logged.Explanation.Login ?? mailbox, logged.Explanation.From);
        if (parsed.GetValue(AsJson))
            terminal.Out.WriteLine(
                Json.Of(found.Select(logged => ExplanationJson.Of(logged, Notes(logged))).ToArray())
            );
        else
            Write(terminal.Pretty(), found, Notes);
        return FailOn.IsMet(parsed, found.Select(logged => logged.Explanation)) ? ExitCode.Closed : ExitCode.Open;
    }

    static IReadOnlyList<LoggedReply> Explain(ParseResult parsed, Terminal terminal)
    {
        var words = parsed.GetValue(Text) ?? [];
        var mailbox = parsed.GetValue(Mailbox);
        return (parsed.GetValue(Log), words) switch
        {
            ({ } log, []) => ExplainFile(log, mailbox, terminal),
            (null, ["-"]) => ExplainText(terminal.In.ReadToEnd(), mailbox),
            (null, [_, ..]) => ExplainText(string.Join(' ', words), mailbox),
            _ => throw new UsageException(
                "Give one of these: the text of a reply, - for standard input, or --file LOG."
            ),
        };
    }

    // Known replies come first; if nothing was rejected, the explanation says so.
    static IReadOnlyList<LoggedReply> ExplainText(string text, string? mailbox) =>
        SmtpReply.ExplainLog(new StringReader(text), mailbox) is { Count: > 0 } replies
            ? [.. replies.OrderBy(reply => reply.Explanation.Cause == ReplyCause.Unknown)]
            : [new(1, 1, SmtpReply.Explain(text, mailbox))];

    static IReadOnlyList<LoggedReply> ExplainFile(FileInfo file, string? mailbox, Terminal terminal)
    {
        try
        {
            using var log = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return ReadingProgress.Show(
                terminal,
                $"Reading {file.Name}",
                log,
                stream => SmtpReply.ExplainLog(new StreamReader(stream, TextEncoding.Guess(log)), mailbox)
            );
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file.FullName} cannot be read: {unreadable.Message}");
        }
    }

    static void Write(
        IAnsiConsole console,
        IReadOnlyList<LoggedReply> found,
        Func<LoggedReply, IReadOnlyList<string>> notes
    )
    {
        if (found.Count == 0)
            console.WriteLine("No refusal found.");
        foreach (var logged in found)
        {
            var (line, count, explanation) = logged;
            var place = Place(line, count, found.Count);
            console.MarkupInterpolated(
                $"[bold]{explanation.Cause}[/] ({explanation.Certainty}), gate {explanation.Gate}"
            );
            console.MarkupLineInterpolated($", retry {explanation.Retry}{place}");
            if (explanation.Reply.Length > 0)
                console.MarkupLineInterpolated($"  [grey]{explanation.Reply}[/]");
            console.MarkupLineInterpolated($"  {explanation.Meaning}");
            foreach (var note in notes(logged))
                console.MarkupLineInterpolated($"  [yellow]{note}[/]");
            RemedyText.Write(console, explanation.Remedies);
            console.WriteLine();
        }
    }

    static string Place(int line, int count, int all) =>
        (count, all) switch
        {
            (1, 1) => "",
            (1, _) => $", line {line}",
            _ => $", {count} times from line {line} on",
        };
}
