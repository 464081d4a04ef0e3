using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace M365Smtp.CodeFixes.Tests;

/// <summary>"Fix all Microsoft 365 settings of this client" leaves no finding about its host, port or TLS.</summary>
public class WholeClientTests
{
    [Theory]
    [InlineData(
        """using var c = new System.Net.Mail.SmtpClient("smtp.office365.com"); c.Send("a@contoso.com", "b@contoso.com", "", "");"""
    )]
    [InlineData(
        """using var c = new System.Net.Mail.SmtpClient("outlook.office365.com", 465) { EnableSsl = true }; c.Send("a@contoso.com", "b@contoso.com", "", "");"""
    )]
    [InlineData(
        """var c = new System.Net.Mail.SmtpClient(); c.Host = "smtp.office.com"; c.Port = 25; c.EnableSsl = false; c.Send("a@contoso.com", "b@contoso.com", "", "");"""
    )]
    [InlineData(
        """var c = new System.Net.Mail.SmtpClient { Host = "smtp-legacy.office365.com", Port = 2525 }; c.Send("a@contoso.com", "b@contoso.com", "", "");"""
    )]
    [InlineData(
        """var c = new System.Net.Mail.SmtpClient("contoso-com.mail.protection.outlook.com", 25) { Credentials = new NetworkCredential("a@contoso.com", args[0]) }; c.Send("a@contoso.com", "b@contoso.com", "", "");"""
    )]
    [InlineData(
        """using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect("outlook.office365.com", 465, true); c.Authenticate("a@contoso.com", args[0]);"""
    )]
    [InlineData(
        """using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect("smtp.office365.com", 25, MailKit.Security.SecureSocketOptions.None); c.Authenticate("a@contoso.com", args[0]);"""
    )]
    [InlineData(
        """using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect("smtp.office365.com"); c.Authenticate("a@contoso.com", args[0]);"""
    )]
    [InlineData(
        """using var c = new MailKit.Net.Smtp.SmtpClient { ServerCertificateValidationCallback = (s, x, y, e) => true }; c.Connect("smtp.office365.com", 465, useSsl: true); c.Authenticate("a@contoso.com", args[0]);"""
    )]
    [InlineData(
        """using var c = new MailKit.Net.Smtp.SmtpClient(); c.Connect(options: MailKit.Security.SecureSocketOptions.SslOnConnect, host: "smtp.live.com", port: 465); c.Authenticate("a@hotmail.com", args[0]);"""
    )]
    public async Task No_endpoint_or_transport_finding_is_left(string code)
    {
        var fix = new Fix(FixKeys.Client, FixKeys.ClientTitle);
        var solution = MailProject.Create([MarkedFile.Parse("Mail.cs", code)]);
        Assert.Empty(await solution.ErrorsAsync());
        var actions = new List<CodeAction>();
        foreach (var finding in await ConnectionAsync(solution, fix))
            actions.AddRange(await fix.ActionsAsync(solution, finding));
        // A client with one such finding needs no combined action.
        solution = await Fix.ResultAsync(
            actions.Find(action => action.EquivalenceKey == FixKeys.Client) ?? actions.Single(),
            solution
        );
        Assert.Empty(await solution.ErrorsAsync());
        Assert.Empty(await ConnectionAsync(solution, fix));
    }

    static async Task<IEnumerable<Diagnostic>> ConnectionAsync(Solution solution, Fix fix) =>
        from finding in await solution.Projects.Single().FindingsAsync(fix.Analyzer)
        where
            finding.Id.StartsWith("SMTP1", StringComparison.Ordinal)
            || finding.Id.StartsWith("SMTP2", StringComparison.Ordinal)
        select finding;
}
