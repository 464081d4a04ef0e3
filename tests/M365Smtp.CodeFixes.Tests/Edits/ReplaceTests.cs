using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Edits;

public class ReplaceTests
{
    [Fact]
    public Task The_literal_changes_and_nothing_around_it() =>
        EditStory.Replace("""var port =  [|465|] /* SSL */ ;""", "587", """var port =  587 /* SSL */ ;""");

    [Fact]
    public Task A_const_in_another_file_changes_there() =>
        EditStory.Replace(
            """
            using var smtp = new MailKit.Net.Smtp.SmtpClient();
            smtp.Connect(Cfg.Host, 587, Cfg.Tls);
            // file: Cfg.cs
            using MailKit.Security;
            static class Cfg
            {
                public const string Host = "h";
                public const SecureSocketOptions Tls = [|SecureSocketOptions.None|];
            }
            """,
            "global::MailKit.Security.SecureSocketOptions.StartTls",
            """
            using var smtp = new MailKit.Net.Smtp.SmtpClient();
            smtp.Connect(Cfg.Host, 587, Cfg.Tls);
            // file: Cfg.cs
            using MailKit.Security;
            static class Cfg
            {
                public const string Host = "h";
                public const SecureSocketOptions Tls = SecureSocketOptions.StartTls;
            }
            """
        );

    [Fact]
    public async Task Text_that_the_analyzer_did_not_see_is_not_touched()
    {
        var seen = MarkedFile.Parse("Mail.cs", "var port = [|465|];");
        var edit = Edit.Replace(EditStory.OriginAt(seen, seen.Marks[0]), "587");
        Assert.Null(await EditStory.ApplyAsync(MailProject.Create([seen with { Text = "var port = 993;" }]), edit));
        Assert.Null(await EditStory.ApplyAsync(MailProject.Create([seen with { Text = "var p;" }]), edit));
        Assert.Null(
            await EditStory.ApplyAsync(MailProject.Create([seen with { Path = "/src/appsettings.json" }]), edit)
        );
    }

    [Fact]
    public Task A_replacement_that_breaks_the_code_is_not_offered() =>
        EditStory.NotOffered("var port = [|465|];", at => Edit.Replace(at, "(587"));
}
