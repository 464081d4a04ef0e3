namespace M365Smtp.Tool.Tests;

public class ExplainTests
{
    const string MailboxOff = "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. [MN2PR05CA0004.namprd05.prod.outlook.com 2023-09-12T20:59:57.214Z 08DBB276B7E699C4]";
    const string Locked = "530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [CH2PR19CA0002.namprd19.prod.outlook.com 2026-08-28T19:45:50.437Z 08DF04C6D9A404E7]";

    [Fact]
    public async Task A_reply_is_explained_with_the_command_for_the_mailbox()
    {
        var run = await ToolRun.OfAsync("explain", MailboxOff, "--mailbox", "alerts@contoso.com");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("MailboxSmtpAuthOff (Certain), gate MailboxSmtpAuth, retry Never", run.Out);
        Assert.Contains("     Set-CASMailbox -Identity alerts@contoso.com -SmtpClientAuthenticationDisabled $false\n", run.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Json_is_an_array_of_objects()
    {
        var run = await ToolRun.OfAsync("explain", MailboxOff, "--json");

        var only = Assert.Single(run.Json.EnumerateArray());
        Assert.Equal("MailboxSmtpAuthOff MailboxSmtpAuth Certain Never", string.Join(' ', new[] { "cause", "gate", "certainty", "retry" }.Select(name => only.GetProperty(name).GetString())));
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
        var wrapped = await ToolRun.WithInputAsync(MailboxOff.Replace("is disabled", "is\ndisabled"), "explain", "-", "--json");

        Assert.Equal("AccountLocked", unquoted.Json[0].GetProperty("cause").GetString());
        Assert.Equal("MailboxSmtpAuthOff", wrapped.Json[0].GetProperty("cause").GetString());
    }

    [Fact]
    public async Task A_log_gets_each_reply_explained_once()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"""
            2026-08-28 19:45:50 INFO  sending
            2026-08-28 19:45:51 ERROR {Locked}
            2026-08-28 19:46:51 ERROR {Locked.Replace("19:45:50.437Z 08DF04C6D9A404E7", "19:46:50.000Z 08DF04C6D9A404E8")}
            2026-08-28 19:47:51 ERROR {MailboxOff}
            """);

        var run = await ToolRun.OfAsync("explain", "--file", file, "--json");
        File.Delete(file);

        Assert.Equal(["AccountLocked 2 2", "MailboxSmtpAuthOff 4 1"], run.Json.EnumerateArray()
            .Select(reply => $"{reply.GetProperty("cause").GetString()} {reply.GetProperty("line").GetInt32()} {reply.GetProperty("count").GetInt32()}"));
    }

    [Fact]
    public async Task What_is_not_known_stays_unknown()
    {
        var run = await ToolRun.WithInputAsync("the printer is on fire", "explain", "-", "--json");

        var only = Assert.Single(run.Json.EnumerateArray());
        Assert.Equal(("Unknown", "Unknown", "Unknown"), (only.GetProperty("cause").GetString(), only.GetProperty("gate").GetString(), only.GetProperty("certainty").GetString()));
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
