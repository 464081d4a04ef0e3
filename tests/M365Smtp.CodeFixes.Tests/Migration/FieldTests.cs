using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Classes that keep their client in a field.</summary>
public class FieldTests
{
    [Fact]
    public Task SMTP4002_a_service_whose_constructor_makes_the_client() =>
        ToOAuthAsync(
            MigrateAlone,
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public sealed class AlertService : IDisposable
              {
                  private readonly string _user;
            -     private readonly SmtpClient _client;
            +     private readonly Func<string> _getAccessToken;

            -     public AlertService(string user, string password)
            +     public AlertService(string user, string password, Func<string> getAccessToken)
                  {
                      _user = user;
            -         _client = new [|SmtpClient|]("smtp.office365.com", 587);
            -         _client.EnableSsl = true;
            -         _client.Credentials = new NetworkCredential(user, password);
            +         _getAccessToken = getAccessToken;
                  }

                  public void Send(string text)
                  {
            -         using var message = new MailMessage(_user, "ops@contoso.com", "Alert", text);
            -         _client.Send(message);
            +         using var message = new MimeMessage(
            +             [MailboxAddress.Parse(_user)],
            +             [MailboxAddress.Parse("ops@contoso.com")],
            +             "Alert",
            +             new TextPart("plain") { Text = text });
            +         using var client = new SmtpClient();
            +         message.Headers.Remove(HeaderId.MessageId);
            +         message.Prepare(EncodingConstraint.SevenBit);
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         // The parameter 'password' is no longer used.
            +         var accessToken = _getAccessToken();
            +         client.Authenticate(new SaslMechanismOAuth2(_user, accessToken));
            +         client.Send(message);
            +         client.Disconnect(true);
                  }

            -     public void Dispose() => _client.Dispose();
            +     public void Dispose() { }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_static_field_and_a_task_that_is_handed_on() =>
        ToOAuthAsync(
            """
            - using System.Net;
              using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Security;
            + using MimeKit;
            + using SmtpClient = MailKit.Net.Smtp.SmtpClient;

              public static class Alerts
              {
                  const string Host = "smtp.office365.com";
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     static readonly TokenCredential Credential = new DefaultAzureCredential();

            -     static readonly SmtpClient Client = [|new|](Host, 587)
            +     public static async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
                  {
            -         EnableSsl = true,
            -         Credentials = new NetworkCredential("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD")),
            -     };
            -
            -     public static Task SendAsync(MailMessage message, CancellationToken cancellationToken) => Client.SendMailAsync(message, cancellationToken);
            +         using var client = new SmtpClient();
            +         var mimeMessage = MimeMessage.CreateFromMailMessage(message);
            +         mimeMessage.Prepare(EncodingConstraint.SevenBit);
            +         await client.ConnectAsync(Host, 587, SecureSocketOptions.StartTls, cancellationToken);
            +         var accessToken = await Credential.GetTokenAsync(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             cancellationToken);
            +         await client.AuthenticateAsync(
            +             new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token),
            +             cancellationToken);
            +         await client.SendAsync(mimeMessage, cancellationToken);
            +         await client.DisconnectAsync(true, cancellationToken);
            +     }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_worker_with_a_loop_that_goes_on() =>
        WithPasswordAsync(
            Migrate,
            """
            - using System.Net;
            - using System.Net.Mail;
            + using MailKit;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
              using Microsoft.Extensions.Options;
            + using MimeKit;

              public class MailOptions
              {
                  public string Host { get; set; } = "smtp.office365.com";
                  public int Port { get; set; } = 587;
                  public string User { get; set; } = "";
                  public string Password { get; set; } = "";
              }

              public class Newsletter
              {
            -     private readonly SmtpClient client;
            +     private readonly MailOptions settings;

                  public Newsletter(IOptions<MailOptions> options)
                  {
                      var settings = options.Value;
            -         client = new [|SmtpClient|](settings.Host, settings.Port)
            -         {
            -             EnableSsl = true,
            -             Credentials = new NetworkCredential(settings.User, settings.Password)
            -         };
            +         this.settings = settings;
                  }

                  public async Task SendAllAsync(CancellationToken cancellationToken)
                  {
            +         using var client = new SmtpClient();
                      foreach (var to in new[] { "ops@contoso.com", "boss@contoso.com" })
                      {
                          try
                          {
            -                 await client.SendMailAsync("alerts@contoso.com", to, "News", "None.", cancellationToken);
            +                 var message = new MimeMessage();
            +                 message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +                 message.To.AddRange(InternetAddressList.Parse(to));
            +                 message.Subject = "News";
            +                 message.Body = new TextPart("plain") { Text = "None." };
            +                 message.Headers.Remove(HeaderId.MessageId);
            +                 if (!client.IsConnected)
            +                     await client.ConnectAsync(
            +                         settings.Host,
            +                         settings.Port,
            +                         SecureSocketOptions.StartTls,
            +                         cancellationToken);
            +                 if (!client.IsAuthenticated)
            +                 {
            +                     await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
            +                 }
            +                 await client.SendAsync(message, cancellationToken);
                          }
            -             catch (SmtpException ex)
            +             catch (Exception ex) when (ex is SmtpCommandException or SmtpProtocolException or AuthenticationException
            +                 or SslHandshakeException or ServiceNotAuthenticatedException or ServiceNotConnectedException
            +                 or NotSupportedException or IOException or System.Net.Sockets.SocketException or TimeoutException)
                          {
                              Console.WriteLine($"{to}: {ex.Message}");
                              throw;
                          }
                          await Task.Delay(1, cancellationToken);
                      }
            +         await client.DisconnectAsync(true, cancellationToken);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_class_with_two_methods_that_send() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public class Mailer
              {
            -     private readonly SmtpClient _smtp = new [|SmtpClient|]("smtp.office365.com", 587);
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();

                  public Mailer(string password)
                  {
            -         _smtp.EnableSsl = true;
            -         _smtp.Credentials = new NetworkCredential("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"));
                      Console.Write(password.Length > 99 ? "!" : "");
                  }

                  public void SendBoth(string to)
                  {
            +         using var client = new SmtpClient();
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         var accessToken = Credential.GetToken(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
                      if (to.Length > 0)
            -             _smtp.Send("alerts@contoso.com", to, "First", "1");
            +         {
            +             var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +             message.To.AddRange(InternetAddressList.Parse(to));
            +             message.Subject = "First";
            +             message.Body = new TextPart("plain") { Text = "1" };
            +             message.Headers.Remove(HeaderId.MessageId);
            +             client.Send(message);
            +         }
                      else
                          return;
                      Thread.Sleep(1);
            -         _smtp.Send("alerts@contoso.com", to, "Second", "2");
            +         var message2 = new MimeMessage();
            +         message2.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message2.To.AddRange(InternetAddressList.Parse(to));
            +         message2.Subject = "Second";
            +         message2.Body = new TextPart("plain") { Text = "2" };
            +         message2.Headers.Remove(HeaderId.MessageId);
            +         client.Send(message2);
            +         client.Disconnect(true);
                  }

                  public async Task SendLaterAsync(string to)
                  {
                      await Task.Yield();
            -         await _smtp.SendMailAsync("alerts@contoso.com", to, "Later", "3");
            +         using var client = new SmtpClient();
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.AddRange(InternetAddressList.Parse(to));
            +         message.Subject = "Later";
            +         message.Body = new TextPart("plain") { Text = "3" };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         var accessToken = await Credential.GetTokenAsync(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token));
            +         await client.SendAsync(message);
            +         await client.DisconnectAsync(true);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_primary_constructor() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public sealed class Alerts(string user, string password) : IDisposable
              {
            -     readonly SmtpClient client = [|new|]("smtp.office365.com", 587)
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
            +     public void Send(string text)
                  {
            -         EnableSsl = true,
            -         Credentials = new NetworkCredential(user, Environment.GetEnvironmentVariable("SMTP_PASSWORD")),
            -     };
            -
            -     public void Send(string text) => client.Send(user, "ops@contoso.com", "Alert", text + password.Length);
            +         using var client = new SmtpClient();
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse(user));
            +         message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +         message.Subject = "Alert";
            +         message.Body = new TextPart("plain") { Text = text + password.Length };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         message.Prepare(EncodingConstraint.SevenBit);
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         var accessToken = Credential.GetToken(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         client.Authenticate(new SaslMechanismOAuth2(user, accessToken.Token));
            +         client.Send(message);
            +         client.Disconnect(true);
            +     }

                  public void Dispose()
                  {
            -         client.Dispose();
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_a_configuration_that_the_constructor_read() =>
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

              public class ReportService
              {
                  private readonly IConfiguration _config;
            -     private readonly SmtpClient _client;
            +     private readonly string _user;
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();

                  public ReportService(IConfiguration config)
                  {
                      _config = config;
                      string user = config["Smtp:User"]!;
            -         _client = new [|SmtpClient|]("smtp.office365.com")
            -         {
            -             Port = 587,
            -             EnableSsl = true,
            -             Credentials = new NetworkCredential(user, config["Smtp:Password"])
            -         };
            +         _user = user;
                  }

            -     public Task SendAsync(string text)
            +     public async Task SendAsync(string text)
                  {
            -         if (text.Length == 0) return Task.CompletedTask;
            +         if (text.Length == 0) return;
                      var message = new MailMessage(_config["Smtp:User"]!, "ops@contoso.com", "Report", text);
            -         return _client.SendMailAsync(message);
            +         using var client = new SmtpClient();
            +         var mimeMessage = MimeMessage.CreateFromMailMessage(message);
            +         mimeMessage.Prepare(EncodingConstraint.SevenBit);
            +         await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         var accessToken = await Credential.GetTokenAsync(
            +             new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +             default);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(_user, accessToken.Token));
            +         await client.SendAsync(mimeMessage);
                  }
              }
            """
        );
}
