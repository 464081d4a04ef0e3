using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Clients that raise SendCompleted.</summary>
public class EventTests
{
    [Fact]
    public Task SMTP4002_a_handler_of_SendCompleted() =>
        ToOAuthAsync(
            """
              using System.ComponentModel;
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              static class Program
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  static void Main(string[] args)
                  {
                      using var done = new ManualResetEventSlim();
                      Exception? failure = null;
            -         var client = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            -         client.Credentials = new NetworkCredential("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"));
            -         client.SendCompleted += (sender, e) =>
            +         var client = new SmtpClient();
            +         Action<object, AsyncCompletedEventArgs> completed = (sender, e) =>
                      {
                          failure = e.Cancelled || (string?)e.UserState != "report" ? new InvalidOperationException() : e.Error;
                          done.Set();
                      };
            -         var message = new MailMessage("alerts@contoso.com", "ops@contoso.com", "Report", "Done.");
            -         client.SendAsync(message, "report");
            +         var message = new MimeMessage(
            +             [MailboxAddress.Parse("alerts@contoso.com")],
            +             [MailboxAddress.Parse("ops@contoso.com")],
            +             "Report",
            +             new TextPart("plain") { Text = "Done." });
            +         _ = SendInBackgroundAsync("report");
            +
            +         async Task SendInBackgroundAsync(object? userToken)
            +         {
            +             Exception? failure = null;
            +             try
            +             {
            +                 message.Headers.Remove(HeaderId.MessageId);
            +                 await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +                 var accessToken = await Credential.GetTokenAsync(
            +                     new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +                     default);
            +                 await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            +                 await client.SendAsync(message);
            +                 await client.DisconnectAsync(true);
            +             }
            +             catch (Exception ex)
            +             {
            +                 failure = ex;
            +             }
            +             completed(client, new AsyncCompletedEventArgs(failure, failure is OperationCanceledException, userToken));
            +             client.Dispose();
            +         }
            +
                      done.Wait();
                      if (failure is not null) throw failure;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_handler_of_its_own_that_disposes_of_the_client() =>
        ToOAuthAsync(
            MigrateAlone,
            """
              using System.ComponentModel;
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public class Mailer(Func<string> readToken)
              {
                  readonly ManualResetEventSlim done = new();
                  Exception? failure;

                  public void Send(string password)
                  {
                      Console.Write(readToken().Length > 99 ? "!" : "");
            -         var client = new [|SmtpClient|]("smtp.office365.com", 587);
            -         client.EnableSsl = true;
            -         client.Credentials = new NetworkCredential("alerts@contoso.com", password);
            -         client.SendCompleted += new SendCompletedEventHandler(OnSent);
            -         client.SendAsync("alerts@contoso.com", "ops@contoso.com", "Report", "Done.", null);
            +         var client = new SmtpClient();
            +         Action<object, AsyncCompletedEventArgs> completed = OnSent;
            +         _ = SendInBackgroundAsync(null);
            +
            +         async Task SendInBackgroundAsync(object? userToken)
            +         {
            +             Exception? failure = null;
            +             try
            +             {
            +                 var message = new MimeMessage();
            +                 message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +                 message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +                 message.Subject = "Report";
            +                 message.Body = new TextPart("plain") { Text = "Done." };
            +                 message.Headers.Remove(HeaderId.MessageId);
            +                 await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +                 // The parameter 'password' is no longer used.
            +                 var accessToken = readToken();
            +                 await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken));
            +                 await client.SendAsync(message);
            +                 await client.DisconnectAsync(true);
            +             }
            +             catch (Exception ex)
            +             {
            +                 failure = ex;
            +             }
            +             completed(client, new AsyncCompletedEventArgs(failure, failure is OperationCanceledException, userToken));
            +             client.Dispose();
            +         }
            +
                      done.Wait();
                      if (failure is not null) throw failure;
                  }

                  void OnSent(object sender, AsyncCompletedEventArgs e)
                  {
                      ((SmtpClient)sender).Dispose();
                      failure = e.Error;
                      done.Set();
                  }
              }
            """
        );
}
