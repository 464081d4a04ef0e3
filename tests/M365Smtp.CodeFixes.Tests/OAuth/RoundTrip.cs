using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;
using MailKit.Security;

namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>
/// The fix does what its name says: before it the program is refused by a tenant without Basic auth; after it the same
/// message arrives there that used to arrive where the password was still taken.
/// </summary>
static class RoundTrip
{
    /// <summary>The packages of a project that has neither Azure.Identity nor MSAL, or the latter only.</summary>
    public static readonly string[] NoTokenLibrary = ["Azure.", "Microsoft.Identity."],
        NoAzure = ["Azure."];

    /// <param name="story">A <see cref="Difference"/>.</param>
    /// <param name="without">The packages that the project does without.</param>
    public static async Task VerifyAsync(string story, params string[] without)
    {
        var (before, after) = Difference.Parse(story);
        await FixesAsync(story, without);
        var (withPassword, withToken) = (await Program.OnWireAsync(before), await Program.OnWireAsync(after));

        await using var retired = await SmtpSimulator.StartAsync(Scenario.BasicRetired);
        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => withPassword.RunAsync(retired));
        Assert.Contains("5.7.30 Basic authentication is not supported for Client Submission.", refused.Message);
        await withToken.RunAsync(retired);

        await using var open = await SmtpSimulator.StartAsync(Scenario.Open);
        await withPassword.RunAsync(open);
        Delivery.Same(Assert.Single(open.Messages), Assert.Single(retired.Messages));
    }

    /// <summary>Only what becomes of the code, for one that does not send.</summary>
    public static Task FixesAsync(string story, params string[] without) =>
        new Fix(FixKeys.Of("SMTP4001"), "Use OAuth 2.0") { Without = without }.VerifyAsync(story);
}
