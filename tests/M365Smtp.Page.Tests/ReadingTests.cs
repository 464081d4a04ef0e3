using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MimeKit;

namespace M365Smtp.Page.Tests;

/// <summary>What the page shows, also to assistive technology.</summary>
public sealed class ReadingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_delivered_message_shows_its_parts_and_its_HTML_never_runs()
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        const string Html = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        var body = new Multipart("mixed")
        {
            new TextPart("html") { Text = Html },
            new MimePart("application", "pdf")
            {
                Content = new MimeContent(new MemoryStream([1, 2, 3])),
                FileName = "invoice.pdf",
            },
        };
        Assert.Equal("sent", await running.SendWithMailKitAsync(RunningPage.Message("<b>Invoice</b>", body)));

        await page.Locator("#messages summary").ClickAsync();
        await Assertions.Expect(page.Locator("#messages")).ToContainTextAsync("onerror");
        await Assertions.Expect(page.Locator("#messages")).ToContainTextAsync("invoice.pdf");
        await Assertions.Expect(page.Locator("#messages summary")).ToContainTextAsync("<b>Invoice</b>");
        Assert.Equal("Exchange Online simulator", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("#messages img, #messages script, #messages b").CountAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1200)]
    [InlineData(ColorScheme.Dark, 1200)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_nothing_serious_and_no_line_is_wider_than_the_screen(ColorScheme theme, int width)
    {
        await using var running = await RunningPage.StartAsync();
        running.Model.TryPlay("mailbox-smtp-auth-off");
        await running.SendWithMailKitAsync();
        running.Model.TryPlay("open");
        await running.SendWithMailKitAsync();
        var page = await chromium.OpenAsync(running.Address, theme, width);
        await page.EvaluateAsync(
            "document.querySelectorAll('details').forEach(one => one.open = true); document.querySelectorAll('.ask').forEach(one => one.click())"
        );
        await page.Locator("#messages pre").First.WaitForAsync();

        var found = await page.RunAxe();
        Assert.Empty(
            found
                .Violations.Where(one => one.Impact is "serious" or "critical")
                .Select(one => $"{one.Id}: {one.Help} {string.Join(' ', one.Nodes.Select(node => node.Html))}")
        );
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [Fact]
    public async Task The_keyboard_alone_flips_a_switch()
    {
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address);
        await page.Locator("#switch-securityDefaults").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#switch-securityDefaults")).ToHaveAttributeAsync("aria-checked", "true");
    }

    [Fact]
    public async Task The_page_asks_this_machine_only()
    {
        var asked = new List<string>();
        await using var running = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(running.Address, requests: asked.Add);
        await running.SendWithMailKitAsync();
        await page.Locator("#messages summary").ClickAsync();
        await page.Locator("#messages pre").First.WaitForAsync();
        Assert.NotEmpty(asked);
        Assert.All(asked, address => Assert.StartsWith(running.Address.ToString(), address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thousand_messages_in_a_hundred_sessions_leave_the_page_small()
    {
        await using var running = await RunningPage.StartAsync();
        running.Model.TrySwitch(new(MessagesPerMinute: 1000, Connections: 100));
        var page = await chromium.OpenAsync(running.Address);
        for (var session = 0; session < 100; session++)
        {
            using var client = new MailKit.Net.Smtp.SmtpClient
            {
                ServerCertificateValidationCallback = running.Simulator.Certificate.Validate,
            };
            await client.ConnectAsync(
                running.Simulator.Host,
                running.Simulator.Port,
                MailKit.Security.SecureSocketOptions.StartTls
            );
            await client.AuthenticateAsync(Simulator.Scenario.Mailbox, Simulator.Scenario.Password);
            for (var message = 0; message < 10; message++)
                await client.SendAsync(
                    RunningPage.Message($"{session}/{message}", new TextPart("plain") { Text = "text" })
                );
            await client.DisconnectAsync(true);
        }

        await Assertions.Expect(page.Locator("#messages > li").First.Locator("summary")).ToContainTextAsync("99/9");
        Assert.Equal(200, await page.Locator("#messages > li").CountAsync());
        Assert.Equal(100, await page.Locator("#sessions > li").CountAsync());
        Assert.Equal(200, running.Model.History.Messages.Count);
        Assert.Empty(running.Simulator.Messages.Skip(20));
    }
}
