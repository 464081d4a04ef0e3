using M365Smtp.Tests.Browser;
using Microsoft.Playwright;

namespace M365Smtp.Audit.Tests;

/// <summary>Takes the screenshots for docs/audit.md from the report on Projects/Shop if M365SMTP_WRITE=1 is
/// set.</summary>
public class PagePicture
{
    [Theory]
    [InlineData(ColorScheme.Light, "docs/pictures/audit-light.png")]
    [InlineData(ColorScheme.Dark, "docs/pictures/audit-dark.png")]
    public async Task Of_a_real_report(ColorScheme scheme, string file)
    {
        var target = Path.Combine(AuditedFolder.Repository, file);
        if (Environment.GetEnvironmentVariable("M365SMTP_WRITE") != "1")
        {
            Assert.True(File.Exists(target), $"{file} is missing: run the tests once with M365SMTP_WRITE=1.");
            return;
        }
        using var folder = AuditedFolder.Of("Shop");
        folder.Write(
            "exports/mailboxes.json",
            """
            [
              { "UserPrincipalName": "orders@contoso.com" },
              { "UserPrincipalName": "reports@contoso.com" },
              { "UserPrincipalName": "svc-alerts@contoso.com", "EmailAddresses": ["smtp:alerts@contoso.com"] }
            ]
            """
        );
        folder.Write(
            "exports/report.csv",
            """
            Sender address,Authentication protocol,Message count
            orders@contoso.com,Basic,412
            reports@contoso.com,Basic,31
            svc-alerts@contoso.com,Basic,9
            scanner@contoso.com,Basic,1240
            """
        );
        await folder.AuditAsync(
            "--restore",
            "--html",
            folder["page.html"],
            "--mailboxes",
            folder["exports/mailboxes.json"],
            "--smtp-auth-report",
            folder["exports/report.csv"]
        );

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await HeadlessChromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = 1100, Height = 1150 },
            }
        );
        await page.GotoAsync(new Uri(folder["page.html"]).AbsoluteUri);
        await page.Locator("li.row summary").First.ClickAsync();
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.ScreenshotAsync(new() { Path = target });
    }
}
