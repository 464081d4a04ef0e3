using System.Text.RegularExpressions;
using M365Smtp.Knowledge;

namespace M365Smtp.Simulator.Tests;

public class GateTests
{
    public static TheoryData<string> Scenarios =>
        [.. Scenario.All.Where(scenario => scenario != Scenario.Open).Select(scenario => scenario.Name)];

    [Theory, MemberData(nameof(Scenarios))]
    public async Task Every_scenario_gives_the_verbatim_reply_of_its_cause(string name)
    {
        var scenario = Scenario.Find(name)!;
        await using var server = await SmtpSimulator.StartAsync(scenario);

        var heard = await EverythingHeardAsync(server);

        var row = Replies.Verbatim(Enum.Parse<ReplyCause>(scenario.Cause))!;
        var pattern =
            "^"
            + Regex
                .Escape(ReplyFormat.Line(row, "HOST", "BRACKET", Scenario.Mailbox, "boss@contoso.com"))
                .Replace(
                    "BRACKET",
                    @"\[AM0PR01CA0001\.eurprd01\.prod\.outlook\.com \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9A-F]{16}]"
                )
                .Replace("HOST", @"AM0PR01CA0001\.eurprd01\.prod\.outlook\.com")
            + "$";
        Assert.Contains(heard, reply => Regex.IsMatch(reply, pattern));
    }

    [Fact]
    public void Every_cause_whose_wording_is_known_has_a_scenario()
    {
        var known = Replies.All.Where(row => row.IsVerbatim).Select(row => row.Cause.ToString()).Distinct().Order();

        Assert.Equal(known, Scenario.All.Select(scenario => scenario.Cause).Where(cause => cause != "Open").Order());
    }

    [Theory]
    [InlineData("mailbox-smtp-auth-off", "MailboxSmtpAuthOff")]
    [InlineData("MailboxSmtpAuthOff", "MailboxSmtpAuthOff")]
    [InlineData("OPEN", "Open")]
    [InlineData("no-tls", "NoTls")]
    public void A_scenario_is_found_under_both_spellings(string name, string cause) =>
        Assert.Equal(cause, Scenario.Find(name)!.Cause);

    [Fact]
    public void An_unknown_scenario_is_not_found() => Assert.Null(Scenario.Find("mailbox-smtp-auth"));

    [Theory] // facts 2a: the mailbox value overrides the tenant's, and both stop OAuth too.
    [InlineData(false, false, "235")]
    [InlineData(false, true, "235")]
    [InlineData(true, false, "Mailbox")]
    [InlineData(true, true, "Mailbox")]
    [InlineData(null, false, "235")]
    [InlineData(null, true, "Tenant")]
    public async Task The_mailbox_switch_overrides_the_tenant_switch(bool? mailboxOff, bool tenantOff, string answer)
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.SmtpClientAuthenticationDisabled(tenantOff)
                .Mailbox("a@contoso.com", "secret", m => m.Token("token").SmtpClientAuthenticationDisabled(mailboxOff))
        );
        using var basic = await RawClient.SecuredAsync(server);
        using var oauth = await RawClient.SecuredAsync(server);

        var expected =
            answer == "235"
                ? "235 2.7.0 Authentication successful"
                : $"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the {answer}.";
        Assert.StartsWith(expected, await basic.LoginAsync("a@contoso.com", "secret"));
        Assert.StartsWith(expected, await oauth.XOAuth2Async("a@contoso.com", "token"));
    }

    [Theory]
    [InlineData(true, null, "235")]
    [InlineData(false, null, "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.")]
    [InlineData(false, true, "235")]
    [InlineData(true, false, "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.")]
    public async Task The_users_policy_overrides_the_default_policy(bool tenant, bool? mailbox, string answer)
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.AllowBasicAuthSmtp(tenant).Mailbox("a@contoso.com", "secret", m => m.AllowBasicAuthSmtp(mailbox))
        );
        using var client = await RawClient.SecuredAsync(server);

        Assert.StartsWith(answer, await client.LoginAsync("a@contoso.com", "secret"));
    }

    [Fact]
    public async Task An_alias_cannot_sign_in()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox("a@contoso.com", "secret", m => m.Aliases("alias@contoso.com"))
        );
        using var client = await RawClient.SecuredAsync(server);

        Assert.StartsWith(
            "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.",
            await client.LoginAsync("alias@contoso.com", "secret")
        );
        Assert.StartsWith("235", await client.LoginAsync("A@CONTOSO.COM", "secret"));
    }

    [Theory]
    [InlineData("127.0.0.1", "235")]
    [InlineData(
        "203.0.113.7",
        "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully."
    )]
    public async Task Conditional_Access_can_exclude_IP_addresses(string allowed, string answer)
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.BlockLegacyAuthentication(exceptFrom: allowed).Mailbox(Scenario.Mailbox, Scenario.Password)
        );
        using var client = await RawClient.SecuredAsync(server);

        Assert.StartsWith(answer, await client.LoginAsync());
    }

    [Theory]
    [InlineData("security-defaults")]
    [InlineData("policy-block")]
    [InlineData("basic-disabled")]
    [InlineData("basic-retired")]
    [InlineData("bad-credentials")]
    [InlineData("account-locked")]
    public async Task Password_gates_do_not_apply_to_tokens(string name)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Find(name)!);
        using var client = await RawClient.SecuredAsync(server);

        Assert.StartsWith("235", await client.XOAuth2Async());
    }

    [Fact]
    public async Task A_gate_opens_while_the_server_runs()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);
        using var client = await RawClient.SecuredAsync(server);
        var closed = await client.LoginAsync();

        server.Change(t => t.Mailbox(Scenario.Mailbox, change: m => m.SmtpClientAuthenticationDisabled(false)));

        Assert.Equal(("535", "235"), (closed[..3], (await client.LoginAsync())[..3]));
    }

    [Fact]
    public async Task Any_reply_can_be_scripted()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox, Scenario.Password).Reply(SmtpStage.RcptTo, "450 4.2.1 Later, please")
        );
        using var client = await RawClient.SignedInAsync(server);

        Assert.Equal("450 4.2.1 Later, please", await client.SendAsync());
    }

    static async Task<List<string>> EverythingHeardAsync(SmtpSimulator server)
    {
        using var client = await RawClient.ConnectAsync(server);
        List<string> heard = [client.Banner];
        if (!client.Banner.StartsWith("220", StringComparison.Ordinal))
            return heard;
        // The mistakes that some causes need: mail before TLS, without a sign-in or with a foreign From, a mechanism
        // that is not offered, a broken token.
        heard.Add(await client.SayAsync("EHLO client.example"));
        heard.Add(await client.SayAsync("MAIL FROM:<a@contoso.com>"));
        heard.Add(await client.SayAsync("STARTTLS"));
        await client.SecureAsync();
        heard.Add(await client.SayAsync("EHLO client.example"));
        if (heard[^1].StartsWith("421", StringComparison.Ordinal))
            return heard;
        heard.Add(await client.SayAsync("MAIL FROM:<a@contoso.com>"));
        heard.Add(await client.SayAsync("AUTH PLAIN AGEAYg=="));
        heard.Add(await client.SayAsync("AUTH XOAUTH2 " + RawClient.Base64("user=nobody")));
        heard.Add(await client.XOAuth2Async(token: "wrong"));
        heard.Add(await client.LoginAsync());
        heard.Add(await client.SendAsync());
        heard.Add(await client.SendAsync(from: "boss@contoso.com"));
        return heard;
    }
}
