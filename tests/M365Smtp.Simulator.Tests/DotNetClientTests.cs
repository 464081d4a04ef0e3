using System.Net.Mail;
using MailKit.Security;

namespace M365Smtp.Simulator.Tests;

public class DotNetClientTests
{
    [Fact]
    public async Task Five_lines_test_a_delivery()
    {
        await using var server = await SmtpSimulator.StartAsync(t => t.Mailbox("alerts@contoso.com", "P@ssw0rd!"));
        using var client = Clients.SystemNetMail(server);

        await client.SendMailAsync(new MailMessage("alerts@contoso.com", "ops@contoso.com", "Disk full", "Now."));

        var message = Assert.Single(server.Messages);
        Assert.Equal("Disk full", message.Header("subject"));
    }

    [Fact]
    public async Task One_line_closes_a_gate()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox("alerts@contoso.com", "P@ssw0rd!", m => m.SmtpClientAuthenticationDisabled())
        );
        using var client = await Clients.MailKitAsync(server);

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() =>
            client.AuthenticateAsync("alerts@contoso.com", "P@ssw0rd!")
        );

        Assert.StartsWith(
            "535: 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.",
            refused.Message
        );
    }

    [Fact]
    public async Task System_Net_Mail_continues_after_a_refused_sign_in_and_gets_the_composite_reply()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.AccountLocked);
        using var client = Clients.SystemNetMail(server);

        var refused = await Assert.ThrowsAsync<SmtpException>(() =>
            client.SendMailAsync(new MailMessage(Scenario.Mailbox, "ops@contoso.com"))
        );

        Assert.Equal(SmtpStatusCode.MustIssueStartTlsFirst, refused.StatusCode);
        Assert.Contains(
            "5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [AM0PR01CA0001",
            refused.Message
        );
    }

    [Fact]
    public async Task MailKit_signs_in_with_a_password_and_sends()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await Clients.MailKitAsync(server);
        await client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password);

        var answer = await client.SendAsync(Clients.Message(text: "a line\r\n.a line with a dot\r\n"));

        Assert.StartsWith("2.0.0 OK <", answer);
        Assert.Contains("\r\n.a line with a dot\r\n", Assert.Single(server.Messages).ToString());
    }

    [Fact]
    public async Task MailKit_signs_in_with_a_token_and_sends()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await Clients.MailKitAsync(server);

        await client.AuthenticateAsync(new SaslMechanismOAuth2(Scenario.Mailbox, Scenario.Token));
        await client.SendAsync(Clients.Message());

        Assert.Equal(Scenario.Mailbox, Assert.Single(server.Messages).Mailbox);
    }

    [Fact]
    public async Task A_wrong_token_gets_the_documented_failure()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await Clients.MailKitAsync(server);

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() =>
            client.AuthenticateAsync(new SaslMechanismOAuth2(Scenario.Mailbox, "of another audience"))
        );

        Assert.StartsWith("535: 5.7.3 Authentication unsuccessful [AM0PR01CA0001", refused.Message);
    }

    [Fact]
    public async Task The_envelope_and_every_byte_can_be_read_back()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var client = await Clients.MailKitAsync(server);
        await client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password);
        var sent = Clients.Message(text: "grüße");
        sent.Bcc.Add(MimeKit.MailboxAddress.Parse("hidden@contoso.com"));

        await client.SendAsync(sent);

        var message = Assert.Single(server.Messages);
        Assert.Equal(
            (Scenario.Mailbox, "ops@contoso.com hidden@contoso.com"),
            (message.From, string.Join(' ', message.Recipients))
        );
        var read = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(message.ToArray()));
        Assert.Equal((sent.MessageId, "grüße"), (read.MessageId, read.TextBody?.TrimEnd()));
        Assert.Null(message.Header("Bcc"));
    }
}
