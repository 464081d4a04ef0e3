using Microsoft.Playwright;

namespace M365Smtp.Page.Tests;

/// <summary>Flip a switch on the page, send from a real program, and check the reply.</summary>
public sealed class SwitchTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(
        "Security defaults",
        false,
        "user is locked by your organization's security defaults policy",
        "SecurityDefaults"
    )]
    [InlineData(
        "SMTP AUTH for the tenant",
        false,
        "SmtpClientAuthentication is disabled for the Tenant",
        "TenantSmtpAuthOff"
    )]
    [InlineData("Conditional Access", true, "the request did not meet the criteria", "PolicyBlock")]
    [InlineData("Account lock", true, "account locked", "AccountLocked")]
    [InlineData("Authentication policy", true, "basic authentication is disabled", "BasicDisabled")]
    [InlineData(
        "End of Basic authentication",
        true,
        "Basic authentication is not supported for Client Submission",
        "BasicRetired"
    )]
    public async Task A_closed_gate_refuses_both_clients_and_is_explained_beside_the_reply(
        string gate,
        bool behindMore,
        string reply,
        string cause
    )
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        Assert.Equal("sent", await running.SendWithMailKitAsync());
        if (behindMore)
            await page.GetByText("More gates").ClickAsync();

        var button = page.GetByRole(AriaRole.Switch, new() { Name = gate });
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-checked", "true");

        Assert.Contains(reply, await running.SendWithMailKitAsync());
        Assert.Contains(reply, await running.SendWithSystemNetMailAsync());
        await Assertions.Expect(page.Locator("#sessions > li").First.Locator(".outcome")).ToHaveTextAsync(cause);
        await Assertions.Expect(page.Locator("#sessions > li").First.Locator(".why").First).Not.ToBeEmptyAsync();

        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-checked", "false");
        Assert.Equal("sent", await running.SendWithSystemNetMailAsync());
    }

    [Fact]
    public async Task The_switch_of_the_mailbox_overrides_the_tenant()
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        await page.GetByRole(AriaRole.Switch, new() { Name = "SMTP AUTH for the tenant" }).ClickAsync();
        var mailbox = page.GetByRole(AriaRole.Combobox, new() { Name = "SMTP AUTH for the mailbox" });
        await mailbox.SelectOptionAsync("on");
        await Assertions.Expect(page.Locator("#switch-tenantOff")).ToHaveAttributeAsync("aria-checked", "true");
        await Until(() => running.Model.Switches.Mailbox == "on");
        Assert.Equal("sent", await running.SendWithMailKitAsync());

        await mailbox.SelectOptionAsync("off");
        await Until(() => running.Model.Switches.Mailbox == "off");
        Assert.Contains("disabled for the Mailbox", await running.SendWithMailKitAsync());
        await Assertions.Expect(page.Locator("#sessions").GetByText("Set-CASMailbox").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_scenario_is_one_choice_away()
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        var offered = await page.Locator("#scenario option").AllTextContentsAsync();
        Assert.Equal(
            Simulator.Scenario.All.Select(scenario => scenario.Name),
            offered.Where(name => name != "own mixture")
        );

        await page.Locator("#scenario").SelectOptionAsync("bad-credentials");
        await Assertions.Expect(page.Locator("#scenario")).ToHaveValueAsync("bad-credentials");
        Assert.Contains("user credentials were incorrect", await running.SendWithMailKitAsync());
    }

    [Fact]
    public async Task A_fault_breaks_the_next_session_and_none_mends_it()
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        await page.GetByText("Limits and faults").ClickAsync();
        await page.Locator("#fault").SelectOptionAsync("no-starttls");
        await Assertions.Expect(page.Locator("#fault")).ToHaveValueAsync("no-starttls");
        await Assert.ThrowsAsync<NotSupportedException>(() => running.SendWithMailKitAsync());
        await page.Locator("#fault").SelectOptionAsync("none");
        await Until(() => running.Simulator.Fault == Simulator.NetworkFault.None);
        Assert.Equal("sent", await running.SendWithMailKitAsync());
    }

    [Fact]
    public async Task Limits_can_be_set_and_their_counters_follow()
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        await page.GetByText("Limits and faults").ClickAsync();
        await page.GetByLabel("Recipients a day").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set limits" }).ClickAsync();
        await Assertions.Expect(page.Locator("#use-recipients")).ToHaveTextAsync("0 of 1");
        Assert.Equal("sent", await running.SendWithMailKitAsync());
        await Assertions.Expect(page.Locator("#use-recipients")).ToHaveTextAsync("1 of 1");
        Assert.NotEqual("sent", await running.SendWithMailKitAsync());
    }

    [Fact]
    public async Task Each_gate_says_what_it_is_whose_it_is_and_how_to_open_it()
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "What is SMTP AUTH for the mailbox?" }).ClickAsync();
        var help = page.Locator("#help-mailbox");
        await Assertions.Expect(help).ToContainTextAsync("It overrides the tenant in both directions.");
        await Assertions.Expect(help).ToContainTextAsync("Exchange administrator");
        await Assertions.Expect(help).ToContainTextAsync("Get-CASMailbox -Identity alerts@contoso.com");
        await Assertions.Expect(help.GetByText("Set-CASMailbox")).ToBeVisibleAsync();
    }

    // The change arrives in a request from the page. Nothing is timed; the test's own timeout ends a wait that never
    // succeeds.
    static async Task Until(Func<bool> holds)
    {
        while (!holds())
            await Task.Yield();
    }
}
