namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>A wrong value that two branches take is reported once, where it comes first.</summary>
public class SameValueTests
{
    [Theory]
    [InlineData("port = 465; //! SMTP1004", "port = 465;")]
    [InlineData("port = SmtpValues.Port; //! SMTP1004", "port = SmtpValues.Port;")]
    [InlineData("port = 587;", "port = 465; //! SMTP1004")]
    public Task Of_two_branches(string one, string other) =>
        MarkedCode.Check(
            Report.CSharp(
                $$"""
                using System.Net; using System.Net.Mail;
                class C {
                    void M(bool b, MailMessage m, NetworkCredential login) {
                        int port;
                        if (b)
                            {{one}}
                        else
                            {{other}}
                        var client = new SmtpClient("smtp.office365.com", port) { EnableSsl = true, Credentials = login };
                        client.Send(m);
                    }
                }
                """,
                "static class SmtpValues { public static int Port => 465; }"
            ),
            "SMTP1004"
        );
}
