using M365Smtp.CodeFixes.Tests.Harness;

namespace M365Smtp.CodeFixes.Tests.Rules;

/// <summary>Azure Communication Services: port, STARTTLS and scope.</summary>
public class CommunicationFixTests
{
    static string MailKit(string connect) =>
        $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using var client = new SmtpClient();
            client.Connect({{connect}}); // once
            client.Authenticate("contoso-mail", args[0]);
            """;

    static string NetMail(string creation) =>
        $$"""
            using System.Net.Mail;
            var client = {{creation}};
            client.Credentials = new NetworkCredential("contoso-mail", args[0]);
            client.Send("donotreply@contoso.com", args[1], "s", "b");
            """;

    [Theory]
    [InlineData("465", "587")]
    [InlineData("2525", "587")]
    public Task SMTP1009_another_port(string wrong, string right) =>
        Fix.Verify(
            "SMTP1009",
            "Use port 587",
            MailKit($"\"smtp.azurecomm.net\", [|{wrong}|], SecureSocketOptions.StartTls"),
            MailKit($"\"smtp.azurecomm.net\", {right}, SecureSocketOptions.StartTls")
        );

    [Fact]
    public Task SMTP1009_takes_implicit_TLS_along() =>
        Fix.Verify(
            "SMTP1009",
            "Use port 587",
            MailKit("\"smtp.azurecomm.net\", /* sic */ [|465|], SecureSocketOptions.SslOnConnect"),
            MailKit("\"smtp.azurecomm.net\", /* sic */ 587, SecureSocketOptions.StartTls")
        );

    [Fact]
    public Task SMTP1009_in_System_Net_Mail() =>
        Fix.Verify(
            "SMTP1009",
            "Use port 587",
            NetMail("new SmtpClient(\"smtp.azurecomm.net\", [|465|]) { EnableSsl = true }"),
            NetMail("new SmtpClient(\"smtp.azurecomm.net\", 587) { EnableSsl = true }")
        );

    [Theory]
    [InlineData("SecureSocketOptions.None")]
    [InlineData("SecureSocketOptions.Auto")]
    [InlineData("SecureSocketOptions.SslOnConnect")]
    public Task SMTP2006_another_kind_of_TLS(string wrong) =>
        Fix.Verify(
            "SMTP2006",
            "Require STARTTLS",
            MailKit($"\"smtp.azurecomm.net\", 587, [|{wrong}|]"),
            MailKit("\"smtp.azurecomm.net\", 587, SecureSocketOptions.StartTls")
        );

    [Fact]
    public Task SMTP2006_in_System_Net_Mail() =>
        Fix.Verify(
            "SMTP2006",
            "Require STARTTLS",
            NetMail("[|new SmtpClient(\"smtp.azurecomm.net\", 587)|]"),
            NetMail("new SmtpClient(\"smtp.azurecomm.net\", 587) { EnableSsl = true }")
        );

    [Theory]
    [InlineData("https://outlook.office365.com/.default")]
    [InlineData("https://graph.microsoft.com/.default")]
    [InlineData("https://outlook.office.com/SMTP.Send")]
    public Task SMTP4011_another_scope(string wrong) =>
        Fix.Verify(
            "SMTP4011",
            "Ask for https://communication.azure.com/.default",
            Token($"[|\"{wrong}\"|]"),
            Token("\"https://communication.azure.com/.default\"")
        );

    static string Token(string scope) =>
        $$"""
            using Azure.Core;
            using Azure.Identity;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            var token = new DefaultAzureCredential().GetToken(new TokenRequestContext(new[] { {{scope}} }), default);
            using var client = new SmtpClient();
            client.Connect("smtp.azurecomm.net", 587, SecureSocketOptions.StartTls);
            client.Authenticate(new SaslMechanismOAuth2("contoso-mail", token.Token));
            """;
}
