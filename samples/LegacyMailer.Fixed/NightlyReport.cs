using Azure.Core;
using Azure.Identity;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LegacyMailer;

/// <summary>Mails the sales of the day to the management, from a scheduled task.</summary>
static class NightlyReport
{
    const string Host = "smtp.office365.com";
    const int Port = 587;

    public static void Send(string sales)
    {
        using var client = new SmtpClient();
        // UseDefaultCredentials was true. Microsoft 365 takes no Windows sign-in, so it is the Credentials that count.
        client.Connect(Host, Port, SecureSocketOptions.StartTls);
        var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
        client.Authenticate(new SaslMechanismOAuth2("reports@contoso.com", accessToken.Token));
        client.Send(new MimeMessage([MailboxAddress.Parse("reports@contoso.com")], InternetAddressList.Parse("management@contoso.com"), "Sales of the day", new TextPart("plain") { Text = sales }));
        client.Disconnect(true);
    }
}
