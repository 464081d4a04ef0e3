namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>Programs without a separate class for mail.</summary>
public class ConsoleTests
{
    [Fact]
    public Task SMTP4001_a_Main_with_a_local_from_the_environment() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Program
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  static int Main(string[] args)
                  {
                      var user = "alerts@contoso.com";
            -         var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("SMTP_PASSWORD is not set.");

                      var message = new MimeMessage { Subject = "Report" };
                      message.From.Add(new MailboxAddress("Reports", user));
                      message.To.Add(new MailboxAddress("Operations", "ops@contoso.com"));
                      var body = new BodyBuilder { TextBody = "See attachment." };
                      body.Attachments.Add("report.csv", "a;b\n1;2\n"u8.ToArray());
                      message.Body = body.ToMessageBody();

                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         [|client.Authenticate(user, password!)|];
            +         var accessToken = Credential.GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +         client.Authenticate(new SaslMechanismOAuth2(user, accessToken.Token));
                      client.Send(message);
                      return 0;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_a_program_that_awaits() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              var message = new MimeMessage { Subject = "Disk full", Body = new TextPart("plain") { Text = "Now." } };
              message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
              message.To.Add(MailboxAddress.Parse("ops@contoso.com"));

              using var client = new SmtpClient();
              await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - await [|client.AuthenticateAsync("alerts@contoso.com", args[0])|]; // once a day
            + var accessToken = await new DefaultAzureCredential().GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token)); // once a day
              await client.SendAsync(message);
              await client.DisconnectAsync(true);
            """
        );

    [Fact]
    public Task SMTP4001_a_program_that_does_not_await_with_a_const() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              const string User = "alerts@contoso.com";
            - const string Password = "P@ssw0rd!"; // changed every spring
            + // changed every spring
              var message = new MimeMessage(
                  [MailboxAddress.Parse(User)], [MailboxAddress.Parse("ops@contoso.com"), MailboxAddress.Parse("boss@contoso.com")],
                  "Ärger", new TextPart("html") { Text = "<p>Grüße</p>" });

              using (var smtp = new SmtpClient())
              {
                  smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                  // Sign in.
            -     [|smtp.Authenticate(User, Password)|];
            +     var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +     smtp.Authenticate(new SaslMechanismOAuth2(User, accessToken.Token));
                  smtp.Send(message);
                  smtp.Disconnect(true);
              }
            """
        );

    [Fact]
    public Task SMTP4001_an_encoding_and_comments() =>
        RoundTrip.VerifyAsync(
            """
            - using System.Text;
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MimeKit;

              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
            - [|client.Authenticate(Encoding.UTF8,
            -     "alerts@contoso.com" /* the shared mailbox */, // no alias
            -     args[0])|];
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + client.Authenticate(new MailKit.Security.SaslMechanismOAuth2("alerts@contoso.com" /* the shared mailbox */, // no alias
            +     accessToken.Token));
              client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4001_blocks_on_a_task() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Program
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  static void Main()
                  {
                      var message = new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" });
                      using var client = new SmtpClient();
                      client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls).Wait();
            -         [|client.AuthenticateAsync("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"))|].GetAwaiter().GetResult();
            +         var accessToken = Credential.GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            +         client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token)).GetAwaiter().GetResult();
                      client.SendAsync(message).Wait();
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_names_the_arguments() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Security;
              using MimeKit;
              using SmtpClient = MailKit.Net.Smtp.SmtpClient;

              using var client = new SmtpClient();
              client.Connect(host: "smtp.office365.com", port: 587, options: SecureSocketOptions.StartTls);
            - [|client.Authenticate(password: args[0], userName: "alerts@contoso.com")|];
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + client.Authenticate(new SaslMechanismOAuth2(auth_token: accessToken.Token, userName: "alerts@contoso.com"));
              client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4001_removed_XOAUTH2() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);

            - // We have no token.
            - client.AuthenticationMechanisms.Remove("XOAUTH2");
            -
            - [|client.Authenticate("alerts@contoso.com", args[0])|];
            + var accessToken = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://outlook.office365.com/.default"]), default);
            + client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
              client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4001_signs_in_under_a_condition() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using var client = new SmtpClient();
              await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
              if (client.Capabilities.HasFlag(SmtpCapabilities.Authentication))
            -     await [|client.AuthenticateAsync("alerts@contoso.com", args[0])|];
            +     await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", (await new DefaultAzureCredential().GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), default)).Token));
              await client.SendAsync(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );
}
