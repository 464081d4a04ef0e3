using Microsoft.Playwright;

namespace M365Smtp.Page.Tests;

/// <summary>Debian's Chromium without a window. .ci/run installs it; where there is none, tests that need it are
/// skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string? Path = new[]
    {
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    }.FirstOrDefault(File.Exists);

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Path is null)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <param name="requests">Hears the address of every request that the page makes.</param>
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
