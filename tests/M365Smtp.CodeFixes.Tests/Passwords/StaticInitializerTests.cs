using M365Smtp.CodeFixes.Tests.Migration.WholePrograms;
using M365Smtp.Simulator;

namespace M365Smtp.CodeFixes.Tests.Passwords;

/// <summary>A client that a type creates once: a missing password must not make the whole type unusable.</summary>
public class StaticInitializerTests
{
    const string Sends = """
        // run: Alarm.Raise
        using System.Net;
        using System.Net.Mail;

        internal static class Alarm
        {
            {0}
            private static readonly SmtpClient Client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", {1}) };

            public static string Raise()
            {
                if (Environment.GetEnvironmentVariable("UNSET_SMTP_SERVER") is not null) return "off";
                try
                {
                    Client.Send("alerts@contoso.com", "ops@contoso.com", "Disk full", "x");
                    return "sent";
                }
                catch (SmtpException)
                {
                    return "no mail";
                }
            }
        }
        """;

    [Theory]
    [InlineData("", "\"Nobody-knows-1\"")]
    [InlineData("private const string Secret = \"Nobody-knows-1\";", "Secret")]
    public async Task SMTP4003_a_password_that_is_not_set_is_a_refusal_and_no_exception_about_the_type(
        string field,
        string password
    )
    {
        var source = Sends
            .Replace("{0}", field, StringComparison.Ordinal)
            .Replace("{1}", password, StringComparison.Ordinal);
        var program = WholeProgram.Parse("Alarm", source);
        var after = await program.ApplyAsync("SMTP4003.Fix");
        Assert.Contains("UNSET_SMTP_PASSWORD", await after.TextAsync());
        Assert.DoesNotContain("Nobody-knows-1", await after.TextAsync());
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        Assert.Equal("returns no mail", await after.RunAsync(server));
    }
}
