namespace M365Smtp.Tool.Tests;

/// <summary>'m365smtp facts' answers rule developers: what is known about this client, and why is nothing
/// reported?</summary>
public sealed class FactsTests
{
    [Fact]
    public async Task It_shows_each_fact_with_its_line_and_never_the_secret()
    {
        var run = await RunAsync(
            """
            using System.Net;
            using System.Net.Mail;
            class C
            {
                void M(MailMessage message)
                {
                    var client = new SmtpClient("smtp.office365.com", 465) { EnableSsl = true };
                    client.Credentials = new NetworkCredential("app@contoso.com", "Orders-2019!");
                    client.Send(message);
                }
            }
            """
        );
        Assert.Contains("host         smtp.office365.com (line 7 of Mail.cs)", run);
        Assert.Contains("port         465 (line 7 of Mail.cs)", run);
        Assert.Contains("login        app@contoso.com (line 8 of Mail.cs)", run);
        Assert.Contains("SMTP1004", run);
        Assert.DoesNotContain("Orders-2019!", run);
    }

    [Fact]
    public async Task It_shows_what_the_code_around_a_client_adds()
    {
        var run = await RunAsync(
            """
            using System.Net.Mail;
            class C
            {
                readonly SmtpClient client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                void M(MailMessage[] messages)
                {
                    System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls11;
                    foreach (var message in messages)
                        client.Send(message);
                }
            }
            """
        );
        Assert.Contains("pace         LoopWithoutPause (line 8 of Mail.cs)", run);
        Assert.Contains("old TLS      TLS 1.1 (line 7 of Mail.cs)", run);
    }

    [Theory]
    [InlineData("class C { }", "Not analyzed: no word in this file is about mail.")]
    [InlineData("class C { string Smtp; }", "No mail client was seen")]
    [InlineData(
        "using System.Net.Mail; class C { void M(MailMessage m, string host) { new SmtpClient(host, 465).Send(m); } }",
        "the host is unknown, so no rule about Microsoft 365 applies"
    )]
    [InlineData(
        "using System.Net.Mail; class C { void M(MailMessage m) { new SmtpClient(\"localhost\", 25).Send(m); } }",
        "the host is not one of Microsoft 365's"
    )]
    public async Task It_says_why_nothing_is_reported(string code, string reason) =>
        Assert.Contains(reason, await RunAsync(code));

    [Fact]
    public async Task A_file_that_does_not_exist_is_wrong_usage() =>
        Assert.Equal(3, (await ToolRun.OfAsync("facts", "/none/Such.cs")).ExitCode);

    static async Task<string> RunAsync(string code)
    {
        var folder = Directory.CreateTempSubdirectory("m365smtp-facts-").FullName;
        try
        {
            var file = Path.Combine(folder, "Mail.cs");
            await File.WriteAllTextAsync(file, code);
            var run = await ToolRun.OfAsync("facts", file);
            Assert.Equal(0, run.ExitCode);
            return run.Out;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
