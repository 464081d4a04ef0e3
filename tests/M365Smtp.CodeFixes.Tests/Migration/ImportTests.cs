using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration;

/// <summary>Where a file that imports nothing gets its using directives.</summary>
public class ImportTests
{
    [Fact]
    public Task SMTP4002_below_the_license() =>
        WithPasswordAsync(
            MigrateAlone,
            """
              // Copyright (c) Contoso. All rights reserved.

              #nullable enable

            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;
            +
              namespace Contoso.Mail;

              /// <summary>Sends alerts.</summary>
              public static class Alerts
              {
                  public static void Send(string password)
                  {
            -         using var client = new [|System.Net.Mail.SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            -         client.Credentials = new System.Net.NetworkCredential("alerts@contoso.com", password);
            -         client.Send("alerts@contoso.com", "ops@contoso.com", "Disk full", "Now.");
            +         using var client = new SmtpClient();
            +         var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +         message.Subject = "Disk full";
            +         message.Body = new TextPart("plain") { Text = "Now." };
            +         message.Headers.Remove(HeaderId.MessageId);
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         client.Authenticate("alerts@contoso.com", password);
            +         client.Send(message);
            +         client.Disconnect(true);
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_inside_the_namespace_as_the_file_does() =>
        WithPasswordAsync(
            MigrateAlone,
            """
              // Copyright (c) Contoso. All rights reserved.

              namespace Contoso.Mail
              {
                  using System.Text;
            +     using MailKit.Net.Smtp;
            +     using MailKit.Security;
            +     using MimeKit;

                  public static class Alerts
                  {
                      public static void Send(string password)
                      {
                          var text = Encoding.ASCII.GetString(new byte[] { 65 });
            -             using var client = new [|System.Net.Mail.SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            -             client.Credentials = new System.Net.NetworkCredential("alerts@contoso.com", password);
            -             client.Send("alerts@contoso.com", "ops@contoso.com", "Disk full", text);
            +             using var client = new SmtpClient();
            +             var message = new MimeMessage();
            +             message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +             message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            +             message.Subject = "Disk full";
            +             message.Body = new TextPart("plain") { Text = text };
            +             message.Headers.Remove(HeaderId.MessageId);
            +             message.Prepare(EncodingConstraint.SevenBit);
            +             client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +             client.Authenticate("alerts@contoso.com", password);
            +             client.Send(message);
            +             client.Disconnect(true);
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_below_the_directives_of_a_program_in_one_file() =>
        WithPasswordAsync(
            MigrateAlone,
            """
              // Sends an alert.

              #pragma warning disable CA1303
            +
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              // Once.
            - using var client = new [|System.Net.Mail.SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            - client.Credentials = new System.Net.NetworkCredential("alerts@contoso.com", args[0]);
            - client.Send("alerts@contoso.com", "ops@contoso.com", "Disk full", "Now.");
            + using var client = new SmtpClient();
            + var message = new MimeMessage();
            + message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            + message.To.AddRange(InternetAddressList.Parse("ops@contoso.com"));
            + message.Subject = "Disk full";
            + message.Body = new TextPart("plain") { Text = "Now." };
            + message.Headers.Remove(HeaderId.MessageId);
            + client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            + client.Authenticate("alerts@contoso.com", args[0]);
            + client.Send(message);
            + client.Disconnect(true);
            """
        );
}
