using static M365Smtp.CodeFixes.Tests.Migration.MigrationRoundTrip;

namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>A client and the message built next to it are migrated to MailKit together.</summary>
public class MigratedMessageTests
{
    [Fact]
    public Task SMTP4002_a_report_with_views_and_files() =>
        ToOAuthAsync(
            """
            - using System.Net;
            - using System.Net.Mail;
            - using System.Net.Mime;
              using System.Text;
            + using Azure.Core;
            + using Azure.Identity;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              class Reports
              {
            +     // Caches tokens. In production use a specific credential, such as ManagedIdentityCredential.
            +     private static readonly TokenCredential Credential = new DefaultAzureCredential();
            +
                  public void Send(string password)
                  {
            -         var sender = new MailAddress("alerts@contoso.com", "Störungen", Encoding.UTF8);
            -         using (var client = new [|SmtpClient|]("smtp.office365.com", 587))
            -         using (var message = new MailMessage(sender, new MailAddress("ops@contoso.com")))
            +         var sender = new MailboxAddress("Störungen", "alerts@contoso.com");
            +         using (var client = new SmtpClient())
            +         using (var message = new MimeMessage())
                      {
            -             message.To.Add("boss@contoso.com, audit@contoso.com");
            -             message.Bcc.Add("archive@contoso.com");
            +             message.From.Add(sender);
            +             message.To.Add(MailboxAddress.Parse("ops@contoso.com"));
            +             message.To.AddRange(InternetAddressList.Parse("boss@contoso.com, audit@contoso.com"));
            +             message.Bcc.Add(MailboxAddress.Parse("archive@contoso.com"));
                          message.Subject = "Überblick";
            -             message.Body = "Siehe Anhang.";
            +             var builder = new BodyBuilder { TextBody = "Siehe Anhang." };

            -             var html = AlternateView.CreateAlternateViewFromString("<img src='cid:logo'>Grüße", null, MediaTypeNames.Text.Html);
            -             var logo = new LinkedResource(new MemoryStream(new byte[] { 1, 2, 3 }), "image/png");
            -             logo.ContentId = "logo";
            -             html.LinkedResources.Add(logo);
            -             message.AlternateViews.Add(html);
            -             message.Attachments.Add(new Attachment(new MemoryStream(Encoding.UTF8.GetBytes("a;b\n1;2\n")), "report.csv"));
            +             builder.HtmlBody = "<img src='cid:logo'>Grüße";
            +             builder.LinkedResources.Add(
            +                 "logo",
            +                 new byte[] { 1, 2, 3 },
            +                 new MimeKit.ContentType("image", "png")).ContentId = "logo";
            +             builder.Attachments.Add(
            +                 "report.csv",
            +                 Encoding.UTF8.GetBytes("a;b\n1;2\n"),
            +                 new MimeKit.ContentType("application", "octet-stream"));
            +             message.Body = builder.ToMessageBody();

            -             client.EnableSsl = true;
            -             client.Credentials = new NetworkCredential(sender.Address, password);
            +             message.Headers.Remove(HeaderId.MessageId);
            +             message.Prepare(EncodingConstraint.SevenBit);
            +             client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +             // The parameter 'password' is no longer used.
            +             var accessToken = Credential.GetToken(
            +                 new TokenRequestContext(["https://outlook.office365.com/.default"]),
            +                 default);
            +             client.Authenticate(new SaslMechanismOAuth2(sender.Address, accessToken.Token));
                          client.Send(message);
            +             client.Disconnect(true);
                      }
                  }
              }
            """
        );

    [Fact]
    public Task SMTP4002_names_are_short_once_their_namesakes_are_no_longer_imported() =>
        WithPasswordAsync(
            MigrateAlone,
            """
            - using System.Net;
            - using System.Net.Mail;
            - using System.Net.Mime;
            + using MailKit.Net.Smtp;
            + using MailKit.Security;
            + using MimeKit;

              public static class Reports
              {
                  public static void Send(string password)
                  {
            -         using var client = new [|SmtpClient|]("smtp.office365.com", 587) { EnableSsl = true };
            -         client.Credentials = new NetworkCredential("alerts@contoso.com", password);
            -         using var message = new MailMessage("alerts@contoso.com", "ops@contoso.com");
            +         using var client = new SmtpClient();
            +         using var message = new MimeMessage();
            +         message.From.Add(MailboxAddress.Parse("alerts@contoso.com"));
            +         message.To.Add(MailboxAddress.Parse("ops@contoso.com"));
                      message.Subject = "Report";
            -         message.Body = "See attachment.";
            -         message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("<p>See it.", null, MediaTypeNames.Text.Html));
            -         message.Attachments.Add(new Attachment(new MemoryStream(new byte[] { 1, 2 }), "report.pdf", "application/pdf"));
            +         var builder = new BodyBuilder { TextBody = "See attachment." };
            +         builder.HtmlBody = "<p>See it.";
            +         builder.Attachments.Add("report.pdf", new byte[] { 1, 2 }, new ContentType("application", "pdf"));
            +         message.Body = builder.ToMessageBody();
            +         message.Headers.Remove(HeaderId.MessageId);
            +         message.Prepare(EncodingConstraint.SevenBit);
            +         client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            +         client.Authenticate("alerts@contoso.com", password);
                      client.Send(message);
            +         client.Disconnect(true);
                  }
              }
            """
        );
}
