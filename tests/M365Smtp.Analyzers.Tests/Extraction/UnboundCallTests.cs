namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Code with a missing type: its calls are understood from the arguments that are there.</summary>
public class UnboundCallTests
{
    static async Task<string> Found(string body)
    {
        var code = Report.CSharp(
            $$"""
            using System.Threading; using MailKit; using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
            class C { MissingOptions options; void M(CancellationToken stop) { using var c = new SmtpClient(); {{body}} } }
            """
        );
        return string.Join(" ", (await Report.DiagnosticsOf(code)).Select(one => one.Id));
    }

    [Theory]
    [InlineData(
        """c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls); c.Authenticate(options.User, options.Password);""",
        "SMTP4001"
    )]
    [InlineData(
        """c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls); c.Authenticate("app@contoso.com", MissingSecret());""",
        "SMTP4001"
    )]
    [InlineData("""c.Connect("smtp.office365.com", 465, options.Tls);""", "SMTP1004")]
    [InlineData(
        """c.Connect("smtp.office365.com", 587, options.Tls); c.Authenticate(options.Mechanism, stop); c.Send(options.Message);""",
        ""
    )]
    [InlineData(
        """c.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls); c.Authenticate(options.First, options.Second);""",
        ""
    )]
    [InlineData("""c.Connect(options.Host, 465, options.Tls); c.Authenticate(options.User, options.Password);""", "")]
    [InlineData(
        """IMailTransport t = null; t.Connect("smtp.office365.com", 465, options.Tls);""",
        "SMTP1004"
    )]
    public async Task The_arguments_tell_what_a_call_does(string body, string ids) =>
        Assert.Equal(ids, await Found(body));
}
