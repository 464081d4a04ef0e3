using M365Smtp.Simulator;

namespace M365Smtp.Tool.Tests;

public class CheckTests
{
    [Fact]
    public async Task On_a_fresh_machine_it_shows_the_whole_thing()
    {
        var run = await ToolRun.OfAsync("check");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains(
            "No host and no user given: this is the embedded simulator, scenario mailbox-smtp-auth-off.",
            run.Out
        );
        Assert.Contains("Closed: MailboxSmtpAuth. SMTP AUTH is off for this mailbox.", run.Out);
        Assert.Contains(
            "Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false",
            run.Out
        );
        Assert.DoesNotContain("P@ssw0rd!", run.Out);
    }

    public static TheoryData<string, string> Refusing =>
        [
            .. Scenario
                .All.Where(scenario =>
                    scenario != Scenario.Open
                    && scenario != Scenario.Find("transient")
                    && scenario != Scenario.Find("transient-or-malformed")
                )
                .Select(scenario => (scenario.Name, scenario.Cause)),
        ];

    [Theory, MemberData(nameof(Refusing))]
    public async Task Each_scenario_is_reported_with_its_cause(string scenario, string cause)
    {
        var run = await ToolRun.OfAsync("check", "--simulate", scenario, "--json");

        Assert.Equal(
            (1, "Closed", cause),
            (run.ExitCode, run.Json.GetProperty("verdict").GetString(), run.Json.GetProperty("cause").GetString())
        );
        Assert.DoesNotContain("P@ssw0rd!", run.Out);
    }

    [Theory]
    [InlineData("open", 0)]
    [InlineData("transient", 2)]
    [InlineData("mailbox-smtp-auth-off", 1)]
    public async Task The_exit_code_tells_open_closed_and_unknown(string scenario, int exitCode)
    {
        Assert.Equal(exitCode, (await ToolRun.OfAsync("check", "--simulate", scenario)).ExitCode);
    }

    [Fact]
    public async Task Json_is_one_object_with_stages_gates_and_remedies()
    {
        var run = await ToolRun.OfAsync("check", "--simulate", "tenant-smtp-auth-off", "--json");

        Assert.Equal("TenantSmtpAuth", run.Json.GetProperty("closedGate").GetString());
        Assert.Contains(
            run.Json.GetProperty("stages").EnumerateArray(),
            stage =>
                stage.GetProperty("stage").GetString() == "Auth" && stage.GetProperty("outcome").GetString() == "Failed"
        );
        Assert.Contains(
            run.Json.GetProperty("gates").EnumerateArray(),
            gate =>
                gate.GetProperty("gate").GetString() == "TenantSmtpAuth"
                && gate.GetProperty("state").GetString() == "Closed"
        );
        Assert.NotEmpty(run.Json.GetProperty("remedies").EnumerateArray());
        Assert.Equal(
            "AM0PR01CA0001.eurprd01.prod.outlook.com",
            run.Json.GetProperty("refusal").GetProperty("frontend").GetString()
        );
    }

    [Fact]
    public async Task The_password_may_come_from_the_environment()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);
        Environment.SetEnvironmentVariable("CHECK_TEST_PASSWORD", Scenario.Password);

        var run = await real.CheckAsync("", "--password-env", "CHECK_TEST_PASSWORD");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Open. The sign-in worked.", run.Out);
    }

    [Fact]
    public async Task The_password_may_come_from_standard_input()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);

        Assert.Equal(0, (await real.CheckAsync(Scenario.Password + "\n", "--password-stdin")).ExitCode);
        Assert.Equal(1, (await real.CheckAsync("wrong\n", "--password-stdin")).ExitCode);
    }

    [Fact]
    public async Task A_token_may_come_from_the_environment_or_standard_input()
    {
        using var real = await RealServer.StartAsync(Scenario.SecurityDefaults);
        Environment.SetEnvironmentVariable("CHECK_TEST_TOKEN", Scenario.Token);

        Assert.Equal(0, (await real.CheckAsync("", "--token-env", "CHECK_TEST_TOKEN")).ExitCode);
        Assert.Equal(0, (await real.CheckAsync(Scenario.Token, "--token-stdin")).ExitCode);
    }

    [Fact]
    public async Task A_message_is_sent_only_when_asked_for()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);

        await real.CheckAsync(Scenario.Password, "--password-stdin");
        Assert.Empty(real.Server.Messages);
        await real.CheckAsync(
            Scenario.Password,
            "--password-stdin",
            "--from",
            Scenario.Mailbox,
            "--to",
            "ops@contoso.com"
        );
        Assert.Equal(["ops@contoso.com"], Assert.Single(real.Server.Messages).Recipients);
    }

    [Fact]
    public async Task An_untrusted_certificate_stops_the_check_before_the_password()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);

        var run = await ToolRun.WithInputAsync(
            Scenario.Password,
            "check",
            "--host",
            real.Server.Host,
            "--port",
            $"{real.Server.Port}",
            "--user",
            Scenario.Mailbox,
            "--password-stdin"
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Closed: Tls.", run.Out);
        Assert.DoesNotContain(
            real.Server.Sessions[0].Transcript,
            line => line.StartsWith("C: AUTH", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(CertificateFault.WrongName, "it is for 'mail.example.com', not for 'localhost'")]
    [InlineData(CertificateFault.Expired, "it expired on 20")]
    [InlineData(CertificateFault.UnknownAuthority, "does not trust its issuer, CN=Nobody")]
    public async Task A_refused_certificate_is_reported_with_its_reason(CertificateFault fault, string reason)
    {
        using var real = await RealServer.StartAsync(Scenario.Open, NetworkFault.WrongCertificate(fault));

        var run = await real.CheckAsync(Scenario.Password, "--password-stdin");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Out);
        Assert.Matches(@"issued by CN=[^,]+, valid from 20\d\d-\d\d-\d\d until 20\d\d-\d\d-\d\d", run.Out);
    }

    [Fact]
    public async Task A_connection_that_breaks_at_the_second_EHLO_is_unknown()
    {
        using var real = await RealServer.StartAsync(Scenario.Open, NetworkFault.Cut(SmtpStage.EhloAfterTls));

        var run = await real.CheckAsync(Scenario.Password, "--password-stdin", "--json");

        Assert.Equal((2, "Unknown"), (run.ExitCode, run.Json.GetProperty("closedGate").GetString()));
    }

    [Theory]
    [InlineData("--password-stdin", Scenario.Password)]
    [InlineData("--token-stdin", Scenario.Token)]
    public async Task A_server_that_echoes_everything_reveals_no_secret(string from, string secret)
    {
        using var real = await RealServer.StartAsync(Scenario.Open, NetworkFault.Echo(SmtpStage.Auth));

        foreach (var form in new[] { "--json", "--timeout=30" })
        {
            var run = await real.CheckAsync(secret, from, form);

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("***", run.Out);
            foreach (
                var shown in new[]
                {
                    secret,
                    RawBase64(secret),
                    Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(secret)),
                    Uri.EscapeDataString(secret),
                    RawBase64($"user={Scenario.Mailbox}\u0001auth=Bearer {secret}\u0001\u0001"),
                }
            )
                Assert.DoesNotContain(shown, run.Out + run.Error, StringComparison.OrdinalIgnoreCase);
        }

        static string RawBase64(string text) =>
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).TrimEnd('=');
    }

    [Fact]
    public async Task Without_a_password_it_goes_as_far_as_the_offer_of_a_sign_in()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);

        var run = await real.CheckAsync("");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("none was tried", run.Out);
    }

    [Fact]
    public async Task Settings_are_shown_next_to_the_replies()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            """{ "TransportConfig": { "SmtpClientAuthenticationDisabled": true }, "CASMailbox": { "SmtpClientAuthenticationDisabled": false } }"""
        );

        var run = await ToolRun.OfAsync("check", "--simulate", "mailbox-smtp-auth-off", "--settings", file, "--json");
        File.Delete(file);

        Assert.Contains(
            run.Json.GetProperty("gates").EnumerateArray(),
            gate =>
                gate.GetProperty("gate").GetString() == "MailboxSmtpAuth"
                && gate.GetProperty("evidence").GetString()!.EndsWith("Set: allowed.", StringComparison.Ordinal)
        );
        Assert.Contains(
            run.Json.GetProperty("notes").EnumerateArray(),
            note => note.GetString()!.Contains("takes time")
        );
    }

    static string ApplicationJson(DateTimeOffset ends) =>
        $$"""{ "passwordCredentials": [ { "displayName": "web shop", "endDateTime": "{{ends:O}}" } ], "keyCredentials": [] }""";

    [Fact]
    public async Task A_client_secret_that_expires_soon_is_reported_from_an_export()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, ApplicationJson(TimeProvider.System.GetUtcNow().AddDays(10.5)));

        var soon = await ToolRun.OfAsync("check", "--simulate", "open", "--settings", file, "--json");
        var later = await ToolRun.OfAsync(
            "check",
            "--simulate",
            "open",
            "--settings",
            file,
            "--warn-days",
            "5",
            "--json"
        );
        File.Delete(file);

        Assert.Equal(0, soon.ExitCode);
        Assert.Contains(
            soon.Json.GetProperty("notes").EnumerateArray(),
            note => note.GetString()!.StartsWith("The client secret 'web shop' ends on 20", StringComparison.Ordinal)
        );
        Assert.Equal("client secret 'web shop'", soon.Json.GetProperty("expiries")[0].GetProperty("what").GetString());
        Assert.Empty(later.Json.GetProperty("notes").EnumerateArray());
    }

    [Fact]
    public async Task Graph_is_asked_for_security_defaults_and_for_the_secrets_of_the_application()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);
        using var graph = new Senders.RecordedGraph(path =>
            path.StartsWith("/v1.0/applications(appId='app')", StringComparison.Ordinal)
                ? (200, ApplicationJson(TimeProvider.System.GetUtcNow().AddDays(3.5)))
                : (200, """{ "isEnabled": false }""")
        );
        Environment.SetEnvironmentVariable("CHECK_TEST_GRAPH", "graph-t0ken");

        var run = await real.CheckAsync(
            Scenario.Password,
            "--password-stdin",
            "--json",
            "--client-id",
            "app",
            "--graph-token-env",
            "CHECK_TEST_GRAPH",
            "--graph-url",
            graph.Url
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("in 3 days", run.Json.GetProperty("notes")[0].GetString());
        Assert.Contains(
            run.Json.GetProperty("gates").EnumerateArray(),
            gate => gate.GetProperty("evidence").GetString()!.EndsWith("Set: off.", StringComparison.Ordinal)
        );
        Assert.All(graph.Asked, asked => Assert.EndsWith(" Bearer graph-t0ken", asked));
        Assert.DoesNotContain("graph-t0ken", run.Out);
    }

    [Fact]
    public async Task A_refusal_by_Graph_is_reported_and_the_check_continues()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);
        using var graph = new Senders.RecordedGraph(_ => (403, "{}"));
        Environment.SetEnvironmentVariable("CHECK_TEST_GRAPH", "graph-t0ken");

        var run = await real.CheckAsync(
            Scenario.Password,
            "--password-stdin",
            "--graph-token-env",
            "CHECK_TEST_GRAPH",
            "--graph-url",
            graph.Url
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Microsoft Graph answered 403; the token needs Policy.Read.All.", run.Error.TrimEnd());
    }

    [Fact]
    public async Task The_sign_in_certificate_is_reported_before_it_expires()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=mailer",
            key,
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.RSASignaturePadding.Pkcs1
        );
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(20.5));
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox)
                .Application("app", change: a => a.Certificate(certificate).SendAsApp(Scenario.Mailbox))
        );
        using var folder = new Lint.Folder(
            ("ca.pem", server.Certificate.AuthorityPem),
            ("app.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem())
        );

        var run = await ToolRun.OfAsync(
            "check",
            "--host",
            server.Host,
            "--port",
            $"{server.Port}",
            "--user",
            Scenario.Mailbox,
            "--authority-file",
            folder["ca.pem"],
            "--sign-in",
            "certificate",
            "--tenant",
            Scenario.TenantId,
            "--client-id",
            "app",
            "--client-certificate",
            folder["app.pem"],
            "--authority-host",
            server.AuthorityHost.ToString()
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            $"The client certificate CN=mailer ends on {now.AddDays(20.5):yyyy-MM-dd}, in 20 days",
            run.Out
        );
    }

    [Fact]
    public async Task A_token_from_the_environment_is_not_renewed()
    {
        using var real = await RealServer.StartAsync(Scenario.Open);

        var run = await real.CheckAsync(real.Server.IssueToken(Scenario.Mailbox), "--token-stdin");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("and nobody renews it", run.Out);
    }

    [Fact]
    public async Task The_command_that_exports_the_settings_is_printed()
    {
        var run = await ToolRun.OfAsync("check", "--user", "alerts@contoso.com", "--settings-command");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Get-CASMailbox -Identity alerts@contoso.com", run.Out);
    }

    [Fact]
    public async Task An_interrupted_check_is_unknown()
    {
        await using var silent = await SmtpSimulator.StartAsync(
            Scenario.Open,
            new() { Fault = NetworkFault.Silence(SmtpStage.Banner) }
        );
        using var interrupted = new CancellationTokenSource();
        using var output = new StringWriter();
        var run = CommandLine.RunAsync(
            ["check", "--host", silent.Host, "--port", $"{silent.Port}"],
            new(TextReader.Null, output, output, false),
            interrupted.Token
        );

        await interrupted.CancelAsync();

        Assert.Equal(2, await run);
        Assert.Contains("Ended before the check was done.", output.ToString());
    }

    [Theory]
    [InlineData("There is no scenario 'closed'", "--simulate", "closed")]
    [InlineData("--simulate checks the embedded simulator", "--simulate", "open", "--host", "smtp.office365.com")]
    [InlineData("--password-env needs --user", "--password-env", "PATH")]
    [InlineData(
        "environment variable NO_SUCH_VARIABLE is not set",
        "--user",
        "a@contoso.com",
        "--password-env",
        "NO_SUCH_VARIABLE"
    )]
    [InlineData("standard input is empty", "--user", "a@contoso.com", "--password-stdin")]
    [InlineData(
        "Sign in with one thing: --password-stdin or --token-stdin",
        "--user",
        "a@contoso.com",
        "--password-stdin",
        "--token-stdin"
    )]
    [InlineData("--sign-in is one of", "--user", "a@contoso.com", "--sign-in", "magic")]
    [InlineData("--sign-in needs --client-id", "--user", "a@contoso.com", "--sign-in", "device-code")]
    [InlineData("--sign-in needs --client-secret-env", "--user", "a@contoso.com", "--sign-in", "client-secret")]
    [InlineData(
        "takes no token of an application",
        "--user",
        "a@outlook.com",
        "--host",
        "smtp-mail.outlook.com",
        "--sign-in",
        "managed-identity"
    )]
    [InlineData(
        "no-such.pfx cannot be used",
        "--user",
        "a@contoso.com",
        "--sign-in",
        "certificate",
        "--tenant",
        "t",
        "--client-id",
        "c",
        "--client-certificate",
        "no-such.pfx"
    )]
    [InlineData("no-such.pem cannot be used", "--host", "localhost", "--authority-file", "no-such.pem")]
    [InlineData("no-such.json cannot be used", "--settings", "no-such.json")]
    [InlineData("SendTestFrom needs a password or a token", "--host", "localhost", "--from", "a@contoso.com")]
    [InlineData("Timeout must be more than zero", "--host", "localhost", "--timeout", "0")]
    [InlineData("Unrecognized option '--password'", "--password", "secret")]
    public async Task Wrong_arguments_are_named(string message, params string[] args)
    {
        var run = await ToolRun.OfAsync(["check", .. args]);

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error);
    }

    /// <summary>A server that the check cannot recognize as simulated, with its authority in a file.</summary>
    sealed class RealServer(SmtpSimulator server) : IDisposable
    {
        readonly string authority = Path.GetTempFileName();

        public SmtpSimulator Server => server;

        public static async Task<RealServer> StartAsync(Scenario scenario, NetworkFault? fault = null) =>
            new(await SmtpSimulator.StartAsync(scenario, new() { Fault = fault ?? NetworkFault.None }));

        public async Task<ToolRun> CheckAsync(string input, params string[] args)
        {
            await File.WriteAllTextAsync(authority, server.Certificate.AuthorityPem);
            return await ToolRun.WithInputAsync(
                input,
                [
                    "check",
                    "--host",
                    server.Host,
                    "--port",
                    $"{server.Port}",
                    "--user",
                    Scenario.Mailbox,
                    "--authority-file",
                    authority,
                    .. args,
                ]
            );
        }

        public void Dispose()
        {
            File.Delete(authority);
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
