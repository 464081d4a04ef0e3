using M365Smtp.Analyzers;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.VisualBasic;

namespace M365Smtp.CodeFixes.Tests.VisualBasic;

/// <summary>Hosts, ports, TLS and switches in Visual Basic, in which much old mail code is written.</summary>
public class VisualBasicFixTests
{
    [Theory]
    [InlineData(
        "SMTP1001",
        "a host",
        """
            - Dim client As New SmtpClient("smtp.office.com", 587) With {.EnableSsl = True} ' the server
            + Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True} ' the server
            """
    )]
    [InlineData(
        "SMTP1004",
        "a port",
        """
            - Dim client = New SmtpClient("smtp.office365.com", 465) With {.EnableSsl = True}
            + Dim client = New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True}
            """
    )]
    [InlineData(
        "SMTP1005",
        "no port",
        """
            - Dim client As New SmtpClient("smtp.office365.com") With {.EnableSsl = True}
            + Dim client As New SmtpClient("smtp.office365.com") With {.EnableSsl = True, .Port = 587}
            """
    )]
    [InlineData(
        "SMTP2001",
        "no TLS",
        """
            - Dim client As New SmtpClient("smtp.office365.com", 587)
            + Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True}
            """
    )]
    [InlineData(
        "SMTP2001",
        "no arguments",
        """
            - Dim client As New SmtpClient
            + Dim client As New SmtpClient With {.EnableSsl = True}
              client.Host = "smtp.office365.com"
              client.Port = 587
            """
    )]
    [InlineData(
        "SMTP2001",
        "TLS switched off",
        """
              Dim client As New SmtpClient("smtp.office365.com", 587)
            - client.EnableSsl = False
            + client.EnableSsl = True
            """
    )]
    [InlineData(
        "SMTP2001",
        "members on lines of their own",
        """
              Dim client As New SmtpClient With {
                  .Host = "smtp.office365.com",
            -     .Port = 587
            +     .Port = 587, .EnableSsl = True
              }
            """
    )]
    [InlineData(
        "SMTP4004",
        "a statement that goes",
        """
              Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True}
              client.Credentials = New NetworkCredential("a@contoso.com", password)
            - client.UseDefaultCredentials = True
            """
    )]
    [InlineData(
        "SMTP4004",
        "a member that goes",
        """
            - Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True, .Credentials = New NetworkCredential("a@contoso.com", password), .UseDefaultCredentials = True}
            + Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True, .Credentials = New NetworkCredential("a@contoso.com", password)}
            """
    )]
    public Task In_System_Net_Mail(string ruleId, string why, string story) =>
        VerifyAsync(
            ruleId,
            why,
            "Imports System.Net\nImports System.Net.Mail\n",
            story,
            "client.Send(\"a@contoso.com\", \"b@contoso.com\", \"Hello\", \"World\")"
        );

    [Theory]
    [InlineData(
        "SMTP1004",
        "port and TLS together",
        """
              Dim client As New SmtpClient()
            - client.Connect("smtp.office365.com", 465, True)
            + client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls)
            """
    )]
    [InlineData(
        "SMTP2002",
        "named arguments",
        """
              Dim client As New SmtpClient()
            - client.Connect(host:="smtp.office365.com", port:=587, useSsl:=True)
            + client.Connect(host:="smtp.office365.com", port:=587, options:=SecureSocketOptions.StartTls)
            """
    )]
    [InlineData(
        "SMTP2003",
        "an option",
        """
              Dim client As New SmtpClient()
            - client.Connect("smtp.office365.com", 587, SecureSocketOptions.Auto)
            + client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls)
            """
    )]
    [InlineData(
        "SMTP2003",
        "no option",
        """
              Dim client As New SmtpClient()
            - client.Connect("smtp.office365.com", 587)
            + client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls)
            """
    )]
    public Task In_MailKit(string ruleId, string why, string story) =>
        VerifyAsync(
            ruleId,
            why,
            "Imports MailKit.Net.Smtp\nImports MailKit.Security\n",
            story,
            "client.Authenticate(New SaslMechanismOAuth2(\"a@contoso.com\", password))"
        );

    [Fact]
    public async Task Anything_but_a_plain_value_is_left_to_the_developer()
    {
        var project = Project(
            """
            Imports System.Net
            Imports System.Net.Mail
            Module Mail
                Sub Send()
                    Dim client As New SmtpClient("smtp.office365.com", 587) With {.EnableSsl = True, .Credentials = New NetworkCredential("a@contoso.com", "Winter-2019!")}
                    client.Send("a@contoso.com", "b@contoso.com", "Hello", "World")
                End Sub
            End Module
            """
        );
        var findings = await FindingsAsync(project);
        Assert.Contains(findings, finding => finding.Id == "SMTP4003");
        Assert.Empty(
            (await Task.WhenAll(findings.Select(finding => ActionsAsync(project, finding)))).SelectMany(actions =>
                actions
            )
        );
    }

    [Fact]
    public void The_assembly_needs_nothing_of_either_language()
    {
        var needed = typeof(M365SmtpVisualBasicCodeFixProvider)
            .Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name);
        Assert.Equal(
            [
                "M365Smtp.Analyzers",
                "Microsoft.CodeAnalysis",
                "Microsoft.CodeAnalysis.Workspaces",
                "System.Collections.Immutable",
                "netstandard",
            ],
            needed.Order(StringComparer.Ordinal)
        );
    }

    static async Task VerifyAsync(string ruleId, string why, string imports, string story, string end)
    {
        var (before, after) = Difference.Parse(story);
        string Around(string code) =>
            $"{imports}Module Mail\n    Sub Send(password As String)\n        {code.TrimEnd().Replace("\n", "\n        ")}\n        {end}\n    End Sub\nEnd Module\n";
        var project = Project(Around(before));
        Assert.Empty(await project.Solution.ErrorsAsync());
        var finding = Assert.Single(await FindingsAsync(project), finding => finding.Id == ruleId);
        var action = (await ActionsAsync(project, finding)).First();
        var changed = await Fix.ResultAsync(action, project.Solution);
        Assert.Equal((why, Around(after)), (why, await TextAsync(changed)));
        Assert.Empty(await changed.ErrorsAsync());
        Assert.DoesNotContain(await FindingsAsync(changed.Projects.Single()), left => left.Id == ruleId);

        var fix = new Fix(FixKeys.Of(ruleId), "") { Provider = Provider, RuleIds = [ruleId] };
        Assert.Equal(Around(after), await TextAsync(await fix.FixAllAsync(project.Solution, FixAllScope.Solution)));
    }

    static readonly M365SmtpVisualBasicCodeFixProvider Provider = new();

    static Project Project(string text)
    {
        var csharp = MailProject.Create([]).Projects.Single();
        var id = ProjectId.CreateNewId("Old");
        var options = new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        return csharp
            .Solution.RemoveProject(csharp.Id)
            .AddProject(
                ProjectInfo.Create(
                    id,
                    VersionStamp.Default,
                    "Old",
                    "Old",
                    LanguageNames.VisualBasic,
                    compilationOptions: options,
                    metadataReferences: csharp.MetadataReferences
                )
            )
            .AddDocument(DocumentId.CreateNewId(id), "Mail.vb", text, filePath: "/src/Mail.vb")
            .GetProject(id)!;
    }

    static async Task<string> TextAsync(Solution solution) =>
        (await solution.Projects.Single().Documents.Single().GetTextAsync()).ToString();

    static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project) =>
        await project.FindingsAsync(new SmtpCodeAnalyzer());

    static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Project project, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        await Provider.RegisterCodeFixesAsync(
            new CodeFixContext(
                project.Documents.Single(),
                finding.Location.SourceSpan,
                [finding],
                (action, _) => actions.Add(action),
                default
            )
        );
        return actions;
    }
}
