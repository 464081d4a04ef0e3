using M365Smtp.CodeFixes.Tests.Migration.WholePrograms;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>
/// Handlers of SmtpException still get the same failures, however far up the call chain they are; otherwise the
/// migration is not offered.
/// </summary>
public class HandlerTests
{
    const string MigrateKey = "SMTP4002.MigrateToMailKit";

    const string Mailer = """
        using System;
        using System.Net;
        using System.Net.Mail;

        public interface IMailer { void Confirm(string to); }

        public class Mailer : IMailer
        {
            public void Confirm(string to)
            {
                using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!") };
                client.Send("alerts@contoso.com", to, "Order", "Thank you.");
            }
        }

        public class Orders(IMailer mailer)
        {
            public void Place() => mailer.Confirm("ann@fabrikam.com");
        }
        """;

    [Theory]
    [InlineData(
        "two calls up",
        "class C { static void Do(Orders o) { try { o.Place(); } catch (SmtpException) { } } }"
    )]
    [InlineData(
        "a filter",
        "class C { static void Do(IMailer m) { try { m.Confirm(\"\"); } catch (Exception e) when (e is SmtpException || e is FormatException) { } } }"
    )]
    [InlineData(
        "a pattern in a handler",
        "class C { static string Do(IMailer m) { try { m.Confirm(\"\"); return \"\"; } catch (Exception e) { return e switch { SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } => \"later\", _ => \"\" }; } } }"
    )]
    [InlineData(
        "a delegate that nobody knows",
        "class C { static void Retry(Action send) { try { send(); } catch (SmtpException) { } } }"
    )]
    [InlineData(
        "a call that leads nowhere in sight",
        "class C { static void Do(IServiceProvider all) { try { ((IRunner)all.GetService(typeof(IRunner))!).Run(); } catch (SmtpException) { } } interface IRunner { void Run(); } }"
    )]
    [InlineData("a policy", "class C { static bool IsTransient(Exception e) => e is SmtpException; }")]
    [InlineData("a type of their own", "class MailFailed : SmtpException { }")]
    public async Task SMTP4002_is_not_offered_where_another_file_handles_SmtpException(string why, string handler) =>
        Assert.False(
            (await KeysAsync(Mailer + "\n// file: Handler.cs\nusing System.Net.Mail;\n" + handler)).Contains(
                MigrateKey
            ),
            why
        );

    [Theory]
    [InlineData("it throws one", "class C { static void Do() => throw new SmtpException(\"no mail today\"); }")]
    [InlineData(
        "it sends by itself",
        "class C { static void Do() { try { new SmtpClient(\"relay.contoso.com\").Send(\"a@contoso.com\", \"b@contoso.com\", \"s\", \"x\"); } catch (SmtpException) { } } }"
    )]
    [InlineData(
        "it calls another that sends",
        "class C { static void Do() { try { Relay(); } catch (SmtpException) { } } static void Relay() => new SmtpClient(\"relay.contoso.com\").Send(\"a@contoso.com\", \"b@contoso.com\", \"s\", \"x\"); }"
    )]
    [InlineData(
        "it waits for all",
        "class C { static void Do(Orders o) { try { o.Place(); } catch (Exception) { } } }"
    )]
    public async Task SMTP4002_is_offered_where_another_file_handles_something_else(string why, string other) =>
        Assert.True(
            (await KeysAsync(Mailer + "\n// file: Other.cs\nusing System.Net.Mail;\n" + other)).Contains(MigrateKey),
            why
        );

    [Theory]
    [InlineData(
        "two clients",
        "var other = new SmtpClient(\"relay.contoso.com\"); try { other.Send(\"a@contoso.com\", \"b@contoso.com\", \"s\", \"x\"); SEND } catch (SmtpException) { }"
    )]
    [InlineData(
        "one status of several",
        "try { SEND } catch (SmtpException e) when (e.StatusCode is SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.MailboxBusy) { }"
    )]
    [InlineData(
        "an exception of their own",
        "try { SEND } catch (SmtpException) { throw new SmtpException(\"no mail\"); }"
    )]
    public async Task SMTP4002_is_not_offered_where_a_handler_is_for_more(string why, string code) =>
        Assert.False(
            (
                await KeysAsync(
                    "using System.Net;\nusing System.Net.Mail;\nvar client = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, Credentials = new NetworkCredential(\"alerts@contoso.com\", args[0]) };\n"
                        + code.Replace(
                            "SEND",
                            "client.Send(\"alerts@contoso.com\", \"ann@fabrikam.com\", \"s\", \"x\");",
                            StringComparison.Ordinal
                        )
                )
            ).Contains(MigrateKey),
            why
        );

    static async Task<IReadOnlyList<string>> KeysAsync(string code)
    {
        var program = WholeProgram.Parse("Handlers", code);
        Assert.DoesNotContain(
            await program.ProblemsAsync(),
            problem => problem.Contains("error", StringComparison.Ordinal)
        );
        return await program.KeysAsync();
    }
}
