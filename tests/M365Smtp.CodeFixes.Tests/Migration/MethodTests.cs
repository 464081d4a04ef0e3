using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Methods that create the client for others, and helpers that do everything.</summary>
public class MethodTests
{
    [Fact]
    public Task SMTP4002_a_factory_of_one_expression() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              static class Mail
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public static void Send(string password)
                  {
                      using var client = Make(password);
            -         using var message = new MailMessage("alerts@contoso.com", "ops@contoso.com", "Report", "Done.");
            +         using var message = new MimeMessage(
            +             [MailboxAddress.Parse("alerts@contoso.com")],
            +             [MailboxAddress.Parse("ops@contoso.com")],
            +             "Report",
            +             new TextPart("plain") { Text = "Done." });
            +         message.Headers.Remove(HeaderId.MessageId);
                      client.Send(message);
            +         client.Disconnect(true);
                  }

            -     private static SmtpClient Make(string password) => new [|SmtpClient|]("smtp.office365.com")
            +     private static SmtpClient Make(string password)
                  {
            -         Port = 587,
            -         EnableSsl = true,
            -         Credentials = new NetworkCredential("alerts@contoso.com", password),
            -     };
            +         var client = new SmtpClient();
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         // The parameter 'password' is no longer used.
            +         var accessToken = Credential.GetToken(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            +         return client;
            +     }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_factory_with_a_local_and_callers_that_await() =>
        ToOAuthAsync(
            """
            - using System.Net;
              using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Security;
              using Microsoft.Extensions.Configuration;
            + using MimeKit;
            + using SmtpClient = MailKit.Net.Smtp.SmtpClient;

              public class ReportMailer(IConfiguration configuration)
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public async Task SendReportAsync(MailMessage report)
                  {
            -         var client = CreateClient();
            -         await client.SendMailAsync(report).ConfigureAwait(false);
            +         using var client = await CreateClientAsync().ConfigureAwait(false);
            +         var mimeMessage = MimeMessage.CreateFromMailMessage(report);
            +         mimeMessage.Prepare(EncodingConstraint.SevenBit);
            +         await client.SendAsync(mimeMessage).ConfigureAwait(false);
            +         await client.DisconnectAsync(true).ConfigureAwait(false);
                  }

            -     public Task SendSummaryAsync(string text)
            +     public async Task SendSummaryAsync(string text)
                  {
            -         var client = CreateClient();
            -         return client.SendMailAsync("alerts@contoso.com", "ops@contoso.com", configuration["Summary:Title"], text);
            +         using var client = await CreateClientAsync();
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +         message.Subject = configuration["Summary:Title"] ?? "";
            +         message.Body = new TextPart("plain") { Text = text };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         message.Prepare(EncodingConstraint.SevenBit);
            +         await client.SendAsync(message);
                  }

            -     private SmtpClient CreateClient()
            +     private async Task<SmtpClient> CreateClientAsync()
                  {
            -         var client = new [|SmtpClient|]("smtp.office365.com", 587);
            -         client.EnableSsl = true;
            -         client.UseDefaultCredentials = false;
            -         client.Credentials = new NetworkCredential("alerts@contoso.com", configuration["Smtp:Password"]);
            +         var client = new SmtpClient();
            +         await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls).ConfigureAwait(false);
            +         var accessToken = await Credential.GetTokenAsync(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default).ConfigureAwait(false);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(
            +             "alerts@contoso.com",
            +             accessToken.Token)).ConfigureAwait(false);
                      return client;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_static_helper_with_target_typed_new_and_a_finally() =>
        ToOAuthAsync(
            MigrateAlone,
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              internal static class MailHelper
              {
            -     internal static bool SendMail(string password, string subject, string body)
            +     internal static bool SendMail(string password, string subject, string body, Func<string> getAccessToken)
                  {
                      SmtpClient? client = null;
                      try
                      {
                          client = new [|SmtpClient|]();
            -             client.Host = "smtp.office365.com";
            -             client.Port = 587;
            -             client.EnableSsl = true;
            -             client.Credentials = new NetworkCredential("alerts@contoso.com", password);
            -             client.Send("alerts@contoso.com", "ops@contoso.com", subject, body);
            +             var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +             message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +             message.Subject = subject;
            +             message.Body = new TextPart("plain") { Text = body };
            +             message.Headers.Remove(HeaderId.MessageId);
            +             message.Prepare(EncodingConstraint.SevenBit);
            +             client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +             // The parameter 'password' is no longer used.
            +             var accessToken = getAccessToken();
            +             client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken));
            +             client.Send(message);
            +             client.Disconnect(true);
                          return true;
                      }
                      finally
                      {
                          client?.Dispose();
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_helper_with_null_for_what_may_be_left_out() =>
        WithPasswordAsync(
            MigrateAlone with
            {
                Reveals = ["SMTP4001"],
            },
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public static class Mailer
              {
                  public static void SendMail(string user, string password, string? body = null, bool ssl = true)
                  {
            -         using SmtpClient smtp = [|new|]("smtp.office365.com", 587) { EnableSsl = ssl };
            -         if (user.Length > 0)
            -             smtp.Credentials = new NetworkCredential(user, password);
            -         if (password.Length > 0) smtp.Send(user, "ops@contoso.com", "Ping", body);
            +         using SmtpClient smtp = new();
            +         if (password.Length > 0)
            +         {
            +             var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse(user));
            +             message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +             message.Subject = "Ping";
            +             message.Body = new TextPart("plain") { Text = body ?? "" };
            +             message.Headers.Remove(HeaderId.MessageId);
            +             message.Prepare(EncodingConstraint.SevenBit);
            +             smtp.Connect("smtp.office365.com", 587, ssl ? SecureSocketOptions.StartTls : SecureSocketOptions.None);
            +             if (user.Length > 0)
            +                 smtp.Authenticate(user, password);
            +             smtp.Send(message);
            +             smtp.Disconnect(true);
            +         }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_braces_on_one_line_that_only_speak_of_sending() =>
        WithPasswordAsync(
            MigrateAlone,
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public static class Mail
              {
                  public static void Send(string password)
                  {
            -         using var client = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            -         client.Credentials = new NetworkCredential("alerts@contoso.com", password);
            -         if (password.Length > 0) { Console.WriteLine("client.Send"); client.Send("alerts@contoso.com", "ops@contoso.com", "s", "b"); }
            +         using var client = new SmtpClient();
            +         if (password.Length > 0)
            +         {
            +             Console.WriteLine("client.Send");
            +             var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +             message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +             message.Subject = "s";
            +             message.Body = new TextPart("plain") { Text = "b" };
            +             message.Headers.Remove(HeaderId.MessageId);
            +             client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +             client.Authenticate("alerts@contoso.com", password);
            +             client.Send(message);
            +             client.Disconnect(true);
            +         }
                  }
              }
            """
        );
}
