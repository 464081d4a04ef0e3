using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;
using MailKit.Security;

namespace M365Smtp.CodeFixes.Tests.Passwords;

/// <summary>
/// The fix makes it possible to change a password: before it, the program is refused once the password changes; after
/// it, with the new one set, the same message arrives as before.
/// </summary>
static class PasswordRoundTrip
{
    /// <summary>The password in the source.</summary>
    public const string Old = "Tundra!Pepper19";

    public static readonly Fix ReadPassword = new(
        FixKeys.Of("SMTP4003"),
        "Read the password from configuration (then rotate it: it is in the Git history)"
    );

    /// <param name="story">A <see cref="Difference"/>.</param>
    public static async Task VerifyAsync(string story)
    {
        var (before, after) = Difference.Parse(story);
        Assert.DoesNotContain(Old, after);
        await ReadPassword.VerifyAsync(before, after);
        var (fromSource, fromOutside) = (await Program.OnWireAsync(before), await Program.OnWireAsync(after));

        await using var changed = await SmtpSimulator.StartAsync(Scenario.Open);
        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => fromSource.RunAsync(changed));
        Assert.Contains("5.7.139 Authentication unsuccessful, the user credentials were incorrect.", refused.Message);
        await fromOutside.RunAsync(changed);

        await using var unchanged = await SmtpSimulator.StartAsync(tenant => tenant.Mailbox(Scenario.Mailbox, Old));
        await fromSource.RunAsync(unchanged);
        Delivery.Same(Assert.Single(unchanged.Messages), Assert.Single(changed.Messages));
    }
}
