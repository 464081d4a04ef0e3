using M365Smtp.Tests.Browser;
using Microsoft.Playwright;

namespace M365Smtp.Page.Tests;

/// <summary>One browser for the tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (HeadlessChromium.Path is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await HeadlessChromium.LaunchAsync(playwright);
    }

    /// <param name="requests">Receives the address of every request that the page makes.</param>
    internal async Task<IPage> OpenAsync(
        Uri address,
        ColorScheme theme = ColorScheme.Light,
        int width = 1200,
        Action<string>? requests = null
    )
    {
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        var page = await browser.NewPageAsync(
            new()
            {
                ColorScheme = theme,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        if (requests is not null)
            page.Request += (_, request) => requests(request.Url);
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.GetByText("Live", new() { Exact = true }).WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
