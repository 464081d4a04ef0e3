using Microsoft.CodeAnalysis;

namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Which part of a call is underlined, so that several findings on one line stay apart.</summary>
public class UnderlineTests
{
    static async Task<string> In(string id, string body)
    {
        var file = $$"""
            using System.Net; using System.Net.Mail; using Kit = MailKit.Net.Smtp.SmtpClient; using MailKit.Security;
            namespace Microsoft.Extensions.DependencyInjection {
                static class FluentEmailSmtpBuilderExtensions {
                    public static extern void AddSmtpSender(string host, int port, string username, string password);
                }
            }
            class C { const short Short = 465; const int Int = 465; void M(MailMessage m, NetworkCredential login, string p) { {{body}} } }
            """;
        var found = await Report.DiagnosticsOf(Report.CSharp(file));
        return string.Join(" | ", found.Where(one => one.Id == id).Select(one => Text(file, one.Location)));
    }

    static string Text(string file, Location at) => file.Substring(at.SourceSpan.Start, at.SourceSpan.Length);

    const string Connect = "var k = new Kit(); k.Connect(\"smtp.office365.com\", 587, SecureSocketOptions.StartTls); ";

    [Theory]
    [InlineData(
        "SMTP4001",
        Connect + "k.Authenticate(\"app@contoso.com\", p);",
        "k.Authenticate(\"app@contoso.com\", p)"
    )]
    [InlineData("SMTP1004", "const short Port = 465; " + Plain + "Port) { EnableSsl = true }.Send(m);", "465")]
    [InlineData("SMTP1004", "const int Port = 465; " + Plain + "Port) { EnableSsl = true }.Send(m);", "465")]
    [InlineData("SMTP1004", Plain + "Short) { EnableSsl = true }.Send(m);", "465")]
    [InlineData("SMTP1004", Plain + "Int) { EnableSsl = true }.Send(m);", "465")]
    [InlineData("SMTP2003", "var k = new Kit(); k.Connect(\"smtp.office365.com\", 587, false);", "false")]
    [InlineData(
        "SMTP2003",
        "var k = new Kit(); k.Connect(\"smtp.office365.com\", 587);",
        "k.Connect(\"smtp.office365.com\", 587)"
    )]
    [InlineData("SMTP1005", Client + " { EnableSsl = true }; c.Send(m);", "Send")]
    [InlineData("SMTP2001", Client + "; c.Send(m);", "new SmtpClient(\"smtp.office365.com\")")]
    [InlineData("SMTP2001", "SmtpClient c = new(\"smtp.office365.com\"); c.Send(m);", "new(\"smtp.office365.com\")")]
    [InlineData("SMTP4002", "SmtpClient c = new(\"smtp.office365.com\"); c.Send(m);", "new")]
    [InlineData("SMTP4002", Client + "; c.Send(m);", "SmtpClient")]
    [InlineData("SMTP4005", Client + " { EnableSsl = true }; c.Send(m);", "c.Send(m)")]
    [InlineData(
        "SMTP4001",
        "Microsoft.Extensions.DependencyInjection.FluentEmailSmtpBuilderExtensions.AddSmtpSender"
            + "(\"smtp.office365.com\", 587, \"app@contoso.com\", \"Tundra!Pepper19\");",
        "(\"smtp.office365.com\", 587, \"app@contoso.com\", \"Tundra!Pepper19\")"
    )]
    public async Task A_finding_has_a_place_of_its_own(string id, string body, string text) =>
        Assert.Equal((body, text), (body, await In(id, body)));

    [Fact]
    public async Task A_client_of_its_own_class_is_underlined_where_the_base_is_called()
    {
        const string File = """
            using System.Net; using System.Net.Mail;
            class Own : SmtpClient { public Own(NetworkCredential login) : base("smtp.office365.com", 587) { Credentials = login; } }
            """;
        var found = await Report.DiagnosticsOf(Report.CSharp(File));
        Assert.Equal(
            "SMTP4002 (\"smtp.office365.com\", 587) | SMTP4001 login",
            string.Join(" | ", found.Select(one => $"{one.Id} {Text(File, one.Location)}"))
        );
    }

    const string Plain = "new SmtpClient(\"smtp.office365.com\", ";

    const string Client = "var c = new SmtpClient(\"smtp.office365.com\")";
}
