using Microsoft.Playwright;

namespace M365Smtp.Tests.Browser;

/// <summary>Debian's Chromium without a window, asking nobody but the page under test.</summary>
static class HeadlessChromium
{
    /// <summary>Null where there is none: .ci/run installs it, and tests that need it are skipped elsewhere.</summary>
    public static readonly string? Path = new[]
    {
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    }.FirstOrDefault(File.Exists);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
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
