using System.CommandLine;
using M365Smtp.Analyzers.Senders;

namespace M365Smtp.Tool.Senders;

/// <summary><c>m365smtp senders</c>: writes and checks the senders file.</summary>
internal static class SendersCommand
{
    static readonly Option<FileInfo> Target = new("--file")
    {
        Description = "The senders file.",
        HelpName = "FILE",
        DefaultValueFactory = _ => new(SendersFile.Name),
    };
    static readonly Option<string[]> Mailboxes = new("--mailbox")
    {
        Description = "A mailbox that sends; may be given several times. By default those in the file.",
        HelpName = "UPN",
        AllowMultipleArgumentsPerToken = true,
    };
    static readonly Option<string[]> FromExport = new("--from-export")
    {
        Description =
            "Take what Get-Mailbox, Get-RecipientPermission and Get-AcceptedDomain show, as JSON; - reads "
            + "standard input. Without a file: print the command to give to an admin.",
        HelpName = "EXPORT",
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = true,
    };
    static readonly Option<bool> FromGraph = new("--from-graph")
    {
        Description = "Ask Microsoft Graph for UPN and addresses; the token needs User.Read.All.",
    };
    static readonly Option<Uri> Graph = GraphUrl.CreateOption();
    static readonly Option<string?> TokenEnv = new("--token-env")
    {
        Description = "The environment variable with the token for Graph.",
        HelpName = "NAME",
    };
    static readonly Option<bool> TokenStdin = new("--token-stdin")
    {
        Description = "The first line of standard input is the token for Graph.",
    };
    static readonly Option<bool> Check = new("--check")
    {
        Description = "Write nothing; end with 1 where the file holds mistakes or differs from the tenant.",
    };
    static readonly Option<bool> Hash = new("--hash")
    {
        Description = "Write addresses other than UPNs as salted hashes.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "senders",
            $"Writes and checks {SendersFile.Name}, by which the analyzers know UPNs from aliases. Ends with 0 "
                + "(done), 1 (--check: differs), 2 (the tenant could not be asked) or 3 (wrong arguments)."
        )
        {
            Target,
            Mailboxes,
            FromExport,
            FromGraph,
            Graph,
            TokenEnv,
            TokenStdin,
            Check,
            Hash,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(Target).FullName;
        var (isExport, isGraph, isCheck, isHash) = (
            parsed.GetResult(FromExport) is not null,
            parsed.GetValue(FromGraph),
            parsed.GetValue(Check),
            parsed.GetValue(Hash)
        );
        if (isExport && isGraph)
            throw new UsageException("Take one source: --from-export or --from-graph.");
        if (!isExport && !isGraph && !isCheck && !isHash)
            throw new UsageException("Say what to do: --from-export, --from-graph, --check or --hash.");
        if (isCheck && !File.Exists(path))
            throw new UsageException($"{path} is not there.");
        if (isExport && parsed.GetValue(FromExport) is null or [])
            return PrintCommand(Named(parsed, path), terminal);
        if (isCheck && !isExport && !isGraph)
            return CheckAlone(path, terminal);

        var file = SendersDocument.Open(path);
        try
        {
            var answer =
                isExport ? FromExports(parsed, terminal)
                : isGraph ? await FromGraphAsync(parsed, path, terminal, cancellation)
                : new([], null, []);
            return Finish(file, answer, isCheck, isHash, path, terminal);
        }
        catch (Exception failed) when (failed is HttpRequestException or FormatException or TaskCanceledException)
        {
            terminal.Error.WriteLine(
                failed is TaskCanceledException ? "Microsoft Graph did not answer in time." : failed.Message
            );
            return ExitCode.Unknown;
        }
    }

    static int Finish(
        SendersDocument file,
        TenantAnswer answer,
        bool isCheck,
        bool isHash,
        string path,
        Terminal terminal
    )
    {
        var merge = new Merge(file);
        merge.Take(answer);
        foreach (var line in merge.Added)
            terminal.Out.WriteLine($"{(isCheck ? "missing" : "added")}: {line}");
        foreach (var line in merge.Stale)
            terminal.Out.WriteLine($"unknown to the tenant: {line}");
        foreach (var note in answer.Notes)
            terminal.Error.WriteLine(note);
        if (isCheck)
        {
            var agrees = merge.Added.Count + merge.Stale.Count + answer.Notes.Count == 0;
            if (agrees)
                terminal.Out.WriteLine("The file agrees with the tenant.");
            return agrees ? ExitCode.Open : ExitCode.Closed;
        }
        if (isHash)
            file.Hash();
        file.Save();
        terminal.Out.WriteLine($"Wrote {path}.");
        return ExitCode.Open;
    }

    static int CheckAlone(string path, Terminal terminal)
    {
        var mistakes = SendersDocument.Mistakes(path, SendersDocument.ReadText(path));
        foreach (var mistake in mistakes)
            terminal.Out.WriteLine(mistake);
        if (mistakes.Count == 0)
            terminal.Out.WriteLine("The file is right.");
        return mistakes.Count == 0 ? ExitCode.Open : ExitCode.Closed;
    }

    static int PrintCommand(IReadOnlyList<string> mailboxes, Terminal terminal)
    {
        terminal.Error.WriteLine("In Exchange Online PowerShell (Connect-ExchangeOnline), an admin runs:");
        terminal.Out.WriteLine(ExchangeExport.Command(mailboxes));
        terminal.Error.WriteLine("Then: m365smtp senders --from-export senders-export.json");
        return ExitCode.Open;
    }

    static TenantAnswer FromExports(ParseResult parsed, Terminal terminal)
    {
        var sources = parsed.GetRequiredValue(FromExport);
        try
        {
            var answer = ExchangeExport.Read(
                sources.Select(source => source == "-" ? terminal.In.ReadToEnd() : SendersDocument.ReadText(source))
            );
            var only = parsed.GetValue(Mailboxes) ?? [];
            return only.Length == 0
                ? answer
                : answer with
                {
                    Mailboxes =
                    [
                        .. answer.Mailboxes.Where(mailbox =>
                            only.Any(name =>
                                AddressForm.Of(name) is { } form
                                && (form == AddressForm.Of(mailbox.Upn) || mailbox.Addresses.Contains(form))
                            )
                        ),
                    ],
                };
        }
        catch (FormatException wrong)
        {
            throw new UsageException(
                $"{string.Join(", ", sources)} cannot be used: {wrong.Message}. For the command that writes it: m365smtp senders --from-export --mailbox UPN"
            );
        }
    }

    static async Task<TenantAnswer> FromGraphAsync(
        ParseResult parsed,
        string path,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var url = GraphUrl.Checked(parsed.GetRequiredValue(Graph));
        var token =
            parsed.GetValue(TokenEnv) is { } variable ? EnvironmentSecret.Read(TokenEnv.Name, variable)
            : !parsed.GetValue(TokenStdin)
                ? throw new UsageException("--from-graph needs --token-env NAME or --token-stdin.")
            : await terminal.In.ReadLineAsync(cancellation) is { Length: > 0 } line ? line
            : throw new UsageException("--token-stdin: standard input is empty.");
        if (!GraphUrl.IsToken(token))
            throw new UsageException("This is not a token: it contains blanks or other characters that no token has.");
        using var http = GraphUrl.Client();
        return await new GraphUsers(http, url, token).ReadAsync(Named(parsed, path), cancellation);
    }

    static IReadOnlyList<string> Named(ParseResult parsed, string path)
    {
        var named =
            parsed.GetValue(Mailboxes) is { Length: > 0 } given ? given
            : File.Exists(path)
                ?
                [
                    .. SendersDocument
                        .Open(path)
                        .Mailboxes.Select(mailbox => (string?)mailbox["upn"])
                        .OfType<string>()
                        .Where(upn => !AddressHash.IsMeant(upn)),
                ]
            : [];
        if (named.Length == 0)
            throw new UsageException($"Name the mailboxes that send: --mailbox UPN. {path} lists none.");
        if (named.FirstOrDefault(mailbox => AddressForm.Of(mailbox) is null) is { } wrong)
            throw new UsageException($"--mailbox: '{wrong}' is not a mail address.");
        return named;
    }
}
