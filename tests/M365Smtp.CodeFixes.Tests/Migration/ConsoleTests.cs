using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Programs without a separate class for mail.</summary>
public class ConsoleTests
{
    [Fact]
    public Task SMTP4002_a_constructor_then_properties() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

            - var message = new MailMessage("alerts@contoso.com", "ops@contoso.com", "Disk full", "Now.");
            - SmtpClient client = new [|SmtpClient|]("smtp.office365.com", 587);
            - client.UseDefaultCredentials = false;
            - client.Credentials = new NetworkCredential("alerts@contoso.com", args[0]);
            - client.EnableSsl = true;
            + var message = new MimeMessage(
            +     [MailboxAddress.Parse("alerts@contoso.com")],
            +     [MailboxAddress.Parse("ops@contoso.com")],
            +     "Disk full",
            +     new TextPart("plain") { Text = "Now." });
            + using SmtpClient client = new SmtpClient();
            + message.Headers.Remove(HeaderId.MessageId);
            + client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            + var accessToken = new DefaultAzureCredential().GetToken(
            +     new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +     default);
            + client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
              client.Send(message);
            + client.Disconnect(true);
            """
        );

    [Fact]
    public Task SMTP4002_comments_inside_what_goes_are_kept() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

            - var message = new MailMessage("alerts@contoso.com", "ops@contoso.com", "Disk full", "Now.");
            - SmtpClient client = new [|SmtpClient|]("smtp.office365.com", 587);
            - client.Credentials = new NetworkCredential(
            -     "alerts@contoso.com", // the service account
            -     args[0]);
            - client.EnableSsl = true; // STARTTLS
            + var message = new MimeMessage(
            +     [MailboxAddress.Parse("alerts@contoso.com")],
            +     [MailboxAddress.Parse("ops@contoso.com")],
            +     "Disk full",
            +     new TextPart("plain") { Text = "Now." });
            + using SmtpClient client = new SmtpClient();
            + message.Headers.Remove(HeaderId.MessageId);
            + // the service account
            + // STARTTLS
            + client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            + var accessToken = new DefaultAzureCredential().GetToken(
            +     new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +     default);
            + client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
              client.Send(message);
            + client.Disconnect(true);
            """
        );

    [Fact]
    public Task SMTP4002_an_initializer_and_a_message_in_parts() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

            - using var smtp = new [|SmtpClient|]("smtp.office365.com")
            - {
            -     Port = 587, // submission
            -     EnableSsl = true,
            -     Timeout = 20000,
            -     Credentials = new NetworkCredential("alerts@contoso.com", args[0]),
            - };
            - smtp.Send("alerts@contoso.com", "ops@contoso.com, boss@contoso.com", "Ärger", "Grüße");
            + using var smtp = new SmtpClient();
            + var message = new MimeMessage();
            + message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            + message.To.AddRange(InternetAddressList.Parse("ops@contoso.com, boss@contoso.com"));
            + message.Subject = "Ärger";
            + message.Body = new TextPart("plain") { Text = "Grüße" };
            + message.Headers.Remove(HeaderId.MessageId);
            + message.Prepare(EncodingConstraint.SevenBit);
            + // submission
            + smtp.Timeout = 20000;
            + smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            + var accessToken = new DefaultAzureCredential().GetToken(
            +     new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +     default);
            + smtp.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            + smtp.Send(message);
            + smtp.Disconnect(true);
            """
        );

    [Fact]
    public Task SMTP4002_a_Main_that_awaits_with_its_handlers() =>
        WithPasswordAsync(
            MigrateAlone,
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              static class Program
              {
                  static async Task<int> Main(string[] args)
                  {
                      var host = "smtp.office365.com";
                      var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD");
            -         using (var client = new [|SmtpClient|](host, 587))
            +         using (var client = new SmtpClient())
                      {
            -             client.EnableSsl = true;
            -             client.Credentials = new NetworkCredential("alerts@contoso.com", password);
            -             using var message = new MailMessage("alerts@contoso.com", "ops@contoso.com") { Subject = "Report", Body = "<p>Done</p>", IsBodyHtml = true };
            +             using var message = new MimeMessage
            +             {
            +                 Subject = "Report",
            +                 Body = new TextPart("html") { Text = "<p>Done</p>" }
            +             };
            +             message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +             message.To.Add(MailboxAddress.Parse("ops@contoso.com"));
                          try
                          {
            -                 await client.SendMailAsync(message).ConfigureAwait(false);
            +                 message.Headers.Remove(HeaderId.MessageId);
            +                 await client.ConnectAsync(host, 587, SecureSocketOptions.StartTls).ConfigureAwait(false);
            +                 await client.AuthenticateAsync("alerts@contoso.com", password!).ConfigureAwait(false);
            +                 await client.SendAsync(message).ConfigureAwait(false);
            +                 await client.DisconnectAsync(true).ConfigureAwait(false);
                          }
            -             catch (SmtpException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy)
            +             catch (SmtpCommandException ex) when (ex.StatusCode == SmtpStatusCode.MailboxBusy)
                          {
                              return 2;
                          }
            -             catch (SmtpException ex)
            +             catch (Exception ex) when (ex is SmtpCommandException or SmtpProtocolException or AuthenticationException
            +                 or SslHandshakeException or ServiceNotAuthenticatedException or ServiceNotConnectedException
            +                 or NotSupportedException or IOException or System.Net.Sockets.SocketException or TimeoutException)
                          {
            -                 Console.Error.WriteLine($"{ex.StatusCode}: {ex.Message}");
            +                 Console.Error.WriteLine($"{(ex as SmtpCommandException)?.StatusCode}: {ex.Message}");
                              return 1;
                          }
                      }
                      return 0;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_target_name_is_left_as_a_note() =>
        ToOAuthAsync(
            Migrate with
            {
                Title = "Migrate to MailKit (leaves a note on TargetName)",
            },
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

            - var smtp = new [|SmtpClient|]("smtp.office365.com", 587);
            - smtp.TargetName = "STARTTLS/smtp.office365.com"; // from a forum
            - smtp.EnableSsl = true;
            - smtp.Credentials = new NetworkCredential("alerts@contoso.com", args[0]);
            + using var smtp = new SmtpClient();

            + // from a forum
            + // TargetName was "STARTTLS/smtp.office365.com". MailKit has no such setting; only Windows sign-in reads it.
            + smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            + var accessToken = new DefaultAzureCredential().GetToken(
            +     new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +     default);
            + smtp.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
              foreach (var to in new[] { "ops@contoso.com", "boss@contoso.com" })
              {
            -     smtp.Send("alerts@contoso.com", to, "Report", "See you.");
            +     var message = new MimeMessage();
            +     message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +     message.To.AddRange(InternetAddressList.Parse(to));
            +     message.Subject = "Report";
            +     message.Body = new TextPart("plain") { Text = "See you." };
            +     message.Headers.Remove(HeaderId.MessageId);
            +     smtp.Send(message);
                  Thread.Sleep(1);
              }
            + smtp.Disconnect(true);
            """
        );

    [Fact]
    public Task SMTP4002_a_requested_delivery_notification_is_left_as_a_note() =>
        ToOAuthAsync(
            Migrate with
            {
                Title = "Migrate to MailKit (leaves a note on DeliveryNotificationOptions)",
            },
            """
            - using System.Net;
              using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Security;
            + using MimeKit;
            + using SmtpClient = MailKit.Net.Smtp.SmtpClient;

              var mail = new MailMessage("alerts@contoso.com", "ops@contoso.com", "Report", "Done.");
            + // MailKit asks for these where SmtpClient.GetDeliveryStatusNotifications is overridden: they are not carried over.
              mail.DeliveryNotificationOptions = DeliveryNotificationOptions.OnFailure;
            - using var smtp = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            - smtp.Credentials = new NetworkCredential("alerts@contoso.com", args[0]);
            - smtp.Send(mail);
            + using var smtp = new SmtpClient();
            + var mimeMessage = MimeMessage.CreateFromMailMessage(mail);
            + mimeMessage.Prepare(EncodingConstraint.SevenBit);
            + smtp.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            + var accessToken = new DefaultAzureCredential().GetToken(
            +     new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +     default);
            + smtp.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            + smtp.Send(mimeMessage);
            + smtp.Disconnect(true);
            """
        );

    [Fact]
    public Task SMTP4002_a_file_that_goes_on_with_another_provider() =>
        ToOAuthAsync(
            """
            - using System.Net;
              using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Security;
            + using MimeKit;

            - using (var inside = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", args[0]) })
            -     inside.Send("alerts@contoso.com", "ops@contoso.com", "Report", "Inside.");
            + using (var inside = new MailKit.Net.Smtp.SmtpClient())
            + {
            +     var message = new MimeMessage();
            +     message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +     message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +     message.Subject = "Report";
            +     message.Body = new TextPart("plain") { Text = "Inside." };
            +     message.Headers.Remove(HeaderId.MessageId);
            +     inside.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +     var accessToken = new DefaultAzureCredential().GetToken(
            +         new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +         default);
            +     inside.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            +     inside.Send(message);
            +     inside.Disconnect(true);
            + }

              if (args.Length > 1)
              {
                  using var outside = new SmtpClient("smtp.fabrikam.com", 25);
                  outside.Send("alerts@contoso.com", "customer@fabrikam.com", "Report", "Outside.");
              }
            """
        );

    [Fact]
    public Task SMTP4002_two_clients_in_one_file() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              Send("ops@contoso.com", args[0]);
              Remind("boss@contoso.com", args[0]);

              static void Send(string to, string password)
              {
            -     var client = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", password) };
            +     using var client = new SmtpClient();
                  try
                  {
            -         client.Send("alerts@contoso.com", to, "Report", "Done.");
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.AddRange(InternetAddressList.Parse(to));
            +         message.Subject = "Report";
            +         message.Body = new TextPart("plain") { Text = "Done." };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         // The parameter 'password' is no longer used.
            +         var accessToken = new DefaultAzureCredential().GetToken(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            +         client.Send(message);
            +         client.Disconnect(true);
                  }
            -     catch (SmtpException)
            +     catch (Exception ex) when (ex is SmtpCommandException or SmtpProtocolException
            +         or AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException
            +         or ServiceNotConnectedException or NotSupportedException or IOException or System.Net.Sockets.SocketException
            +         or TimeoutException or AuthenticationFailedException)
                  {
                      Console.WriteLine("Not sent.");
                      throw;
                  }
              }

              static void Remind(string to, string password)
              {
            -     var client = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", password) };
            -     if (to.Length > 0) client.Send("alerts@contoso.com", to, "Reminder", "Still done.");
            +     using var client = new SmtpClient();
            +     if (to.Length > 0)
            +     {
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.AddRange(InternetAddressList.Parse(to));
            +         message.Subject = "Reminder";
            +         message.Body = new TextPart("plain") { Text = "Still done." };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         // The parameter 'password' is no longer used.
            +         var accessToken2 = new DefaultAzureCredential().GetToken(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken2.Token));
            +         client.Send(message);
            +         client.Disconnect(true);
            +     }
                  else Console.WriteLine("Nobody to remind.");
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_task_that_a_synchronous_program_waits_for() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

            - SmtpClient client = [|new|]("smtp.office365.com", 587);
            - client.EnableSsl = true;
            - client.Credentials = new NetworkCredential { UserName = "alerts@contoso.com", Password = args[0] };
            - var message = new MailMessage { From = new MailAddress("alerts@contoso.com", "Alerts"), Subject = "Grüße", Body = "Ä" };
            - message.To.Add("ops@contoso.com");
            - message.CC.Add("boss@contoso.com");
            + using SmtpClient client = new();
            + var message = new MimeMessage
            + {
            +     From = { new MailboxAddress("Alerts", "alerts@contoso.com") },
            +     Subject = "Grüße",
            +     Body = new TextPart("plain") { Text = "Ä" }
            + };
            + message.To.Add(MailboxAddress.Parse("ops@contoso.com"));
            + message.Cc.Add(MailboxAddress.Parse("boss@contoso.com"));
              message.Headers.Add("X-Ticket", "4711");
            - client.SendMailAsync(message).GetAwaiter().GetResult();
            + message.Headers.Remove(HeaderId.MessageId);
            + message.Prepare(EncodingConstraint.SevenBit);
            + client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            + var accessToken = new DefaultAzureCredential().GetToken(
            +     new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +     default);
            + client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            + client.SendAsync(message).GetAwaiter().GetResult();
            + client.Disconnect(true);
            """
        );

    [Fact]
    public Task SMTP4002_a_program_with_qualified_names() =>
        ToOAuthAsync(
            """
            - var client = new [|System.Net.Mail.SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            - client.Credentials = new System.Net.NetworkCredential("alerts@contoso.com", args[0]);
            + using var client = new MailKit.Net.Smtp.SmtpClient();
              try
              {
            -     client.Send("alerts@contoso.com", "ops@contoso.com", "Report", "Done.");
            +     var message = new MimeKit.MimeMessage();
            +     message.From.Add(MimeKit.MailboxAddress.Parse("alerts@contoso.com"));
            +     message.To.AddRange(MimeKit.InternetAddressList.Parse("ops@contoso.com"));
            +     message.Subject = "Report";
            +     message.Body = new MimeKit.TextPart("plain") { Text = "Done." };
            +     message.Headers.Remove(MimeKit.HeaderId.MessageId);
            +     client.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
            +     var accessToken = new Azure.Identity.DefaultAzureCredential().GetToken(
            +         new Azure.Core.TokenRequestContext(["https://outlook.office365.com/.default"]),
            +         default);
            +     client.Authenticate(new MailKit.Security.SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            +     client.Send(message);
            +     client.Disconnect(true);
              }
            - catch (System.Net.Mail.SmtpException)
            + catch (Exception ex) when (ex is MailKit.Net.Smtp.SmtpCommandException or MailKit.Net.Smtp.SmtpProtocolException
            +     or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException
            +     or MailKit.ServiceNotAuthenticatedException or MailKit.ServiceNotConnectedException or NotSupportedException
            +     or IOException or System.Net.Sockets.SocketException or TimeoutException
            +     or Azure.Identity.AuthenticationFailedException)
              {
                  Console.Error.WriteLine("Not sent.");
                  throw;
              }
            """
        );
}
