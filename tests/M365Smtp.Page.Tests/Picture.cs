using Microsoft.Playwright;

namespace M365Smtp.Page.Tests;

/// <summary>Takes the screenshots for docs/simulator.md from the running page if M365SMTP_WRITE=1 is set.</summary>
public sealed class Picture(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, "docs/pictures/simulator-light.png")]
    [InlineData(ColorScheme.Dark, "docs/pictures/simulator-dark.png")]
    public async Task It_shows_a_closed_gate_and_what_the_client_got(ColorScheme theme, string path)
    {
        await using var running = await RunningPage.StartAsync();
        await running.SendWithMailKitAsync();
        running.Model.TryPlay("mailbox-smtp-auth-off");
        await running.SendWithMailKitAsync();
        var page = await chromium.OpenAsync(running.Address, theme);
        await Assertions.Expect(page.Locator("#sessions").GetByText("Set-CASMailbox").First).ToBeVisibleAsync();
        var picture = await page.ScreenshotAsync();
        Assert.NotEmpty(picture);
        if (Environment.GetEnvironmentVariable("M365SMTP_WRITE") == "1")
            await File.WriteAllBytesAsync(FromRoot(path), picture);
        Assert.True(File.Exists(FromRoot(path)), $"{path} is missing: run the tests once with M365SMTP_WRITE=1.");
    }

    static string FromRoot(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "M365SmtpAnalyzers.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, path);
    }
}
