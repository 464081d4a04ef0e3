using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Whether a project has MailKit: as a package, as its own source, or not at all.</summary>
public class MailKitReferenceTests
{
    const string NetMail = """
        using System.Net.Mail;
        class Mailer { void Send(MailMessage m) => new SmtpClient("smtp.office365.com", 587) { EnableSsl = true }.Send(m); }
        """;

    [Theory]
    [InlineData(true, "Use MailKit.")]
    [InlineData(false, "Add the package MailKit first.")]
    public async Task A_client_without_OAuth_is_told_what_is_missing(bool hasMailKit, string advice)
    {
        var found = await Report.DiagnosticsOf(Project("App", NetMail, hasMailKit));
        Assert.EndsWith(advice, found.Single(one => one.Id == "SMTP4002").GetMessage(null), StringComparison.Ordinal);
    }

    const string OwnSource = """
        namespace MailKit.Net.Smtp {
            public class SmtpClient { public void Connect(string host, int port, bool useSsl) { } }
            class Example { void M() => new SmtpClient().Connect("smtp.office365.com", 465, true); }
        }
        """;

    [Theory]
    [InlineData("MailKit", 0)]
    [InlineData("App", 1)]
    public async Task The_source_of_MailKit_is_judged_only_in_an_application(string assembly, int findings) =>
        Assert.Equal(findings, (await Report.DiagnosticsOf(Project(assembly, OwnSource, hasMailKit: false))).Length);

    [Fact]
    public async Task A_project_that_cannot_create_a_client_is_not_judged()
    {
        const string Code = "class C { void M(System.Action<string, int> setUp) => setUp(\"smtp.live.com\", 465); }";
        var project = Project("App", Code, hasMailKit: false);
        Assert.NotEmpty(await Report.DiagnosticsOf(project));
        Assert.Empty(
            await Report.DiagnosticsOf(
                project.WithReferences(
                    project.References.Where(one =>
                        Path.GetFileNameWithoutExtension(one.Display) is not ("System.Net.Mail" or "System" or "netstandard")
                    )
                )
            )
        );
    }

    static CSharpCompilation Project(string assembly, string code, bool hasMailKit) =>
        CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(code, path: "File0.cs")],
            Facts.References.Where(reference =>
                hasMailKit || Path.GetFileNameWithoutExtension(reference.Display) is not "MailKit"
            ),
            new(OutputKind.DynamicallyLinkedLibrary)
        );
}
