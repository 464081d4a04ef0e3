namespace M365Smtp.Tool.Tests;

public class ExplainTests
{
    const string MailboxOff =
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. [MN2PR05CA0004.namprd05.prod.outlook.com 2023-09-12T20:59:57.214Z 08DBB276B7E699C4]";
    const string Locked =
        "530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [CH2PR19CA0002.namprd19.prod.outlook.com 2026-08-28T19:45:50.437Z 08DF04C6D9A404E7]";

    [Fact]
    public async Task A_reply_is_explained_with_the_command_for_the_mailbox()
    {
        var run = await ToolRun.OfAsync("explain", MailboxOff, "--mailbox", "alerts@contoso.com");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("MailboxSmtpAuthOff (Certain), gate MailboxSmtpAuth, retry Never", run.Out);
        Assert.Contains(
            "     Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false\n",
            run.Out.ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public async Task Json_is_an_array_of_objects()
    {
        var run = await ToolRun.OfAsync("explain", MailboxOff, "--json");

        var only = Assert.Single(run.Json.EnumerateArray());
        Assert.Equal(
            "MailboxSmtpAuthOff MailboxSmtpAuth Certain Never",
            string.Join(
                ' ',
                new[] { "cause", "gate", "certainty", "retry" }.Select(name => only.GetProperty(name).GetString())
            )
        );
        Assert.NotEmpty(only.GetProperty("remedies").EnumerateArray());
        Assert.Equal("MN2PR05CA0004.namprd05.prod.outlook.com", only.GetProperty("frontend").GetString());
    }

    [Fact]
    public async Task The_inner_refusal_of_the_composite_text_counts()
    {
        var run = await ToolRun.OfAsync("explain", Locked, "--json");

        Assert.Equal("AccountLocked", Assert.Single(run.Json.EnumerateArray()).GetProperty("cause").GetString());
    }

    [Fact]
    public async Task Words_need_no_quotes_and_may_be_wrapped()
    {
        var unquoted = await ToolRun.OfAsync(["explain", "--json", .. Locked.Split(' ')]);
        var wrapped = await ToolRun.WithInputAsync(
            MailboxOff.Replace("is disabled", "is\ndisabled"),
            "explain",
            "-",
            "--json"
        );

        Assert.Equal("AccountLocked", unquoted.Json[0].GetProperty("cause").GetString());
        Assert.Equal("MailboxSmtpAuthOff", wrapped.Json[0].GetProperty("cause").GetString());
    }

    [Fact]
    public async Task A_log_gets_each_reply_explained_once()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            $"""
            2026-08-28 19:45:50 INFO  sending
            2026-08-28 19:45:51 ERROR {Locked}
            2026-08-28 19:46:51 ERROR {Locked.Replace(
                "19:45:50.437Z 08DF04C6D9A404E7",
                "19:46:50.000Z 08DF04C6D9A404E8"
            )}
            2026-08-28 19:47:51 ERROR {MailboxOff}
            """
        );

        var run = await ToolRun.OfAsync("explain", "--file", file, "--json");
        File.Delete(file);

        Assert.Equal(
            ["AccountLocked 2 2", "MailboxSmtpAuthOff 4 1"],
            run.Json.EnumerateArray()
                .Select(reply =>
                    $"{reply.GetProperty("cause").GetString()} {reply.GetProperty("line").GetInt32()} {reply.GetProperty("count").GetInt32()}"
                )
        );
    }

    [Theory]
    [InlineData("--", "-ERR 535 5.7.139 Authentication unsuccessful, account locked.")]
    [InlineData("--", "--jsn", "535 5.7.139 Authentication unsuccessful, account locked.")]
    [InlineData("- 535 5.7.139 Authentication unsuccessful, account locked.")]
    public async Task A_text_may_begin_with_a_dash(params string[] words)
    {
        var run = await ToolRun.OfAsync(["explain", .. words]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("AccountLocked", run.Out);
    }

    [Fact]
    public async Task What_is_not_known_stays_unknown()
    {
        var run = await ToolRun.WithInputAsync("the printer is on fire", "explain", "-", "--json");

        var only = Assert.Single(run.Json.EnumerateArray());
        Assert.Equal(
            ("Unknown", "Unknown", "Unknown"),
            (
                only.GetProperty("cause").GetString(),
                only.GetProperty("gate").GetString(),
                only.GetProperty("certainty").GetString()
            )
        );
    }

    [Fact]
    public async Task A_log_without_refusals_gives_an_empty_array()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "250 2.0.0 OK\n");

        var run = await ToolRun.OfAsync("explain", "--file", file, "--json");
        File.Delete(file);

        Assert.Equal((0, 0), (run.ExitCode, run.Json.GetArrayLength()));
    }

    [Theory]
    [InlineData(1, MailboxOff, "any")]
    [InlineData(1, MailboxOff, "known")]
    [InlineData(1, MailboxOff, "no-retry")]
    [InlineData(1, MailboxOff, "mailbox-smtp-auth-off")]
    [InlineData(1, MailboxOff, "AccountLocked,MailboxSmtpAuthOff")]
    [InlineData(1, Locked, "AccountLock")]
    [InlineData(0, MailboxOff, "AccountLocked")]
    [InlineData(0, "432 4.3.2 Concurrent connections limit exceeded.", "no-retry")]
    [InlineData(1, "535 5.9.9 no such words", "any")]
    [InlineData(0, "535 5.9.9 no such words", "known")]
    [InlineData(0, "250 2.0.0 OK", "any,known,no-retry")]
    [InlineData(0, "the printer is on fire", "any,known,no-retry")]
    public async Task A_script_may_fail_on_what_it_names(int exitCode, string text, string what)
    {
        var run = await ToolRun.WithInputAsync(text, "explain", "-", "--json", "--fail-on", what);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public async Task A_log_in_UTF_16_without_a_mark_is_read()
    {
        var file = Path.GetTempFileName();
        foreach (var bigEndian in new[] { false, true })
        {
            await File.WriteAllBytesAsync(
                file,
                new System.Text.UnicodeEncoding(bigEndian, false).GetBytes($"sending\r\n{Locked}\r\n")
            );

            var run = await ToolRun.OfAsync("explain", "--file", file, "--json");

            Assert.Equal("AccountLocked", Assert.Single(run.Json.EnumerateArray()).GetProperty("cause").GetString());
        }
        File.Delete(file);
    }

    [Fact]
    public async Task A_person_sees_how_far_a_long_log_is_read_and_a_script_does_not()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, Enumerable.Repeat(new string('x', 200), 25_000).Append(Locked));
        async Task<(string Out, string Error)> RunAsync(bool isInteractive)
        {
            using StringWriter output = new(),
                error = new();
            await CommandLine.RunAsync(
                ["explain", "--file", file, "--json"],
                new(TextReader.Null, output, error, isInteractive)
            );
            return (output.ToString(), error.ToString());
        }

        var (shown, scripted) = (await RunAsync(true), await RunAsync(false));
        File.Delete(file);

        Assert.Contains($"Reading {Path.GetFileName(file)}", shown.Error);
        Assert.Equal((scripted.Out, ""), (shown.Out, scripted.Error));
    }

    [Theory]
    [InlineData(
        "--fail-on: 'whatever' is neither any, known, no-retry nor a cause or gate",
        "explain",
        "text",
        "--fail-on",
        "whatever"
    )]
    [InlineData("--fail-on: '7' is neither", "explain", "text", "--fail-on", "7")]
    [InlineData("Unrecognized option '--jsn'. Did you mean '--json'?", "explain", "--jsn", "535 5.7.3 no")]
    [InlineData("Unrecognized option '-json'. Did you mean '--json'?", "explain", "535 5.7.3 no", "-json")]
    [InlineData(
        "Unrecognized option '--mailbx'. Did you mean '--mailbox'?",
        "explain",
        "535 5.7.3 no",
        "--mailbx=a@contoso.com"
    )]
    [InlineData("Unrecognized option '--sariff'. Did you mean '--sarif'?", "lint", "--sariff", "x.sarif")]
    [InlineData("Unrecognized option '--wirte'. Did you mean '--write'?", "fix", ".", "--wirte")]
    [InlineData("Unrecognized option '--form-export'. Did you mean '--from-export'?", "senders", "--form-export")]
    [InlineData("Unrecognized option '--hash-all'", "senders", "--from-export", "--hash-all")]
    [InlineData(
        "Unrecognized option '--password-stdinn'. Did you mean '--password-stdin'?",
        "check",
        "--user",
        "--password-stdinn"
    )]
    [InlineData(
        "Unrecognized option '--no-starttsl'. Did you mean '--no-starttls'?",
        "simulate",
        "--alias",
        "--no-starttsl"
    )]
    [InlineData("Give one of these", "explain")]
    [InlineData("cannot be read", "explain", "--file", "/no/such.log")]
    [InlineData("Give one of these", "explain", "text", "--file", "/no/such.log")]
    [InlineData("Required argument missing for option: '--file'", "explain", "--file")]
    [InlineData("Unrecognized command or argument 'explian'", "explian")]
    public async Task Wrong_arguments_are_named(string message, params string[] args)
    {
        var run = await ToolRun.OfAsync(args);

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error);
    }
}
