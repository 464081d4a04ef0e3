using System.CommandLine;
using M365Smtp.Simulator;
using M365Smtp.Tool.Output;
using M365Smtp.Tool.Senders;
using M365Smtp.Tool.Simulate;
using Spectre.Console;

namespace M365Smtp.Tool.Check;

/// <summary><c>m365smtp check</c>: follows the path of a message and reports which gate is closed.</summary>
internal static class CheckCommand
{
    static readonly Option<string> Host = new("--host")
    {
        Description = "The submission host.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Knowledge.Hosts.Worldwide,
    };
    static readonly Option<int> Port = NumberOption.Port(
        "The port; TLS is always STARTTLS.",
        Knowledge.Ports.Submission
    );
    static readonly Option<string?> User = new("--user") { Description = "The UPN to sign in with.", HelpName = "UPN" };
    static readonly Option<string?> From = new("--from")
    {
        Description = "Send a test message with this From: only a message shows whether the mailbox may.",
        HelpName = "ADDRESS",
    };
    static readonly Option<string?> To = new("--to")
    {
        Description = "Recipient of the test message; the mailbox itself by default.",
        HelpName = "ADDRESS",
    };
    static readonly Option<int> Seconds = new("--timeout")
    {
        Description = "The deadline for the whole check.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 30,
    };
    static readonly Option<int?> WarnDays = NumberOption.NotNegative(
        "--warn-days",
        "N",
        "Say that a secret, certificate or token ends so many days before; 30 by default."
    );
    static readonly Option<FileInfo?> AuthorityFile = new("--authority-file")
    {
        Description = "Trust this certificate authority (PEM) too, such as m365smtp simulate writes.",
        HelpName = "FILE",
    };
    static readonly Option<Scenario?> Simulate = ScenarioOption.Create(
        "--simulate",
        "Check the embedded simulator in this scenario.",
        null
    )!;
    static readonly Option<FileInfo?> SendersFile = SendersNotes.CreateOption();
    static readonly Option<bool> AsJson = new("--json") { Description = "Print the report as one object." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "check",
            "Tells which gate is closed. Ends with 0 (open), 1 (closed), 2 (unknown) or 3 (wrong arguments). "
                + "Without a host or user it shows the embedded simulator."
        )
        {
            Host,
            Port,
            User,
            From,
            To,
            Seconds,
            WarnDays,
            AuthorityFile,
            SendersFile,
            Simulate,
            AsJson,
        };
        foreach (var option in CredentialOptions.All.Concat(SettingsOptions.All).Concat(GraphOptions.All))
            command.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (SettingsOptions.PrintsCommand(parsed))
        {
            terminal.Out.WriteLine(GateSettings.ExportCommand(parsed.GetValue(User)));
            return ExitCode.Open;
        }
        try
        {
            var settings = SettingsOptions.Read(parsed);
            var senders = SendersNotes.Read(parsed.GetValue(SendersFile));
            var report = await ReportAsync(parsed, terminal, cancellation);
            settings = settings
                .Or(await GraphOptions.ReadAsync(parsed, terminal, cancellation))
                .Or(EntraOptions.Expiry(parsed));
            report = report.ComparedWith(settings);
            var notes = SendersNotes.Of(senders, report.Mailbox, report.Refusal?.From ?? parsed.GetValue(From));
            if (parsed.GetValue(AsJson))
                terminal.Out.WriteLine(Json.Of(ReportJson.Of(report, notes)));
            else
                ReportText.Write(terminal.Pretty(), report, notes);
            return report.Verdict switch
            {
                GateVerdict.Open => ExitCode.Open,
                GateVerdict.Closed => ExitCode.Closed,
                _ => ExitCode.Unknown,
            };
        }
        catch (ArgumentException wrong) when (wrong.ParamName == "options")
        {
            throw new UsageException(wrong.Message.Replace(" (Parameter 'options')", ""));
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Ended before the check was done.");
            return ExitCode.Unknown;
        }
    }

    static async Task<GateReport> ReportAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (Given(parsed, Simulate) || !IsAimed(parsed))
            return await SimulatedAsync(parsed, terminal, cancellation);
        var options = new GateCheckOptions
        {
            Host = parsed.GetRequiredValue(Host),
            Port = parsed.GetValue(Port),
            Mailbox = parsed.GetValue(User),
        };
        if (parsed.GetValue(AuthorityFile) is { } file)
            options.TrustedAuthority = CertificateFile.Authority(file.FullName);
        await CredentialOptions.FillAsync(options, parsed, terminal, cancellation);
        return await ProbeAsync(options, parsed, terminal, cancellation);
    }

    static async Task<GateReport> SimulatedAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (IsAimed(parsed))
            throw new UsageException(
                "--simulate checks the embedded simulator: leave out host, port, user and credentials."
            );
        var scenario = parsed.GetValue(Simulate) ?? Scenario.MailboxSmtpAuthOff;
        if (!parsed.GetValue(AsJson))
            terminal.Out.WriteLine(Introduction(scenario, isAskedFor: Given(parsed, Simulate)));
        await using var server = await SmtpSimulator.StartAsync(scenario);
        var options = new GateCheckOptions
        {
            Host = server.Host,
            Port = server.Port,
            Mailbox = Scenario.Mailbox,
            Password = Scenario.Password,
            TrustedAuthority = server.Certificate.Authority,
            SendTestFrom =
                scenario == Scenario.SendAs ? "boss@contoso.com"
                : scenario.Use is null ? null
                : Scenario.Mailbox,
        };
        return await ProbeAsync(options, parsed, terminal, cancellation);
    }

    static async Task<GateReport> ProbeAsync(
        GateCheckOptions options,
        ParseResult parsed,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        options.SendTestFrom = parsed.GetValue(From) ?? options.SendTestFrom;
        options.SendTestTo = parsed.GetValue(To);
        if (parsed.GetValue(WarnDays) is { } days)
            options.ExpiryWarning = TimeSpan.FromDays(days);
        options.Timeout = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        if (!terminal.IsInteractive)
            return await GateCheck.RunAsync(options, cancellation);
        return await terminal
            .Pretty(toError: true)
            .Status()
            .StartAsync($"Checking {options.Host.EscapeMarkup()}", _ => GateCheck.RunAsync(options, cancellation));
    }

    static string Introduction(Scenario scenario, bool isAskedFor) =>
        $"{(isAskedFor ? "" : "No host and no user given: ")}this is the embedded simulator, scenario {scenario.Name}."
        + (isAskedFor ? "" : " For the real check: m365smtp check --user UPN");

    static bool IsAimed(ParseResult parsed) =>
        Given(parsed, Host)
        || Given(parsed, Port)
        || Given(parsed, User)
        || CredentialOptions.All.Any(option => Given(parsed, option));

    static bool Given(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
