using M365Smtp.Analyzers;
using M365Smtp.CodeFixes.Tests.Harness;
using M365Smtp.CodeFixes.Tests.Migration.WholePrograms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>One file in several builds: other symbols, other projects, other target frameworks.</summary>
public class BuildsTests
{
    const string MigrateKey = "SMTP4002.MigrateToMailKit",
        OAuthKey = "SMTP4001.UseOAuth";

    [Theory]
    [InlineData("#if DEBUG\nclient.Host = \"localhost\";\n#else\nclient.Host = \"smtp.office365.com\";\n#endif\n", "")]
    [InlineData("client.Host = \"smtp.office365.com\";\n#if DEBUG\nclient.Timeout = 1;\n#endif\n", "")]
    [InlineData("client.Host = \"smtp.office365.com\";\n#if !NO_MAIL\n", "#endif\n")]
    [InlineData("client.Host = \"smtp.office365.com\";\n", "#if TRACE_MAIL\nConsole.WriteLine(client.Host);\n#endif\n")]
    public async Task SMTP4002_is_not_offered_where_another_build_does_something_else_with_the_client(
        string before,
        string after
    ) =>
        Assert.DoesNotContain(
            MigrateKey,
            await KeysAsync(
                "using System.Net;\nusing System.Net.Mail;\nvar client = new SmtpClient();\n"
                    + before
                    + "client.EnableSsl = true;\nclient.Credentials = new NetworkCredential(\"alerts@contoso.com\", args[0]);\n"
                    + "client.Send(\"alerts@contoso.com\", \"ann@fabrikam.com\", \"s\", \"x\");\n"
                    + after
            )
        );

    [Theory]
    [InlineData("#if !DEBUG\nclient.Authenticate(\"alerts@contoso.com\", args[0]);\n#endif\n")]
    [InlineData(
        "client.Authenticate(\"alerts@contoso.com\", args[0]);\n#if DEBUG\nclient.Authenticate(\"test@contoso.com\", args[0]);\n#endif\nclient.Disconnect(true);\n"
    )]
    public async Task SMTP4001_is_not_offered_where_another_build_does_something_else_with_the_client(string signIn) =>
        Assert.DoesNotContain(
            OAuthKey,
            await KeysAsync(
                "using MailKit.Net.Smtp;\nusing MailKit.Security;\nusing var client = new SmtpClient();\n"
                    + "client.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls);\n"
                    + signIn
            )
        );

    [Theory]
    [InlineData("#if DEBUG\nConsole.WriteLine(\"debug\");\n#endif\n", "")]
    [InlineData("", "#region Sending\n#pragma warning disable CA1848\n#endregion\n")]
    public async Task SMTP4002_is_offered_beside_other_directives(string before, string between) =>
        Assert.Contains(
            MigrateKey,
            await KeysAsync(
                "using System.Net;\nusing System.Net.Mail;\n"
                    + before
                    + "var client = new SmtpClient(\"smtp.office365.com\", 587) { EnableSsl = true, Credentials = new NetworkCredential(\"alerts@contoso.com\", args[0]) };\n"
                    + between
                    + "client.Send(\"alerts@contoso.com\", \"ann@fabrikam.com\", \"s\", \"x\");\n"
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("define=LEGACY")]
    public async Task SMTP4002_leaves_the_other_build_what_it_needs(string setup)
    {
        const string Code = """
            using System.Net;
            using System.Net.Mail;

            public class Mailer
            {
                public void Send(string password)
                {
                    using var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", password) };
                    client.Send("alerts@contoso.com", "ann@fabrikam.com", "s", "x");
                }

            #if LEGACY
                public void SendLegacy(MailMessage message) => new SmtpClient("relay.contoso.com").Send(message);
            #endif
            }
            """;
        var migrated = await WholeProgram.Parse("Builds", $"// run: {setup}\n{Code}").ApplyAsync(MigrateKey);
        var text = await migrated.TextAsync();
        Assert.Contains("MailKit", text);
        foreach (var build in new[] { "", "define=LEGACY" })
            Assert.Empty(
                await WholeProgram
                    .Parse("Builds", $"// run: {build}\n{text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]}")
                    .ProblemsAsync()
            );
    }

    const string Shared = """
        using System.Net;
        using System.Net.Mail;

        namespace Shared
        {
            public class Mailer
            {
                public void Send(string password)
                {
                    var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", password) };
                    client.Send("alerts@contoso.com", "ann@fabrikam.com", "s", "x");
                }
            }
        }
        """;

    [Fact]
    public async Task SMTP4002_is_not_offered_where_another_project_has_the_file_and_no_MailKit()
    {
        var file = MarkedFile.Parse("Mailer.cs", Shared);
        var solution = MailProject.Create([file]);
        Assert.Contains(MigrateKey, await KeysAsync(solution));
        Assert.DoesNotContain(
            MigrateKey,
            await KeysAsync(MailProject.Add(solution, "Old", [file], "MailKit", "MimeKit").Solution)
        );
    }

    [Fact]
    public async Task SMTP4002_writes_what_the_oldest_language_of_all_projects_knows()
    {
        var file = MarkedFile.Parse("Mailer.cs", Shared);
        var old = MailProject.Add(MailProject.Create([file]), "Old", [file]);
        old = old.RemoveDocument(
            old.Documents.Single(document => document.Name.EndsWith("ImplicitUsings.cs", StringComparison.Ordinal)).Id
        );
        var solution = old.WithParseOptions(
                ((CSharpParseOptions)old.ParseOptions!).WithLanguageVersion(LanguageVersion.CSharp7_3)
            )
            .WithCompilationOptions(
                ((CSharpCompilationOptions)old.CompilationOptions!).WithNullableContextOptions(
                    NullableContextOptions.Disable
                )
            )
            .Solution;
        Assert.Empty(await solution.ErrorsAsync());
        var newest = solution.Projects.Single(project => project.Name == "Mailer");
        var found = (await newest.FindingsAsync(new SmtpCodeAnalyzer())).Single(finding => finding.Id == "SMTP4002");
        var action = (await MigrationRoundTrip.Migrate.ActionsAsync(solution, found)).Single(action =>
            action.EquivalenceKey == MigrateKey
        );
        var changed = await Fix.ResultAsync(action, solution);
        var text = await changed.GetProject(newest.Id)!.Documents.First().GetTextAsync();
        Assert.Contains("using (var client = new SmtpClient())", text.ToString());
        Assert.Contains("new[] { \"https://outlook.office365.com/.default\" }", text.ToString());
        foreach (var id in solution.GetDocumentIdsWithFilePath("/src/Mailer.cs"))
            Assert.Equal(text.ToString(), (await changed.GetDocument(id)!.GetTextAsync()).ToString());
        Assert.Empty(await changed.ErrorsAsync());
    }

    static async Task<IReadOnlyList<string>> KeysAsync(string code) =>
        await WholeProgram.Parse("Builds", code).KeysAsync();

    static async Task<IReadOnlyList<string>> KeysAsync(Solution solution)
    {
        var keys = new List<string>();
        foreach (
            var finding in await solution
                .Projects.First(project => project.Name == "Mailer")
                .FindingsAsync(new SmtpCodeAnalyzer())
        )
            keys.AddRange(
                (await MigrationRoundTrip.Migrate.ActionsAsync(solution, finding)).Select(action =>
                    action.EquivalenceKey!
                )
            );
        return keys;
    }
}
