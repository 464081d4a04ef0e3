using M365Smtp.CodeFixes;
using M365Smtp.Package.Tests.Docs;
using M365Smtp.Package.Tests.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.Package.Tests.Pictures;

/// <summary>The picture of the light bulb shows a real finding, the actions offered for it, and the result of one of
/// them.</summary>
public sealed class LightBulbPicture
{
    const string Code = """
        using System.Net;
        using System.Net.Mail;

        static class Mailer
        {
            public static void Send(MailMessage message, string user, string password)
            {
                var client = new SmtpClient("smtp.office365.com", 465);
                client.Credentials = new NetworkCredential(user, password);
                client.Send(message);
            }
        }

        static class Program { static void Main() { } }
        """;

    [Fact]
    public async Task It_shows_what_the_editor_shows()
    {
        var project = MailCode.CSharp(("Mailer.cs", Code));
        var finding = (await project.FindingsAsync()).First(one => one.Id == "SMTP1004");
        var document = project.Documents.First(one => one.Name == "Mailer.cs");
        var actions = new List<CodeAction>();
        await new M365SmtpCodeFixProvider().RegisterCodeFixesAsync(
            new CodeFixContext(document, finding, (action, _) => actions.Add(action), default)
        );
        var fixedCode = await ApplyAsync(actions[^1], document);

        var place = finding.Location.GetLineSpan();
        var picture = new TextPicture("Mailer.cs");
        foreach (var (number, line) in Shown(Code))
        {
            picture.Line((line, ""));
            if (number != place.StartLinePosition.Line)
                continue;
            picture.Squiggle(place.StartLinePosition.Character - Indent, finding.Location.SourceSpan.Length);
            picture.Line(
                "menu",
                ("  ", ""),
                (finding.Id, "warn"),
                ("  ", ""),
                (Shortened(finding.GetMessage()), "dim")
            );
            foreach (var action in actions)
                picture.Line("menu", ("  \u25b8 ", "key"), (action.Title, "strong"));
        }
        picture.Line(("", ""));
        picture.Line((actions[^1].Title + ":", "dim"));
        var before = Shown(Code).Select(one => one.Line).ToList();
        foreach (var (_, line) in Shown(fixedCode))
            if (before.Contains(line))
                picture.Line((line, ""));
            else
                picture.Line("added", (line, "good"));
        CommittedText.MustBe(picture.ToString(), "docs/pictures/light-bulb.svg");
    }

    const int Indent = 8;

    static IEnumerable<(int Number, string Line)> Shown(string code) =>
        code.ReplaceLineEndings("\n")
            .Split('\n')
            .Select((line, number) => (number, line))
            .Where(one => one.line.StartsWith(new string(' ', Indent), StringComparison.Ordinal))
            .Select(one => (one.number, one.line[Indent..]));

    static string Shortened(string message) =>
        message.Length <= 86 ? message : message[..message.LastIndexOf(' ', 86)] + " …";

    static async Task<string> ApplyAsync(CodeAction action, Document document)
    {
        var changed = (await action.GetOperationsAsync(default))
            .OfType<ApplyChangesOperation>()
            .Single()
            .ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
