namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>
/// An Azure.Identity credential caches its tokens, so a program has one credential, not one per message.
/// </summary>
public class SharedCredentialTests
{
    [Fact]
    public Task SMTP4001_two_methods_of_a_class_share_a_credential() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Alerts
              {
                  static readonly TimeSpan s_pause = TimeSpan.Zero;
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     static readonly TokenCredential s_credential = new DefaultAzureCredential();

                  static void Send(string address)
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         [|client.Authenticate("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD")!)|];
            +         var accessToken = s_credential.GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
                      client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse(address)], "Disk", new TextPart("plain") { Text = "full" }));
                      client.Disconnect(true);
                  }

                  static async Task SendAsync(string address)
                  {
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         await [|client.AuthenticateAsync("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD")!)|];
            +         var accessToken = await s_credential.GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
                      await client.DisconnectAsync(true);
                      await Task.Delay(s_pause);
                  }

                  static async Task Main()
                  {
                      Send("ops@contoso.com");
                      await SendAsync("noc@contoso.com");
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_a_loop_of_a_program_has_one_credential() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              // One is enough for a test.
            + // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            + var credential = new DefaultAzureCredential();
              foreach (var to in new[] { "ops@contoso.com" })
              {
                  using var client = new SmtpClient();
                  client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -     [|client.Authenticate("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD")!)|];
            +     var accessToken = credential.GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +     client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
                  client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse(to)], "Disk", new TextPart("plain") { Text = "full" }));
                  client.Disconnect(true);
              }
            """
        );

    [Fact]
    public Task SMTP4001_a_function_of_a_program_has_one_credential() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

            + // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            + var credential = new DefaultAzureCredential();
              Send("ops@contoso.com");

              void Send(string to)
              {
                  using var client = new SmtpClient();
                  client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -     [|client.Authenticate("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD")!)|];
            +     var accessToken = credential.GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +     client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
                  client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse(to)], "Disk", new TextPart("plain") { Text = "full" }));
                  client.Disconnect(true);
              }
            """
        );
}
