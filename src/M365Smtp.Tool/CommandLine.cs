using System.CommandLine;
using M365Smtp.Tool.Audit;
using M365Smtp.Tool.Check;
using M365Smtp.Tool.Explain;
using M365Smtp.Tool.Facts;
using M365Smtp.Tool.Lint;
using M365Smtp.Tool.Senders;
using M365Smtp.Tool.Simulate;

namespace M365Smtp.Tool;

/// <summary>The commands of <c>m365smtp</c>.</summary>
internal static class CommandLine
{
    // A reply may begin with @, which does not mark a response file.
    static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        var root = new RootCommand("Tells which gate keeps mail from going out through Microsoft 365.")
        {
            AuditCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            SendersCommand.Create(terminal),
            SimulateCommand.Create(terminal),
            LintCommand.Create(terminal),
            FixCommand.Create(terminal),
            FactsCommand.Create(terminal),
        };
        var parsed = root.Parse(args, Parser);
        var errors = MistypedOption.Errors(parsed).ToList();
        if (errors.Count > 0)
        {
            foreach (var error in errors)
                await terminal.Error.WriteLineAsync(error);
            await terminal.Error.WriteLineAsync($"See: {Path(parsed)} --help");
            return ExitCode.Usage;
        }
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (UsageException wrong)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return ExitCode.Usage;
        }
    }

    static string Path(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "m365smtp" : "m365smtp " + parsed.CommandResult.Command.Name;
}
