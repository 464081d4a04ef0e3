using M365Smtp.Analyzers.Model;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests;

public class HalfTypedTests
{
    const string Code = """
        using System.Net.Mail;
        using MailKit.Security;
        class Relay : SmtpClient
        {
            Relay() : base("h", 25) { Timeout = 9; }
            Relay(int port) : base("h") => Port = port;
            void Send(MailKit.Net.Smtp.SmtpClient smtp)
            {
                using (var one = new SmtpClient("h") { Port = 25, EnableSsl = false, }) one.UseDefaultCredentials = true;
                SmtpClient two = new("h");
                if (two.Port == 25) two.EnableSsl = true; else { }
                smtp.Connect("h", 587, useSsl: false);
                smtp?.ConnectAsync("h", options: SecureSocketOptions.None).ConfigureAwait(false);
            }
        }
        """;

    [Fact]
    public async Task On_code_with_any_token_missing_an_edit_fits_or_is_not_offered()
    {
        var applied = 0;
        var whole = MailProject.Create([new MarkedFile("/src/Mail.cs", Code, [])]);
        await whole.ErrorsAsync();
        foreach (var token in CSharpSyntaxTree.ParseText(Code).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0))
        {
            var file = new MarkedFile("/src/Mail.cs", Code.Remove(token.SpanStart, token.Span.Length), []);
            var solution = whole.WithDocumentText(whole.GetDocumentIdsWithFilePath(file.Path)[0], SourceText.From(file.Text));
            foreach (var edit in EditsOnEverything(file))
                if (await EditStory.ApplyAsync(solution, edit) is { } changed)
                {
                    applied++;
                    Assert.True(ParseErrors(await changed.TextAsync(new MarkedCode([file]))) <= ParseErrors(file.Text), $"{edit} in {file.Text}");
                }
        }
        Assert.True(applied > 1000, $"Only {applied} edits were offered at all.");
    }

    [Fact]
    public async Task An_empty_file_and_a_place_beyond_its_end_are_no_trouble()
    {
        var file = MarkedFile.Parse("Mail.cs", "[||]");
        var at = EditStory.OriginAt(file, file.Marks[0]);
        foreach (var edit in (Edit[])[Edit.Replace(at with { Text = "x" }, "y"), Edit.SetProperty(at, "A", "1"), Edit.SetArgument(at, "a", "1"), Edit.Remove(at)])
            Assert.Null(await EditStory.ApplyAsync(MailProject.Create([file]), edit));
    }

    static IEnumerable<Edit> EditsOnEverything(MarkedFile file)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes())
        {
            var at = EditStory.OriginAt(file, node.Span);
            if (node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax) yield return Edit.SetProperty(at, "Port", "587");
            if (node is InvocationExpressionSyntax) yield return Edit.SetArgument(at, "options", "global::MailKit.Security.SecureSocketOptions.StartTls");
            if (node is AssignmentExpressionSyntax or LiteralExpressionSyntax) yield return Edit.Remove(at);
            if (node is LiteralExpressionSyntax) yield return Edit.Replace(at, "587");
        }
    }

    static int ParseErrors(string text) => CSharpSyntaxTree.ParseText(text).GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
