namespace M365Smtp.CodeFixes.Tests.OAuth;

/// <summary>Controllers, services, workers and helpers.</summary>
public class ClassesTests
{
    [Fact]
    public Task SMTP4001_a_controller_with_a_credential_in_scope() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using Azure.Core;

              public class MailOptions
              {
                  public string User { get; set; } = "";
                  public string Password { get; set; } = "";
              }

              public class ContactController(MailOptions options, TokenCredential credential)
              {
                  public async Task<bool> SendAsync(string text, CancellationToken cancellationToken)
                  {
                      var message = new MimeMessage { Subject = "Contact form", Body = new TextPart("plain") { Text = text } };
                      message.From.Add(MailboxAddress.Parse(options.User));
                      message.To.Add(MailboxAddress.Parse("ops@contoso.com"));

                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, cancellationToken);
            -         await [|client.AuthenticateAsync(options.User, options.Password, cancellationToken)|];
            +         var accessToken = await credential.GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), cancellationToken);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(options.User, accessToken.Token), cancellationToken);
                      await client.SendAsync(message, cancellationToken);
                      return credential is not null;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_a_service_with_a_delegate_in_scope() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public class Mailer(Func<CancellationToken, Task<string>> tokens)
              {
                  public async Task SendAsync()
                  {
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         await [|client.AuthenticateAsync("alerts@contoso.com", Password)|];
            +         var accessToken = await tokens(default);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken));
                      await client.SendAsync(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], (await tokens(default)).Length > 0 ? "s" : "", new TextPart { Text = "b" }));
                  }

                  static string Password => Environment.GetEnvironmentVariable("SMTP_PASSWORD")!;
              }
            """,
            RoundTrip.NoTokenLibrary
        );

    [Fact]
    public Task SMTP4001_a_service_with_a_primary_constructor() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public class MailOptions
              {
                  public string User { get; set; } = "";
                  public string Password { get; set; } = "";
              }

              public class Notifier(
            -     MailOptions options)
            +     MailOptions options,
            +     Func<string> getAccessToken)
              {
                  public void Send()
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         [|client.Authenticate(options.User, options.Password)|];
            +         var accessToken = getAccessToken();
            +         client.Authenticate(new SaslMechanismOAuth2(options.User, accessToken));
                      client.Send(new MimeMessage([MailboxAddress.Parse(options.User)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                  }
              }
            """,
            RoundTrip.NoTokenLibrary
        );

    [Fact]
    public Task SMTP4001_a_service_with_fields() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public class MailService
              {
                  private readonly string _user;
            -     private readonly string _password;
            +     private readonly Func<CancellationToken, Task<string>> _getAccessToken;

            -     public MailService(string user, string password)
            +     public MailService(string user, string password, Func<CancellationToken, Task<string>> getAccessToken)
                  {
                      _user = user;
            -         _password = password;
            +         _getAccessToken = getAccessToken;
                  }

                  public async Task SendAsync(string text)
                  {
                      var message = new MimeMessage([MailboxAddress.Parse(_user)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = text });
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         await [|client.AuthenticateAsync(_user, _password)|];
            +         // The parameter 'password' is no longer used.
            +         var accessToken = await _getAccessToken(default);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(_user, accessToken));
                      await client.SendAsync(message);
                  }
              }
            """,
            RoundTrip.NoTokenLibrary
        );

    [Fact]
    public Task SMTP4001_a_service_without_a_constructor() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              /// <summary>Sends the daily report.</summary>
              public class Reports
              {
                  const string Host = "smtp.office365.com";
            -     const string Password = "P@ssw0rd!";
            +     readonly Func<string> getAccessToken;
            +
            +     public Reports(Func<string> getAccessToken) => this.getAccessToken = getAccessToken;

                  public void Send()
                  {
                      var message = new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" });
                      using var client = new SmtpClient();
                      client.Connect(Host, 587, SecureSocketOptions.StartTls);
            -         [|client.Authenticate("alerts@contoso.com", Password)|];
            +         var accessToken = getAccessToken();
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken));
                      client.Send(message);
                  }
              }
            """,
            RoundTrip.NoTokenLibrary
        );

    [Fact]
    public Task SMTP4001_a_static_helper() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Mail
              {
            -     public static void Send(string to, string user, string password)
            +     public static void Send(string to, string user, string password, Func<string> getAccessToken)
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         [|client.Authenticate(user, password)|];
            +         // The parameter 'password' is no longer used.
            +         var accessToken = getAccessToken();
            +         client.Authenticate(new SaslMechanismOAuth2(user, accessToken));
                      client.Send(new MimeMessage([MailboxAddress.Parse(user)], [MailboxAddress.Parse(to)], "s", new TextPart { Text = "b" }));
                  }
              }
            """,
            RoundTrip.NoTokenLibrary
        );

    [Fact]
    public Task SMTP4001_a_static_helper_with_optional_parameters() =>
        RoundTrip.VerifyAsync(
            """
            + using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public static class Mail
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public static async Task SendAsync(string user, string password, CancellationToken cancel = default)
                  {
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, cancel);
            -         await [|client.AuthenticateAsync(user, password, cancel)|];
            +         // The parameter 'password' is no longer used.
            +         var accessToken = await Credential.GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), cancel);
            +         await client.AuthenticateAsync(new SaslMechanismOAuth2(user, accessToken.Token), cancel);
                      await client.SendAsync(new MimeMessage([MailboxAddress.Parse(user)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }), cancel);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_a_synchronous_service_with_MSAL_in_scope() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              using Microsoft.Identity.Client;

              public class Mailer
              {
                  readonly IConfidentialClientApplication app;

                  public Mailer(IConfidentialClientApplication app) => this.app = app;

                  public void Send()
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         [|client.Authenticate("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"))|];
            +         var accessToken = app.AcquireTokenForClient(["https://outlook.office365.com/.default"]).ExecuteAsync(default).GetAwaiter().GetResult();
            +         client.Authenticate(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.AccessToken));
                      client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4001_a_worker_with_MSAL() =>
        RoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public class Worker
              {
            -     readonly string password = Environment.GetEnvironmentVariable("SMTP_PASSWORD")!;
            +     readonly Microsoft.Identity.Client.IConfidentialClientApplication confidentialClient;
            +
            +     public Worker(Microsoft.Identity.Client.IConfidentialClientApplication confidentialClient) => this.confidentialClient = confidentialClient;

                  public async Task SendQueuedAsync(CancellationToken stoppingToken)
                  {
                      foreach (var subject in (string[])["one"])
                      {
                          var message = new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], subject, new TextPart { Text = "b" });
                          using var client = new SmtpClient();
                          await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, stoppingToken);
            -             await [|client.AuthenticateAsync("alerts@contoso.com", this.password)|].ConfigureAwait(false);
            +             var accessToken = await confidentialClient.AcquireTokenForClient(["https://outlook.office365.com/.default"]).ExecuteAsync(stoppingToken).ConfigureAwait(false);
            +             await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.AccessToken)).ConfigureAwait(false);
                          await client.SendAsync(message, stoppingToken);
                      }
                  }
              }
            """,
            RoundTrip.NoAzure
        );

    [Fact]
    public Task SMTP4001_a_worker_that_logs() =>
        RoundTrip.VerifyAsync(
            """
              using Azure.Core;
            + using Azure.Identity;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using Microsoft.Extensions.Configuration;
              using Microsoft.Extensions.Logging;
              using MimeKit;

              public class Worker(IConfiguration configuration, ILogger<Worker> logger)
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public async Task SendAsync(CancellationToken stoppingToken)
                  {
                      try
                      {
                          using var client = new SmtpClient();
                          await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, stoppingToken);
            -             await [|client.AuthenticateAsync("alerts@contoso.com", configuration["Smtp:Password"], stoppingToken)|];
            +             var accessToken = await Credential.GetTokenAsync(new TokenRequestContext(["https://outlook.office365.com/.default"]), stoppingToken);
            +             await client.AuthenticateAsync(new SaslMechanismOAuth2("alerts@contoso.com", accessToken.Token), stoppingToken);
                          await client.SendAsync(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], configuration["Subject"] ?? "", new TextPart { Text = "b" }), stoppingToken);
                      }
                      catch (IOException e)
                      {
                          logger.LogWarning(e, "No connection.");
                      }
                  }
              }
            """
        );
}
