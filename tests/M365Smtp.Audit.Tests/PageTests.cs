using Deque.AxeCore.Playwright;
using M365Smtp.Tests.Browser;
using Microsoft.Playwright;

namespace M365Smtp.Audit.Tests;

/// <summary>The page in a real browser: Debian's headless Chromium.</summary>
public sealed class PageTests : IAsyncLifetime
{
    readonly AuditedFolder folder = AuditedFolder.Of("Shop");
    readonly List<string> requests = [];
    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(HeadlessChromium.Path is null, "There is no chromium on this machine (apt-get install chromium).");
        folder.Write(
            "exports/report.csv",
            "Sender address,Authentication protocol\nreports@contoso.com,Basic\nscanner@contoso.com,Basic\n"
        );
        await folder.AuditAsync(
            "--loose",
            "--html",
            folder["page.html"],
            "--smtp-auth-report",
            folder["exports/report.csv"]
        );
        playwright = await Playwright.CreateAsync();
        browser = await HeadlessChromium.LaunchAsync(playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        folder.Dispose();
    }

    async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var page = await browser!.NewPageAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => Assert.NotEqual("error", message.Type);
        await page.GotoAsync(new Uri(folder["page.html"]).AbsoluteUri);
        return page;
    }

    [Fact]
    public async Task It_shows_the_verdict_and_all_rows_and_asks_no_network()
    {
        var page = await OpenAsync();

        await Assertions
            .Expect(page.Locator("#verdict"))
            .ToContainTextAsync("Of 4 senders, 2 stop at the end of December 2026");
        await Assertions.Expect(page.Locator("li.row:visible")).ToHaveCountAsync(5);
        Assert.Equal([new Uri(folder["page.html"]).AbsoluteUri], requests);
    }

    [Fact]
    public async Task Search_and_filters_leave_the_rows_that_are_meant()
    {
        var page = await OpenAsync();

        await page.GetByLabel("Search").FillAsync("reports program");
        await Assertions.Expect(page.Locator("li.row:visible")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 of 5 rows");
        await page.GetByLabel("Search").FillAsync("");
        await page.GetByLabel("After the switch").SelectOptionAsync("Goes on");
        await Assertions.Expect(page.Locator("li.row:visible")).ToContainTextAsync(["scripts/Notify.cs:3"]);
        await page.GetByLabel("After the switch").SelectOptionAsync("all");
        await page.GetByLabel("Mailbox", new() { Exact = true }).SelectOptionAsync("orders@contoso.com");
        await Assertions.Expect(page.Locator("li.row:visible")).ToContainTextAsync(["Mail/OrderMailer.cs:11"]);
    }

    [Fact]
    public async Task A_row_opens_by_keyboard_to_its_code_its_findings_and_the_way_out()
    {
        var page = await OpenAsync();
        var row = page.Locator("li.row", new() { HasText = "Reports/Program.vb" });

        await row.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions
            .Expect(row.Locator("pre"))
            .ToContainTextAsync("New NetworkCredential(\"reports@contoso.com\", \"***\")");
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "SMTP4001" })).ToBeVisibleAsync();
        await Assertions.Expect(row).ToContainTextAsync("Ways out");
    }

    [Fact]
    public async Task The_tenant_has_its_table()
    {
        var page = await OpenAsync();

        await Assertions
            .Expect(page.GetByRole(AriaRole.Row, new() { Name = "reports@contoso.com" }))
            .ToContainTextAsync("Reports/Program.vb:6 (by upn)");
        await Assertions.Expect(page.GetByText("Sign-ins that no code read here explains")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task It_has_no_barrier_in_light_and_dark_on_a_desk_and_on_a_phone(ColorScheme scheme, int width)
    {
        var page = await OpenAsync(scheme, width);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(row => row.open = true)");

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        );
    }

    [Fact]
    public async Task Code_is_shown_as_text_and_never_as_markup()
    {
        folder.Write(
            "scripts/Notify.cs",
            """
            using System.Net.Mail;

            var client = new SmtpClient("smtp.gmail.com<img src=x onerror=document.title='run'>", 587);
            client.Send("a@example.org", "b@example.org", "s", "{{verdict}}");
            """
        );
        await folder.AuditAsync("--loose", "--html", folder["page.html"]);

        var page = await OpenAsync();

        Assert.Equal("Which programs stop sending mail?", await page.TitleAsync());
        await Assertions.Expect(page.Locator("img")).ToHaveCountAsync(0);
    }
}
