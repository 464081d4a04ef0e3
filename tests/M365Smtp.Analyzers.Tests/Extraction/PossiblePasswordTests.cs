namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>A password that is in the source on one path only: another path tells nothing that takes it away.</summary>
public class PossiblePasswordTests
{
    [Theory]
    [InlineData("var pw = b ? \"Kirsch!baum47\" : Read();")]
    [InlineData("var pw = b ? Read() : \"Kirsch!baum47\";")]
    [InlineData("var pw = b ? \"Kirsch!baum47\" : \"Ahorn!blatt48\";")]
    [InlineData("var pw = \"Kirsch!baum47\"; if (b) pw = \"Ahorn!blatt48\";")]
    [InlineData("var pw = \"Kirsch!baum47\"; if (b) pw = Read();")]
    [InlineData("var pw = Read(); if (b) pw = \"Kirsch!baum47\";")]
    [InlineData("var pw = Read(); if (b) pw = \"Kirsch!baum47\"; if (c) pw = Read();")]
    [InlineData("var pw = Read(); if (b) pw = \"Kirsch!baum47\"; if (c) { } else pw = Read();")]
    [InlineData("var pw = Read(); if (c) { if (b) pw = \"Kirsch!baum47\"; } else pw = Read();")]
    [InlineData("var pw = c ? (b ? \"Kirsch!baum47\" : Read()) : Read();")]
    [InlineData("var pw = c ? Read() : b ? Read() : \"Kirsch!baum47\";")]
    [InlineData("var pw = Read(); while (c) { if (b) pw = \"Kirsch!baum47\"; c = !c; }")]
    public Task It_is_reported_once(string code) => Check(code + " //! SMTP4003");

    [Theory]
    [InlineData("var pw = b ? \"\" : Read();")]
    [InlineData("var pw = b ? Read() : null;")]
    [InlineData("var pw = \"Kirsch!baum47\"; pw = Read();")]
    [InlineData("var pw = b ? \"your-password\" : Read();")]
    [InlineData("var pw = b ? Read() : Read();")]
    public Task Nothing_is_reported(string code) => Check(code);

    static Task Check(string code) =>
        MarkedCode.Check(
            Report.CSharp(
                $$"""
                using System.Net; using System.Net.Mail;
                abstract class C {
                    protected abstract string Read();
                    void M(bool b, bool c, MailMessage m) {
                        {{code}}
                        var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                        client.Credentials = new NetworkCredential("app@contoso.com", pw);
                        client.Send(m);
                    }
                }
                """
            ),
            "SMTP4003"
        );
}
