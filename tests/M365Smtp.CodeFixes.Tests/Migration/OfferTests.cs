using M365Smtp.Analyzers;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis.CodeFixes;
using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Where the migration is offered, and where it is not.</summary>
public class OfferTests
{
    const string Made =
        "new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, Credentials = new NetworkCredential(\"app@contoso.com\", p) }";
    const string Send = "c.Send(\"app@contoso.com\", \"ops@contoso.com\", \"s\", \"b\");";

    [Theory]
    [InlineData(
        "a client that goes elsewhere",
        "static class M { static void Do(string p) { var c = CLIENT; Use(c); SEND } static void Use(SmtpClient c) => c.Timeout = 1; }"
    )]
    [InlineData(
        "a client that others may use",
        "class M { public SmtpClient c = new(\"smtp.office365.com\", 587) { EnableSsl = true }; void Do() { SEND } }"
    )]
    [InlineData(
        "a method that others may call",
        "public static class M { public static SmtpClient Make(string p) => CLIENT; static void Do(string p) { using var c = Make(p); SEND } }"
    )]
    [InlineData(
        "Windows sign-in",
        "static class M { static void Do() { var c = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, UseDefaultCredentials = true }; SEND } }"
    )]
    [InlineData(
        "a Windows domain",
        "static class M { static void Do(string p) { var c = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true }; c.Credentials = new NetworkCredential(\"app@contoso.com\", p, \"CONTOSO\"); SEND } }"
    )]
    [InlineData(
        "settings that change between messages",
        "static class M { static void Do(string p) { var c = CLIENT; SEND c.Credentials = new NetworkCredential(\"orders@contoso.com\", p); SEND } }"
    )]
    [InlineData(
        "a value that changes before it counts",
        "static class M { static void Do(string p) { var c = CLIENT; p = \"\"; SEND } }"
    )]
    [InlineData(
        "a task that nobody waits for",
        "static class M { static void Do(string p) { var c = CLIENT; var t = c.SendMailAsync(\"app@contoso.com\", \"ops@contoso.com\", \"s\", \"b\"); t.Wait(); } }"
    )]
    [InlineData(
        "an exception that is asked for in another way",
        "static class M { static void Do(string p) { var c = CLIENT; try { SEND } catch (Exception e) when (e is SmtpException) { } } }"
    )]
    [InlineData(
        "a collection of failed recipients",
        "static class M { static void Do(string p) { var c = CLIENT; try { SEND } catch (SmtpFailedRecipientsException e) { Console.Write(e.InnerExceptions.Length); } } }"
    )]
    [InlineData(
        "a caller in another file that handles SmtpException",
        "static class M { public static void Do(string p) { var c = CLIENT; SEND } }\n// file: Caller.cs\nusing System.Net.Mail; static class C { static void All() { try { M.Do(\"\"); } catch (SmtpException) { } } }"
    )]
    [InlineData(
        "a client that serves another host too",
        "static class M { static void Do(bool own, string p) { var c = new SmtpClient(own ? \"mail.contoso.com\" : \"smtp.office365.com\", 587) { EnableSsl = true }; SEND } }"
    )]
    public async Task SMTP4002_is_not_offered(string why, string code)
    {
        var source = MarkedCode.Parse(
            "using System.Net;\nusing System.Net.Mail;\n" + code.Replace("CLIENT", Made).Replace("SEND", Send)
        );
        var solution = MailProject.Create(source.Files);
        Assert.Empty(await solution.ErrorsAsync());
        var found = (await solution.Projects.Single().FindingsAsync(new SmtpCodeAnalyzer()))
            .Where(finding => finding.Id == "SMTP4002")
            .ToArray();
        Assert.NotEmpty(found);
        foreach (var finding in found)
            Assert.False(
                (await Migrate.ActionsAsync(solution, finding)).Any(action => action.EquivalenceKey == Migrate.Key),
                why
            );
    }

    [Fact]
    public async Task SMTP4002_names_the_package_where_it_is_missing()
    {
        var file = MarkedFile.Parse(
            "Mail.cs",
            "using System.Net.Mail;\nnew SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true }.Send(\"a@contoso.com\", \"b@contoso.com\", \"s\", \"b\");"
        );
        var solution = MailProject.Create([file], "MailKit", "MimeKit");
        var found = Assert.Single(
            await solution.Projects.Single().FindingsAsync(new SmtpCodeAnalyzer()),
            finding => finding.Id == "SMTP4002"
        );
        Assert.EndsWith(" Use MailKit. Add the package MailKit first.", found.GetMessage(null));
        Assert.Empty(await Migrate.ActionsAsync(solution, found));
    }

    [Fact]
    public async Task SMTP4002_in_twenty_senders_of_a_project_in_one_go()
    {
        var files = Enumerable
            .Range(1, 20)
            .Select(i =>
                MarkedFile.Parse(
                    $"Sender{i}.cs",
                    $$"""
                    using System.Net;
                    using System.Net.Mail;

                    public class Sender{{i}}
                    {
                        public void Send(string password)
                        {
                            using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                            client.Credentials = new NetworkCredential("sender{{i}}@contoso.com", password);
                            client.Send("sender{{i}}@contoso.com", "ops@contoso.com", "Report {{i}}", "Done.");
                        }
                    }
                    """
                )
            )
            .ToList();
        var solution = MailProject.Create(files);
        var changed = await Migrate.FixAllAsync(solution, FixAllScope.Project);
        Assert.Empty(await changed.ErrorsAsync());
        Assert.DoesNotContain("System.Net", await changed.TextAsync(new MarkedCode(files)));
        Assert.Empty(await changed.Projects.Single().FindingsAsync(new SmtpCodeAnalyzer()));
        Assert.Equal(changed, await Migrate.FixAllAsync(changed, FixAllScope.Project));
    }
}
