using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Controllers, services and workers that create their client where they send.</summary>
public class ClassTests
{
    [Fact]
    public Task SMTP4002_a_controller_with_options() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
              using Microsoft.AspNetCore.Mvc;
              using Microsoft.Extensions.Logging;
              using Microsoft.Extensions.Options;
            + using MimeKit;

              public class MailOptions
              {
                  public string User { get; set; } = "";
                  public string Password { get; set; } = "";
              }

              [ApiController, Route("contact")]
              public class ContactController(IOptions<MailOptions> options) : ControllerBase
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  [HttpPost]
                  public async Task<IActionResult> SendAsync([FromBody] string text, CancellationToken cancellationToken)
                  {
                      var mail = options.Value;
            -         using var client = new [|SmtpClient|]
            -         {
            -             Host = "smtp.office365.com",
            -             Port = 587,
            -             EnableSsl = true,
            -             DeliveryMethod = SmtpDeliveryMethod.Network,
            -             UseDefaultCredentials = false,
            -             Credentials = new NetworkCredential(mail.User, mail.Password)
            -         };
            +         using var client = new SmtpClient();

            -         using var message = new MailMessage(mail.User, "ops@contoso.com") { Subject = "Contact form", Body = text };
            -         message.ReplyToList.Add(new MailAddress("customer@fabrikam.com", "A customer"));
            -         message.Priority = MailPriority.High;
            -         await client.SendMailAsync(message, cancellationToken);
            +         using var message = new MimeMessage { Subject = "Contact form", Body = new TextPart("plain") { Text = text } };
            +         message.From.Add(MailboxAddress.Parse(mail.User));
            +         message.To.Add(MailboxAddress.Parse("ops@contoso.com"));
            +         message.ReplyTo.Add(new MailboxAddress("A customer", "customer@fabrikam.com"));
            +         message.Importance = MessageImportance.High;
            +         message.Priority = MessagePriority.Urgent;
            +         message.XPriority = XMessagePriority.Highest;
            +         message.Headers.Remove(HeaderId.MessageId);
            +         message.Prepare(EncodingConstraint.SevenBit);
            +         await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, cancellationToken);
            +         var accessToken = await Credential.GetTokenAsync(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             cancellationToken);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(mail.User, accessToken.Token), cancellationToken);
            +         await client.SendAsync(message, cancellationToken);
            +         await client.DisconnectAsync(true, cancellationToken);
                      return Ok();
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_worker_with_a_credential_in_scope() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
              using Azure.Core;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
              using Microsoft.Extensions.Configuration;
              using Microsoft.Extensions.Hosting;
            + using MimeKit;

              public class NightlyReport(IConfiguration configuration, TokenCredential credential) : BackgroundService
              {
                  public Task SendAsync() => ExecuteAsync(CancellationToken.None);

                  protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                  {
            -         var login = new NetworkCredential("alerts@contoso.com", configuration["Smtp:Password"]);
            -         using var client = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true, Credentials = login };
            +         var accessToken = await credential.GetTokenAsync(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             stoppingToken);
            +         var login = new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token);
            +         using var client = new SmtpClient();
            +         await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, stoppingToken);
            +         await client.AuthenticateAsync(login, stoppingToken);
                      foreach (var to in new[] { "ops@contoso.com", "boss@contoso.com" })
                      {
            -             using var message = new MailMessage("alerts@contoso.com", to, configuration["Report:Title"], "See attachment.");
            -             message.Attachments.Add(new Attachment(new MemoryStream("a;b\n1;2\n"u8.ToArray()), "report.csv", "text/csv"));
            -             await client.SendMailAsync(message, stoppingToken);
            +             using var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +             message.To.AddRange(InternetAddressList.Parse(to));
            +             message.Subject = configuration["Report:Title"] ?? "";
            +             var builder = new BodyBuilder { TextBody = "See attachment." };
            +             builder.Attachments.Add(new MimePart("text/csv")
            +             {
            +                 Content = new MimeContent(new MemoryStream("a;b\n1;2\n"u8.ToArray())),
            +                 ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            +                 ContentTransferEncoding = ContentEncoding.Base64,
            +                 FileName = "report.csv",
            +             });
            +             message.Body = builder.ToMessageBody();
            +             message.Headers.Remove(HeaderId.MessageId);
            +             await client.SendAsync(message, stoppingToken);
                          await Task.Delay(1, stoppingToken);
                      }
            +         await client.DisconnectAsync(true, stoppingToken);
                      Console.WriteLine(credential);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_service_with_its_own_failure_result() =>
        ToOAuthAsync(
            MigrateAlone,
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public class Mailer
              {
            +     private readonly Func<string> getAccessToken;
            +
            +     public Mailer(Func<string> getAccessToken) => this.getAccessToken = getAccessToken;
            +
                  public string SendWith(string user, string password)
                  {
            -         var client = new [|SmtpClient|]("smtp.office365.com", 587);
            -         client.Credentials = new NetworkCredential(user, password);
            -         client.EnableSsl = true;
            +         using var client = new SmtpClient();
                      try
                      {
            -             client.Send(user, "ops@contoso.com", "Hello", "You.");
            +             var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse(user));
            +             message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +             message.Subject = "Hello";
            +             message.Body = new TextPart("plain") { Text = "You." };
            +             message.Headers.Remove(HeaderId.MessageId);
            +             client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +             // The parameter 'password' is no longer used.
            +             var accessToken = getAccessToken();
            +             client.Authenticate(new SaslMechanismOAuth2(user, accessToken));
            +             client.Send(message);
            +             client.Disconnect(true);
                          return "sent";
                      }
            -         catch (SmtpFailedRecipientException ex)
            +         catch (SmtpCommandException ex) when (ex.ErrorCode == SmtpErrorCode.RecipientNotAccepted)
                      {
            -             return ex.FailedRecipient ?? "";
            +             return ex.Mailbox?.Address ?? "";
                      }
            -         catch (SmtpException ex)
            +         catch (Exception ex) when (ex is SmtpCommandException or SmtpProtocolException or AuthenticationException
            +             or SslHandshakeException or ServiceNotAuthenticatedException or ServiceNotConnectedException
            +             or NotSupportedException or IOException or System.Net.Sockets.SocketException or TimeoutException)
                      {
            -             switch (ex.StatusCode)
            +             switch (ex is AuthenticationException ? SmtpStatusCode.AuthenticationRequired : (ex as SmtpCommandException)?.StatusCode)
                          {
            -                 case SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.LocalErrorInProcessing: return "later";
            -                 case SmtpStatusCode.GeneralFailure: return "no connection";
            +                 case SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ErrorInProcessing: return "later";
            +                 case null: return "no connection";
                              default: Console.Error.WriteLine(ex.InnerException?.Message ?? ex.Message); throw;
                          }
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_service_behind_an_interface_whose_caller_handles_the_failure() =>
        ToOAuthAsync(
            MigrateAlone,
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public interface IMailer
              {
                  Task DeliverAsync(string to, string text);
              }

              public class Mailer(Func<CancellationToken, Task<string>> getAccessToken) : IMailer
              {
                  private const string Host = "smtp.office365.com";
                  private const int Port = 587;

                  public async Task DeliverAsync(string to, string text)
                  {
            -         using var client = new [|SmtpClient|](Host, Port);
            -         client.EnableSsl = true;
            -         client.Credentials = new NetworkCredential("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"));
            -         await client.SendMailAsync("alerts@contoso.com", to, "Contact form", text);
            +         using var client = new SmtpClient();
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.AddRange(InternetAddressList.Parse(to));
            +         message.Subject = "Contact form";
            +         message.Body = new TextPart("plain") { Text = text };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         message.Prepare(EncodingConstraint.SevenBit);
            +         await client.ConnectAsync(Host, Port, SecureSocketOptions.StartTls);
            +         var accessToken = await getAccessToken(default);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken));
            +         await client.SendAsync(message);
            +         await client.DisconnectAsync(true);
                  }
              }

              public class ContactController(Func<CancellationToken, Task<string>> getAccessToken)
              {
                  public async Task<string> SendAsync(string text)
                  {
                      IMailer mailer = new Mailer(getAccessToken);
                      try
                      {
                          await mailer.DeliverAsync("ops@contoso.com", text);
                          return "Thank you.";
                      }
            -         catch (SmtpException ex) when (ex.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage)
            +         catch (SmtpCommandException ex) when (ex.StatusCode is SmtpStatusCode.MailboxBusy
            +             or SmtpStatusCode.InsufficientStorage)
                      {
                          return "Try again.";
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_service_with_an_MSAL_application_in_scope() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            -
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
              using Microsoft.Identity.Client;
            + using MimeKit;

              public class InvoiceMailer(IConfidentialClientApplication app)
              {
                  public async Task SendInvoiceAsync(string password, CancellationToken cancellationToken)
                  {
                      await app.AcquireTokenForClient(new[] { "https://outlook.office365.com/.default" }).ExecuteAsync(cancellationToken);
                      using (SmtpClient smtp = new [|SmtpClient|]())
                      {
            -             smtp.Host = "smtp.office365.com";
            -             smtp.Port = 587;
            -             smtp.EnableSsl = true;
            -             smtp.DeliveryFormat = SmtpDeliveryFormat.SevenBit;
            -             NetworkCredential login = new NetworkCredential("alerts@contoso.com", password);
            -             smtp.Credentials = login;
            -             using (var mail = new MailMessage("alerts@contoso.com", "ops@contoso.com"))
            +             using (var mail = new MimeMessage())
                          {
            +                 mail.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +                 mail.To.Add(MailboxAddress.Parse("ops@contoso.com"));
                              mail.Subject = "Invoice";
            -                 mail.Body = "<b>12 EUR</b>";
            -                 mail.IsBodyHtml = true;
            -                 await smtp.SendMailAsync(mail, cancellationToken);
            +                 mail.Body = new TextPart("html") { Text = "<b>12 EUR</b>" };
            +                 mail.Headers.Remove(HeaderId.MessageId);
            +                 await smtp.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, cancellationToken);
            +                 var accessToken = await app.AcquireTokenForClient(["https://outlook.office365.com/.default"]).ExecuteAsync(cancellationToken);
            +                 await smtp.AuthenticateAsync(
            +                     new SaslMechanismOAuth2("alerts@contoso.com", accessToken.AccessToken),
            +                     cancellationToken);
            +                 await smtp.SendAsync(mail, cancellationToken);
            +                 await smtp.DisconnectAsync(true, cancellationToken);
                          }
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_background_task_in_a_lambda() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public class Jobs
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public Task SendLaterAsync(string password) => Task.Run(() =>
                  {
            -         var client = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("alerts@contoso.com", password) };
            -         client.Send("alerts@contoso.com", "ops@contoso.com", "Job", "Done.");
            +         var client = new SmtpClient();
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +         message.Subject = "Job";
            +         message.Body = new TextPart("plain") { Text = "Done." };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         // The parameter 'password' is no longer used.
            +         var accessToken = Credential.GetToken(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            +         client.Send(message);
            +         client.Disconnect(true);
                      client.Dispose();
                  });
              }
            """
        );
}
