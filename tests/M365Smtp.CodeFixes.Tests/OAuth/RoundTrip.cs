using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;
using MailKit.Security;

namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>
/// The fix does what its title promises: before it, a tenant without Basic auth refuses the program; after it, the
/// message arrives that used to arrive while passwords were still accepted.
/// </summary>
static class RoundTrip
{
    /// <summary>
    /// The packages missing from a project with neither Azure.Identity nor MSAL, or with only the latter.
    /// </summary>
    public static readonly string[] NoTokenLibrary = ["Azure.", "Microsoft.Identity."],
        NoAzure = ["Azure."];

    /// <param name="story">A <see cref="Difference"/>.</param>
    /// <param name="without">The packages that the project lacks.</param>
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

    /// <summary>Only the resulting code, for a program that does not send.</summary>
    public static Task FixesAsync(string story, params string[] without) =>
        new Fix(FixKeys.Of("SMTP4001"), "Use OAuth 2.0") { Without = without }.VerifyAsync(story);
}
