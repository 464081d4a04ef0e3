namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>Headers and priority.</summary>
public class HeaderTests
{
    [Fact]
    public Task Fields_of_its_own() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage { From = known, To = { known }, Headers = { { "X-Batch", "7" }, { "Auto-Submitted", "auto-generated" } } };
            message.Headers.Add("X-Subject", subject);
            message.Headers.Add("X-Batch", "8");
            message.Headers["List-Unsubscribe"] = "<mailto:leave@contoso.com>";
            message.Headers.Add("Message-ID", "<own.1@contoso.com>");
            message.Headers.Add("X-Priority", "2");
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known }, Headers = { { "X-Batch", "7" }, { "Auto-Submitted", "auto-generated" } } };
            message.Headers.Add("X-Subject", subject);
            message.Headers.Add("X-Batch", "8");
            message.Headers["List-Unsubscribe"] = "<mailto:leave@contoso.com>";
            message.Headers["Message-ID"] = "<own.1@contoso.com>";
            message.Headers["X-Priority"] = "2";
            client.Send(message);
            """
        );

    [Fact]
    public Task Priority_as_System_Net_Mail_writes_it() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage { From = known, To = { known } };
            if (isHtml) message.Priority = MailPriority.Low;
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            if (isHtml) { message.Importance = MessageImportance.Low; message.Priority = MessagePriority.NonUrgent; message.XPriority = XMessagePriority.Lowest; }
            client.Send(message);
            """
        );

    [Fact]
    public Task Normal_priority_is_none_and_what_UTF8_says_is_said_already() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known } };
            message.Priority = MailPriority.Normal;
            message.SubjectEncoding = System.Text.Encoding.UTF8;
            message.HeadersEncoding = System.Text.Encoding.GetEncoding("utf-8"); // for old clients
            message.Subject = $"{subject}!";
            Console.Error.Write(message.Subject.Substring(0, 0));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            // for old clients
            message.Subject = $"{subject}!";
            Console.Error.Write(message.Subject.Substring(0, 0));
            client.Send(message);
            """
        );
}
