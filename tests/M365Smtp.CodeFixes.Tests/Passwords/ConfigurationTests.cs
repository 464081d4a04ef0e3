namespace M365Smtp.CodeFixes.Tests.Passwords;

/// <summary>Services with a configuration or options in scope.</summary>
public class ConfigurationTests
{
    [Fact]
    public Task SMTP4003_beside_the_other_settings() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using Microsoft.Extensions.Configuration;
              using MimeKit;

              public class Mailer(IConfiguration configuration)
              {
                  public async Task SendAsync(CancellationToken cancellationToken)
                  {
                      var user = configuration["Mail:User"]!;
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, cancellationToken);
            -         await client.AuthenticateAsync(user, [|"Tundra!Pepper19"|], cancellationToken);
            +         var password = configuration["Mail:Password"] ?? throw new InvalidOperationException("Set Mail:Password to the password of the mailbox.");
            +         await client.AuthenticateAsync(user, password, cancellationToken);
                      await client.SendAsync(new MimeMessage([MailboxAddress.Parse(user)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }), cancellationToken);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_in_a_const_of_a_class_with_a_configuration() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using Microsoft.Extensions.Configuration;
              using MimeKit;

              public class Mailer
              {
            -     private const string Password = [|"Tundra!Pepper19"|];
            +     private string Password => _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Set Smtp:Password to the password of the mailbox.");
                  private readonly IConfiguration _configuration;

                  public Mailer(IConfiguration configuration) => _configuration = configuration;

                  public void Send()
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                      client.Authenticate("alerts@contoso.com", Password);
                      client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], _configuration["Subject"] ?? "", new TextPart { Text = "b" }));
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_in_a_class_with_options() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using Microsoft.Extensions.Configuration;
              using Microsoft.Extensions.Options;
              using MimeKit;

              public class SmtpOptions
              {
                  public string User { get; set; } = "";
                  public string? Password { get; set; }
              }

              public class Mailer(IConfiguration configuration, IOptions<SmtpOptions> options)
              {
                  public bool IsOn => configuration["Smtp:Host"] is not null;

                  public void Send()
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         client.Authenticate(credentials: new NetworkCredential { UserName = options.Value.User, Password = [|"Tundra!Pepper19"|] });
            +         var password = options.Value.Password ?? throw new InvalidOperationException("Set SmtpOptions.Password to the password of the mailbox.");
            +         client.Authenticate(credentials: new NetworkCredential { UserName = options.Value.User, Password = password });
                      client.Send(new MimeMessage([MailboxAddress.Parse(options.Value.User)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_in_a_controller_with_settings() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public class MailSettings
              {
                  public string User { get; init; } = "";
                  public string Password { get; init; } = "";
              }

              public class ContactController
              {
                  private readonly MailSettings _settings;

                  public ContactController(MailSettings settings)
                  {
                      _settings = settings;
                  }

                  public async Task<bool> SendAsync(string text)
                  {
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            -         await client.AuthenticateAsync(_settings.User, [|"Tundra!Pepper19"|]);
            +         var password = _settings.Password;
            +         await client.AuthenticateAsync(_settings.User, password);
                      await client.SendAsync(new MimeMessage([MailboxAddress.Parse(_settings.User)], [MailboxAddress.Parse("ops@contoso.com")], "Contact", new TextPart { Text = text }));
                      return true;
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_with_a_host_builder() =>
        PasswordRoundTrip.ReadPassword.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using Microsoft.Extensions.Configuration;
              class HostBuilder { public IConfigurationManager Configuration => null!; }
              static class Program
              {
                  static void Main()
                  {
                      var builder = new HostBuilder();
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", int.Parse(builder.Configuration["Email:SmtpPort"] ?? ""), MailKit.Security.SecureSocketOptions.StartTls);
            -         client.Authenticate("app@contoso.com", [|"Tundra!Pepper19"|]);
            +         var password = builder.Configuration["Email:SmtpPassword"] ?? throw new InvalidOperationException("Set Email:SmtpPassword to the password of the mailbox.");
            +         client.Authenticate("app@contoso.com", password);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_with_a_section_in_scope() =>
        PasswordRoundTrip.ReadPassword.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using Microsoft.Extensions.Configuration;
              class Mailer(IConfigurationSection logging, IConfigurationSection mail)
              {
                  void Send()
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
            -         client.Authenticate(mail["user"] ?? logging["Level"], [|"Tundra!Pepper19"|]);
            +         var password = mail["password"] ?? throw new InvalidOperationException("Set password to the password of the mailbox.");
            +         client.Authenticate(mail["user"] ?? logging["Level"], password);
                  }
              }
            """
        );
}
