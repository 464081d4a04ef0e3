using M365Smtp.CodeFixes.Tests.RoundTrips;
using M365Smtp.Simulator;

namespace M365Smtp.CodeFixes.Tests.Refusals;

public class ExplainRefusalsTests
{
    [Fact]
    public Task A_program_reports_to_its_console() =>
        Story.VerifyAsync(
            """
            using System.Net.Mail;

            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            try { client.Send("alerts@contoso.com", args[0], "s", "b"); }
            catch (SmtpException) [||]{ return 1; }
            return 0;
            """,
            """
            using System.Net.Mail;
            using M365Smtp;

            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
            try { client.Send("alerts@contoso.com", args[0], "s", "b"); }
            catch (SmtpException exception) { var why = SmtpReply.Explain(exception); Console.Error.WriteLine($"{why.Gate}: {why.Meaning}"); foreach (var remedy in why.Remedies) Console.Error.WriteLine($"{remedy.Text} {remedy.PowerShell}"); return 1; }
            return 0;
            """
        );

    [Fact]
    public Task A_library_without_a_logger_reports_to_the_trace() =>
        Story.VerifyAsync(
            """
            using MailKit.Net.Smtp;

            class Mailer
            {
                // Once is enough.
                void Send(SmtpClient client, MimeKit.MimeMessage why)
                {
                    try
                    {
                        client.Send(why);
                    }
                    catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.MessageNotAccepted)
                    {
                        [||]// What now?
                    }
                }
            }
            """,
            """
            using System.Diagnostics;
            using M365Smtp;
            using MailKit.Net.Smtp;

            class Mailer
            {
                // Once is enough.
                void Send(SmtpClient client, MimeKit.MimeMessage why)
                {
                    try
                    {
                        client.Send(why);
                    }
                    catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.MessageNotAccepted)
                    {
                        var why2 = SmtpReply.Explain(e);
                        Trace.TraceError($"{why2.Gate}: {why2.Meaning}");
                        foreach (var remedy in why2.Remedies) Trace.TraceError($"{remedy.Text} {remedy.PowerShell}");
                        // What now?
                    }
                }
            }
            """
        );

    const string Service = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Logging;
        using MimeKit;

        public class Mailer(ILogger<Mailer> logger)
        {
            public bool IsHeard => logger.IsEnabled(LogLevel.Error);

            public async Task SendAsync(string password)
            {
                var message = new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" });
                try
                {
                    using var client = new SmtpClient();
                    await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync("alerts@contoso.com", password);
                    await client.SendAsync(message);
                }
                catch (AuthenticationException e)
                {
                    // No mail today.
                    [||]throw new InvalidOperationException("No mail.", e);
                }
            }
        }
        """;

    static readonly string Explained = Service
        .Replace("[||]", "")
        .Replace("using MailKit.Net.Smtp;", "using M365Smtp;\nusing MailKit.Net.Smtp;")
        .Replace(
            "            // No mail today.",
            """
                        var why = SmtpReply.Explain(e);
                        logger.LogError("{Gate}: {Meaning}", why.Gate, why.Meaning);
                        foreach (var remedy in why.Remedies) logger.LogError("{Remedy} {Command}", remedy.Text, remedy.PowerShell);
                        // No mail today.
            """
        );

    [Fact]
    public Task A_service_reports_to_its_log() => Story.VerifyAsync(Service, Explained);

    [Fact]
    public async Task The_log_names_the_gate_and_what_opens_it_and_no_secret()
    {
        Log.Lines.Value = [];
        var program = await Program.OnWireAsync(Explained, Story.GateCheck);
        await using var closed = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);
        await Assert.ThrowsAsync<InvalidOperationException>(() => program.RunAsync(closed));
        var log = Log.Lines.Value!;
        Assert.StartsWith("MailboxSmtpAuth: ", log[0]);
        Assert.Contains("Set-CASMailbox", log[1]);
        Assert.DoesNotContain(log, line => line.Contains(Scenario.Password));
    }

    [Theory]
    [InlineData("another exception", "try { client.Send(m); } catch (IOException) { [||]n++; }")]
    [InlineData("no mail in it", "try { n++; } catch (Exception) { [||]n++; }")]
    [InlineData("outside the clause", "try { [||]client.Send(m); } catch (SmtpException) { n++; }")]
    [InlineData(
        "explained already",
        "try { client.Send(m); } catch (SmtpException e) { [||]Console.WriteLine(M365Smtp.SmtpReply.Explain(e).Meaning); }"
    )]
    [InlineData("nothing is caught by name", "try { client.Send(m); } catch { [||]n++; }")]
    [InlineData("half typed", "try { client.Send(m); } catch (SmtpException e { [||]n++; }")]
    public Task Not_offered(string why, string code) =>
        Story.IsNotOffered(
            $$"""using System.Net.Mail; class C { int n; /* {{why}} */ void M(SmtpClient client, MailMessage m) { {{code}} } }"""
        );

    [Fact]
    public Task Not_offered_without_the_package() =>
        Story.IsNotOffered(
            "using System.Net.Mail; class C { void M(SmtpClient client, MailMessage m) { try { client.Send(m); } catch (SmtpException) { [||] } } }",
            hasGateCheck: false
        );
}
