using System.CommandLine;
using System.Net.Sockets;
using M365Smtp.Simulator;
using M365Smtp.Tool.Simulate.Page;

namespace M365Smtp.Tool.Simulate;

/// <summary><c>m365smtp simulate</c>: runs the simulator on a local port until it is stopped.</summary>
internal static class SimulateCommand
{
    static readonly Option<int> Port = NumberOption.Port("The TCP port on localhost; 0 picks a free one.", 2525);
    static readonly Option<int?> TokenPort = NumberOption.NotNegative(
        "--token-port",
        "N",
        "The TCP port of the sign-in service; a free one by default."
    );
    static readonly Option<int?> TokenLifetime = NumberOption.NotNegative(
        "--token-lifetime",
        "SECONDS",
        "How long a token lasts; an hour by default."
    );
    static readonly Option<Scenario> Name = ScenarioOption.Create(
        "--scenario",
        "open, or the cause to answer with, such as mailbox-smtp-auth-off.",
        Scenario.Open
    );
    static readonly Option<string> User = new("--mailbox")
    {
        Description = "The mailbox that can sign in.",
        HelpName = "UPN",
        DefaultValueFactory = _ => Scenario.Mailbox,
    };
    static readonly Option<string?> PasswordVariable = new("--password-env")
    {
        Description = $"The environment variable with its password; {Scenario.Password} by default.",
        HelpName = "NAME",
    };
    static readonly Option<FileInfo?> AuthorityFile = new("--authority-file")
    {
        Description = "Write the certificate authority here (PEM), for clients to trust.",
        HelpName = "FILE",
    };

    static readonly Option<bool> Ui = new("--ui")
    {
        Description = "Serve a page on the loopback address to flip gates and watch sessions.",
    };
    static readonly Option<int?> UiPort = NumberOption.NotNegative(
        "--ui-port",
        "N",
        "The TCP port of the page; a free one by default."
    );

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "simulate",
            "Runs an Exchange Online submission server on this machine until you stop it."
        )
        {
            Port,
            TokenPort,
            TokenLifetime,
            Name,
            User,
            PasswordVariable,
            AuthorityFile,
            Ui,
            UiPort,
        };
        foreach (var option in GateOptions.All.Concat(FaultOptions.All))
            command.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var user = parsed.GetRequiredValue(User);
        if (!user.Contains('@'))
            throw new UsageException($"--mailbox takes a UPN such as {Scenario.Mailbox}.");
        var variable = parsed.GetValue(PasswordVariable);
        var password = variable is null ? Scenario.Password : EnvironmentSecret.Read("--password-env", variable);
        var scenario = parsed.GetRequiredValue(Name);
        var switches = GateOptions.Switches(parsed, GateSwitches.Of(scenario) ?? new());

        Tenant WithMailbox(Tenant tenant) =>
            Lasting(parsed, tenant)
                .Mailbox(user, password, mailbox => mailbox.Token(Scenario.Token))
                .Application(Scenario.ClientId, Scenario.ClientSecret, app => app.SendAsApp(user).DelegatedSend());

        var model = parsed.GetValue(Ui)
            ? new PageModel(
                user,
                variable is null ? password : null,
                tenant => GateOptions.Apply(parsed, WithMailbox(tenant))
            )
            : null;
        await using var server = await StartAsync(
            parsed,
            terminal,
            tenant => switches.Apply(scenario.Apply(GateOptions.Apply(parsed, WithMailbox(tenant)))),
            model
        );
        model?.Start(server, scenario, switches);
        await using var page = model is null ? null : await PageAsync(parsed, model);
        if (parsed.GetValue(AuthorityFile) is { } file)
            await File.WriteAllTextAsync(file.FullName, server.Certificate.AuthorityPem, cancellation);
        terminal.Out.WriteLine(
            $"Simulating Exchange Online on {server.Host}:{server.Port}, scenario {scenario.Name}{(scenario.Use is { } use ? $" ({use})" : "")}. Ctrl+C ends it."
        );
        terminal.Out.WriteLine(
            $"Mailbox {user}, password {(variable is null ? password : $"in {variable}")}, token {Scenario.Token}."
        );
        terminal.Out.WriteLine(
            $"Sign-in service {server.AuthorityHost} for tenant {Scenario.TenantId}: "
                + $"application {Scenario.ClientId}, client secret {Scenario.ClientSecret}."
        );
        if (page is not null)
            terminal.Out.WriteLine($"The page: {page.Address}");
        terminal.Out.Flush();

        var ended = new TaskCompletionSource();
        await using (cancellation.Register(() => ended.TrySetResult()))
            await ended.Task;
        return ExitCode.Open;
    }

    static Tenant Lasting(ParseResult parsed, Tenant tenant) =>
        parsed.GetValue(TokenLifetime) is { } seconds ? tenant.TokenLifetime(TimeSpan.FromSeconds(seconds)) : tenant;

    static async Task<PageServer> PageAsync(ParseResult parsed, PageModel model)
    {
        var port = parsed.GetValue(UiPort) ?? 0;
        try
        {
            return await PageServer.StartAsync(model, port);
        }
        catch (IOException taken)
        {
            throw new UsageException(
                $"Port {port} cannot be used for the page: {taken.Message} Choose another with --ui-port."
            );
        }
    }

    static async Task<SmtpSimulator> StartAsync(
        ParseResult parsed,
        Terminal terminal,
        Func<Tenant, Tenant> tenant,
        PageModel? model
    )
    {
        var output = TextWriter.Synchronized(terminal.Out);
        SmtpSimulator? server = null;
        var options = new SimulatorOptions
        {
            Port = parsed.GetValue(Port),
            TokenPort = parsed.GetValue(TokenPort) ?? 0,
            Fault = FaultOptions.Read(parsed),
            Log = output.WriteLine,
            SessionEnded = _ => server?.Clear(),
        };
        try
        {
            return server = await SmtpSimulator.StartAsync(tenant, model?.Listen(options) ?? options);
        }
        catch (SocketException taken)
        {
            var ports = options.TokenPort == 0 ? $"Port {options.Port}" : $"Port {options.Port} or {options.TokenPort}";
            throw new UsageException(
                $"{ports} cannot be used: {taken.Message}. Choose another with --port; 0 picks a free one."
            );
        }
    }
}
