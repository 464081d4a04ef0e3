using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Refusals;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests;

public class HalfTypedTests
{
    [Fact]
    public async Task With_any_token_missing_an_edit_fits_or_is_not_offered()
    {
        var applied = 0;
        foreach (
            var solution in WithoutEachToken(
                """
                using System.Net.Mail;
                class Relay : SmtpClient
                {
                    Relay() : base("h", 25) { Timeout = 9; }
                    Relay(int port) : base("h") => Port = port;
                    void Send(MailKit.Net.Smtp.SmtpClient smtp)
                    {
                        using (var one = new SmtpClient("h") { Port = 25, EnableSsl = false, }) one.UseDefaultCredentials = true;
                        if (new SmtpClient("h").Port == 25) Timeout = 9; else { }
                        smtp?.ConnectAsync("h", 587, useSsl: false).ConfigureAwait(false);
                    }
                }
                """
            )
        )
            foreach (var edit in await EditsOnEverything(solution))
                if (await EditStory.ApplyAsync(solution, edit) is { } changed)
                {
                    applied++;
                    Assert.True(await ParseErrors(changed) <= await ParseErrors(solution), edit.ToString());
                }
        Assert.True(applied > 1000, $"Only {applied} edits were offered at all.");
    }

    [Fact]
    public async Task With_any_token_missing_what_the_rules_find_is_fixed_or_not_offered()
    {
        var (fix, applied) = (new Fix("", ""), 0);
        foreach (
            var solution in WithoutEachToken(
                """
                using System.Net.Mail;
                var one = new SmtpClient("smtp.office.com", 465) { UseDefaultCredentials = true };
                one.Send("app@contoso.com", args[1], "s", "b");
                new MailKit.Net.Smtp.SmtpClient().Connect("smtp.live.com", 587, useSsl: true);
                """
            )
        )
            foreach (var finding in await solution.Projects.Single().FindingsAsync(fix.Analyzer))
                foreach (var action in await fix.ActionsAsync(solution, finding))
                {
                    applied++;
                    Assert.True(
                        await ParseErrors(await Fix.ResultAsync(action, solution)) <= await ParseErrors(solution),
                        action.Title
                    );
                }
        Assert.True(applied > 100, $"Only {applied} fixes were offered at all.");
    }

    [Fact]
    public async Task With_any_token_missing_passwords_retries_and_refusals_do_no_harm()
    {
        var applied = 0;
        foreach (
            var solution in WithoutEachToken(
                """
                using MailKit.Net.Smtp;
                class Mailer
                {
                    const string Password = "Tundra!Pepper19";
                    void Send()
                    {
                        for (;;)
                            try { new SmtpClient().Authenticate("app@contoso.com", Password); return; }
                            catch (System.IO.IOException e) { }
                            catch (System.Exception) { }
                    }
                }
                """
            )
        )
        {
            var document = solution.Projects.Single().Documents.First();
            foreach (var token in (await Root(solution)).DescendantTokens())
            {
                var at = new Origin(token.GetLocation(), token.Text);
                Edit[] edits =
                    token.RawKind == (int)SyntaxKind.StringLiteralToken ? [Edit.ReadPassword(at)]
                    : token.RawKind == (int)SyntaxKind.CatchKeyword
                        ? [Edit.LetThrough(at, "catch (global::MailKit.Security.AuthenticationException)")]
                    : [];
                if (edits.Length > 0 && await EditStory.ApplyAsync(solution, edits) is { } changed)
                {
                    applied++;
                    Assert.True(await ParseErrors(changed) <= await ParseErrors(solution), edits[0].ToString());
                }
                if (token.RawKind == (int)SyntaxKind.CatchKeyword)
                    await new ExplainRefusals().ComputeRefactoringsAsync(
                        new(
                            document.Project.AddMetadataReference(Tests.Refusals.Story.GateCheck).Documents.First(),
                            token.Span,
                            _ => applied++,
                            default
                        )
                    );
            }
        }
        Assert.True(applied > 100, $"Only {applied} were offered at all.");
    }

    [Fact]
    public async Task An_empty_file_and_a_position_beyond_its_end_do_not_throw()
    {
        var file = MarkedFile.Parse("Mail.cs", "[||]");
        var at = EditStory.OriginAt(file, file.Marks[0]);
        foreach (
            var edit in (Edit[])
                [
                    Edit.Replace(at with { Text = "x" }, "y"),
                    Edit.SetProperty(at, "A", "1"),
                    Edit.SetArgument(at, "a", "1"),
                    Edit.Remove(at),
                ]
        )
            Assert.Null(await EditStory.ApplyAsync(MailProject.Create([file]), edit));
    }

    static IEnumerable<Solution> WithoutEachToken(string code)
    {
        var whole = MailProject.Create([new MarkedFile("/src/Mail.cs", code, [])]);
        foreach (
            var token in CSharpSyntaxTree
                .ParseText(code)
                .GetRoot()
                .DescendantTokens()
                .Where(token => token.Span.Length > 0)
        )
            yield return whole.WithDocumentText(
                whole.Projects.Single().DocumentIds[0],
                SourceText.From(code.Remove(token.SpanStart, token.Span.Length))
            );
    }

    static async Task<IEnumerable<Edit>> EditsOnEverything(Solution solution) =>
        from node in (await Root(solution)).DescendantNodes()
        let at = new Origin(node.GetLocation(), node.ToString())
        let edit = node switch
        {
            BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax => Edit.SetProperty(at, "Port", "587"),
            InvocationExpressionSyntax => Edit.SetArgument(
                at,
                "options",
                "global::MailKit.Security.SecureSocketOptions.StartTls"
            ),
            AssignmentExpressionSyntax or LiteralExpressionSyntax => Edit.Remove(at),
            _ => null,
        }
        where edit is not null
        select edit;

    static async Task<int> ParseErrors(Solution solution) =>
        (await Root(solution)).GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    static async Task<SyntaxNode> Root(Solution solution) =>
        (await solution.Projects.Single().Documents.First().GetSyntaxRootAsync())!;
}
