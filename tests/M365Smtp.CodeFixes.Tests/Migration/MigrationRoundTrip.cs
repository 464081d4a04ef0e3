using System.Net.Mail;
using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>
/// The migration preserves behavior: before it, a tenant without Basic auth refuses the program; after it, the message
/// arrives that System.Net.Mail delivered while passwords were still accepted.
/// </summary>
static class MigrationRoundTrip
{
    /// <summary>In a project with Azure.Identity.</summary>
    public static readonly Fix Migrate = new(FixKeys.Of("SMTP4002"), "Migrate to MailKit");

    /// <summary>In a project with neither Azure.Identity nor MSAL.</summary>
    public static readonly Fix MigrateAlone = Migrate with { Without = ["Azure.", "Microsoft.Identity."] };

    public static Task ToOAuthAsync(string story) => ToOAuthAsync(Migrate, story);

    /// <summary>Signs in with a token afterwards.</summary>
    /// <param name="story">A <see cref="Difference"/>.</param>
    public static async Task ToOAuthAsync(Fix fix, string story)
    {
        var (before, after) = Difference.Parse(story);
        await fix.VerifyAsync(before, after);
        await using var open = await SmtpSimulator.StartAsync(Scenario.Open);
        await RunOldAsync(before, open);

        await using var retired = await SmtpSimulator.StartAsync(Scenario.BasicRetired);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => RunOldAsync(before, retired));
        Assert.Contains(
            "5.7.30 Basic authentication is not supported for Client Submission.",
            (refused as SmtpException ?? refused.InnerException)!.Message
        );
        await (await Program.OnWireAsync(after)).RunAsync(retired);
        Same(open, retired);
    }

    /// <summary>Signs in with the password as before.</summary>
    public static async Task WithPasswordAsync(Fix fix, string story)
    {
        var (before, after) = Difference.Parse(story);
        await fix.VerifyAsync(before, after);
        await using var old = await SmtpSimulator.StartAsync(Scenario.Open);
        await using var now = await SmtpSimulator.StartAsync(Scenario.Open);
        await RunOldAsync(before, old);
        await (await Program.OnWireAsync(after)).RunAsync(now);
        Same(old, now);
    }

    static async Task RunOldAsync(string source, SmtpSimulator server) =>
        await (await Program.AimedAtAsync(server, source)).RunAsync(server);

    static void Same(SmtpSimulator before, SmtpSimulator after)
    {
        Assert.NotEmpty(before.Messages);
        Assert.Equal(before.Messages.Count, after.Messages.Count);
        foreach (var (one, other) in before.Messages.Zip(after.Messages))
            Delivery.SameValues(one, other);
    }
}
