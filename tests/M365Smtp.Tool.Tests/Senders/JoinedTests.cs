namespace M365Smtp.Tool.Tests.Senders;

/// <summary>The gate check and the decoder use the senders file to name the mailbox of a rejected alias.</summary>
public class JoinedTests
{
    const string Listed = """
        { "version": 1, "mailboxes": [
            { "upn": "app@contoso.com", "addresses": ["orders@contoso.com", "alerts@contoso.com"], "sendAs": [] },
            { "upn": "boss@contoso.com", "addresses": [], "sendAs": [] },
            { "upn": "shop@contoso.com", "kind": "shared", "addresses": [], "sendAs": [] } ] }
        """;

    const string Refused = "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.";

    [Theory]
    [InlineData(
        "orders@contoso.com",
        "You signed in as orders@contoso.com, an alias of app@contoso.com; the UPN is app@contoso.com."
    )]
    [InlineData("shop@contoso.com", "You signed in as shop@contoso.com, a shared mailbox, which cannot sign in.")]
    public async Task Explain_names_the_UPN(string mailbox, string note)
    {
        using var senders = new SendersRun(Listed);
        var text = await ToolRun.OfAsync("explain", Refused, "--mailbox", mailbox, "--senders", senders.Path);
        var json = await ToolRun.OfAsync("explain", Refused, "--mailbox", mailbox, "--senders", senders.Path, "--json");

        Assert.Contains(note, text.Out);
        Assert.Equal(note, json.Json[0].GetProperty("notes")[0].GetString());
    }

    [Fact]
    public async Task Explain_names_the_owner_of_a_refused_From()
    {
        using var senders = new SendersRun(Listed);
        var run = await ToolRun.OfAsync(
            "explain",
            "554 5.2.252 SendAsDenied; app@contoso.com not allowed to send as boss@contoso.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied",
            "--senders",
            senders.Path
        );

        Assert.Contains("app@contoso.com may not send as boss@contoso.com: sign in as boss@contoso.com.", run.Out);
    }

    [Theory]
    [InlineData("app@contoso.com")]
    [InlineData("nobody@contoso.com")]
    public async Task Of_the_UPN_and_of_strangers_nothing_is_said(string mailbox)
    {
        using var senders = new SendersRun(Listed);
        var run = await ToolRun.OfAsync("explain", Refused, "--mailbox", mailbox, "--senders", senders.Path);

        Assert.DoesNotContain("You signed in", run.Out);
    }

    [Fact]
    public async Task Check_says_whose_alias_signed_in()
    {
        using var senders = new SendersRun(Listed);
        const string note =
            "You signed in as alerts@contoso.com, an alias of app@contoso.com; the UPN is app@contoso.com.";
        var text = await ToolRun.OfAsync("check", "--simulate", "bad-credentials", "--senders", senders.Path);
        var json = await ToolRun.OfAsync("check", "--simulate", "bad-credentials", "--senders", senders.Path, "--json");

        Assert.Contains(note, text.Out);
        Assert.Contains(json.Json.GetProperty("notes").EnumerateArray(), said => said.GetString() == note);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await ToolRun.OfAsync("explain", Refused, "--senders", "/no/such.json");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("/no/such.json cannot be read", run.Error);
    }
}
