namespace M365Smtp.CodeFixes.Tests.Passwords;

/// <summary>Programs without a configuration: the password comes from the environment.</summary>
public class EnvironmentTests
{
    [Fact]
    public Task SMTP4003_in_the_call() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              var message = new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" });
              using var client = new SmtpClient();
              await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            - await client.AuthenticateAsync("alerts@contoso.com", [|"Tundra!Pepper19"|]); // the shared mailbox
            + var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox.");
            + await client.AuthenticateAsync("alerts@contoso.com", password); // the shared mailbox
              await client.SendAsync(message);
            """
        );

    [Fact]
    public Task SMTP4003_in_a_local() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

            - string user = "alerts@contoso.com", password = [|@"Tundra!Pepper19"|];
            + string user = "alerts@contoso.com", password = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox.");
              using var client = new SmtpClient();
              client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
              client.Authenticate(user, password);
              client.Send(new MimeMessage([MailboxAddress.Parse(user)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
            """
        );

    [Fact]
    public Task SMTP4003_in_a_const_of_a_method() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Program
              {
                  static void Main()
                  {
            -         const string password = [|"Tundra!Pepper19"|]; // of the shared mailbox
            +         string password = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox."); // of the shared mailbox
                      using (var client = new SmtpClient())
                      {
                          client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                          client.Authenticate("alerts@contoso.com", password);
                          client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_in_a_const_of_a_class() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public class Reports
              {
                  const string User = "alerts@contoso.com";
            -     private const string Password = [|"Tundra!Pepper19"|]; // changed every spring
            +     private static string Password => Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox."); // changed every spring

                  public async Task SendAsync()
                  {
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                      await client.AuthenticateAsync(new NetworkCredential(User, Password));
                      await client.SendAsync(new MimeMessage([MailboxAddress.Parse(User)], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_in_another_file_beside_the_other_settings() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              static class Mail
              {
                  public static void Send()
                  {
                      using var client = new SmtpClient();
                      client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                      client.Authenticate("alerts@contoso.com", [|Known.Password|]);
                      client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], "s", new TextPart { Text = "b" }));
                  }
              }
              // file: Known.cs
              internal static class Known
              {
                  public static string Server => Environment.GetEnvironmentVariable("SMTP_SERVER") ?? "smtp.office365.com";

            -     public static readonly string Password = "Tundra!Pepper19";
            +     public static string Password => Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox.");
              }
            """
        );

    [Fact]
    public Task SMTP4003_in_a_credential_that_a_field_keeps() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using System.Text;
              using MailKit.Net.Smtp;
              using MailKit.Security;
              using MimeKit;

              public class DiskWatch
              {
            -     private static readonly NetworkCredential Login = new("alerts@contoso.com", [|"Tundra!Pepper19"|]);
            +     private static readonly NetworkCredential Login = new("alerts@contoso.com", Environment.GetEnvironmentVariable("SMTP_PASSWORD"));

                  public async Task SendAsync(CancellationToken stopping)
                  {
                      var message = new MimeMessage([MailboxAddress.Parse(Login.UserName)], [MailboxAddress.Parse("ops@contoso.com")], "Disk", new TextPart("html") { Text = "<b>full</b>" });
                      using var client = new SmtpClient();
                      await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, stopping);
                      await client.AuthenticateAsync(Encoding.UTF8, Login, stopping);
                      await client.SendAsync(message, stopping);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4003_of_a_static_helper_with_named_arguments() =>
        PasswordRoundTrip.VerifyAsync(
            """
              using MailKit.Net.Smtp;
              using MimeKit;
              using static MailKit.Security.SecureSocketOptions;

              static class Mail
              {
                  public static void Send(string subject)
                  {
                      using (var client = new SmtpClient())
                      {
                          client.Connect(port: 587, host: "smtp.office365.com", options: StartTls);
            -             client.Authenticate(password: [|"Tundra!Pepper19"|], userName: "alerts@contoso.com");
            +             var password = Environment.GetEnvironmentVariable("SMTP_PASSWORD") ?? throw new InvalidOperationException("Set SMTP_PASSWORD to the password of the mailbox.");
            +             client.Authenticate(password: password, userName: "alerts@contoso.com");
                          client.Send(new MimeMessage([MailboxAddress.Parse("alerts@contoso.com")], [MailboxAddress.Parse("ops@contoso.com")], subject, new TextPart { Text = "b" }));
                      }
                  }
              }
            """
        );
}
