namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>The ways to create a message.</summary>
public class CreationTests
{
    [Fact]
    public Task A_message_that_is_filled_by_statements() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage();
            message.From = new MailAddress(from); // the service's own
            message.To.Add(to);
            message.Subject = subject;
            message.Body = text;
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(from)); // the service's own
            message.To.AddRange(InternetAddressList.Parse(to));
            message.Subject = subject;
            message.Body = new TextPart("plain") { Text = text };
            client.Send(message);
            """
        );

    [Fact]
    public Task A_message_that_is_made_from_four_texts() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage(from, to, subject, text);
            await client.SendMailAsync([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage([MailboxAddress.Parse(from)], InternetAddressList.Parse(to), subject, new TextPart("plain") { Text = text });
            await client.SendMailAsync(message);
            """
        );

    [Fact]
    public Task A_message_that_is_made_in_the_call() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            client.Send([|new MailMessage("app@contoso.com", to, subject, "Done.")|]);
            """,
            """
            using var client = new SmtpClient();
            client.Send(new MimeMessage([MailboxAddress.Parse("app@contoso.com")], InternetAddressList.Parse(to), subject, new TextPart("plain") { Text = "Done." }));
            """
        );

    [Fact]
    public Task A_message_of_four_texts_whose_last_is_HTML() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using (MailMessage mail = new MailMessage(from, "ann@contoso.com", "Press release", text) { IsBodyHtml = true })
            {
                client.Send([|mail|]);
            }
            """,
            """
            using var client = new SmtpClient();
            using (MimeMessage mail = new MimeMessage([MailboxAddress.Parse(from)], [MailboxAddress.Parse("ann@contoso.com")], "Press release", new TextPart("html") { Text = text }))
            {
                client.Send(mail);
            }
            """
        );

    [Fact]
    public Task A_message_between_two_addresses_with_an_initializer() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var fromAddress = new MailAddress("app@contoso.com", "App");
            var toAddress = new MailAddress(known.Address, name);
            using (var message = new MailMessage(fromAddress, toAddress)
            {
                Subject = subject,
                Body = text
            })
            {
                client.Send([|message|]);
            }
            if (fromAddress.Address.Length == 0) throw new InvalidOperationException();
            """,
            """
            using var client = new SmtpClient();
            var fromAddress = new MailboxAddress("App", "app@contoso.com");
            var toAddress = new MailboxAddress(name, known.Address);
            using (var message = new MimeMessage
            {
                Subject = subject,
                Body = new TextPart("plain") { Text = text }
            })
            {
                message.From.Add(fromAddress);
                message.To.Add(toAddress);
                client.Send(message);
            }
            if (fromAddress.Address.Length == 0) throw new InvalidOperationException();
            """
        );

    [Fact]
    public Task An_initializer_over_several_lines_with_flags_in_between() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using MailMessage message = new()
            {
                From = new MailAddress("app@contoso.com", name, System.Text.Encoding.UTF8),
                // For the archive.
                Sender = known,
                Subject = subject, // as asked
                SubjectEncoding = System.Text.Encoding.UTF8,
                Body = "<p>" + text + "</p>",
                IsBodyHtml = true,
                To = { "ann@contoso.com", known },
                Priority = MailPriority.High
            };
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using MimeMessage message = new()
            {
                From = { new MailboxAddress(name, "app@contoso.com") },
                // For the archive.
                Sender = (MailboxAddress)known,
                Subject = subject, // as asked
                Body = new TextPart("html") { Text = "<p>" + text + "</p>" },
                To = { MailboxAddress.Parse("ann@contoso.com"), (MailboxAddress)known },
                Importance = MessageImportance.High,
                Priority = MessagePriority.Urgent,
                XPriority = XMessagePriority.Highest
            };
            client.Send(message);
            """
        );

    [Fact]
    public Task An_initializer_whose_end_goes() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage { From = known, Subject = subject, BodyEncoding = System.Text.Encoding.UTF8, IsBodyHtml = false };
            message.CC.Add(to);
            message.Body = text;
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage { From = { (MailboxAddress)known }, Subject = subject };
            message.Cc.AddRange(InternetAddressList.Parse(to));
            message.Body = new TextPart("plain") { Text = text };
            client.Send(message);
            """
        );

    [Fact]
    public Task Between_two_addresses_in_the_call() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            client.Send([|new MailMessage("app@contoso.com", "ann@contoso.com")
            {
                Subject = subject,
                IsBodyHtml = isHtml,
                Body = text,
            }|]);
            """,
            """
            using var client = new SmtpClient();
            client.Send(new MimeMessage
            {
                From = { MailboxAddress.Parse("app@contoso.com") },
                To = { MailboxAddress.Parse("ann@contoso.com") },
                Subject = subject,
                Body = new TextPart(isHtml ? "html" : "plain") { Text = text },
            });
            """
        );

    [Fact]
    public Task A_using_without_a_block() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using (MailMessage message = new(known, known) { IsBodyHtml = false })
                client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using (MimeMessage message = new() { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } })
                client.Send(message);
            """
        );

    [Fact]
    public Task A_variable_that_is_filled_later() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            MailMessage? message = null;
            try
            {
                message = new MailMessage(from, to);
                message.Subject = subject;
                client.Send([|message|]);
            }
            finally
            {
                message?.Dispose();
                if (message != null) message.Dispose();
            }
            """,
            """
            using var client = new SmtpClient();
            MimeMessage? message = null;
            try
            {
                message = new MimeMessage();
                message.From.Add(MailboxAddress.Parse(from));
                message.To.AddRange(InternetAddressList.Parse(to));
                message.Subject = subject;
                client.Send(message);
            }
            finally
            {
                message?.Dispose();
                if (message != null) message.Dispose();
            }
            """
        );

    [Fact]
    public Task One_variable_for_a_message_in_each_turn() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            System.Net.Mail.MailMessage message;
            for (var i = 0; i < 2; i++)
            {
                message = new System.Net.Mail.MailMessage(); message.From = known;
                message.To.Add(known); message.Subject = subject + i;
                client.Send([|message|]);
            }
            """,
            """
            using var client = new SmtpClient();
            MimeMessage message;
            for (var i = 0; i < 2; i++)
            {
                message = new MimeMessage(); message.From.Add((MailboxAddress)known);
                message.To.Add((MailboxAddress)known); message.Subject = subject + i;
                client.Send(message);
            }
            """
        );

    [Fact]
    public Task Inside_a_lambda() =>
        MessageStory.VerifyAsync(
            """
            Func<string, Task> send = async recipient =>
            {
                using var client = new SmtpClient();
                var message = new MailMessage(from, recipient);
                message.Subject = subject;
                await client.SendMailAsync([|message|]);
            };
            foreach (var recipient in recipients.Take(1)) await send(recipient);
            """,
            """
            Func<string, Task> send = async recipient =>
            {
                using var client = new SmtpClient();
                var message = new MimeMessage();
                message.From.Add(MailboxAddress.Parse(from));
                message.To.AddRange(InternetAddressList.Parse(recipient));
                message.Subject = subject;
                await client.SendMailAsync(message);
            };
            foreach (var recipient in recipients.Take(1)) await send(recipient);
            """
        );

    [Fact]
    public Task Before_there_were_collection_expressions() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            client.Send([|new MailMessage(from, "ann@contoso.com", "Done", "")|]);
            """,
            """
            using var client = new SmtpClient();
            client.Send(new MimeMessage(new[] { MailboxAddress.Parse(from) }, new[] { MailboxAddress.Parse("ann@contoso.com") }, "Done", new TextPart("plain") { Text = "" }));
            """,
            version: Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11
        );

    [Fact]
    public Task In_a_program_without_a_class() =>
        MessageStory.VerifyFileAsync(
            """
            using System.Net.Mail;

            var client = new SmtpClient();
            var mail = new MailMessage("app@contoso.com", "ann@contoso.com");
            if (args.Length == 0)
            {
                mail.Subject = "Nothing given";
            }
            mail.Body = "One\nTwo";
            mail.Attachments.Add(new Attachment(new MemoryStream(new byte[] { 1, 2 }), "a.bin")); // small
            client.Send([|mail|]);
            """,
            """
            using System.Net.Mail;

            var client = new SmtpClient();
            var mail = new MimeMessage();
            mail.From.Add(MailboxAddress.Parse("app@contoso.com"));
            mail.To.Add(MailboxAddress.Parse("ann@contoso.com"));
            if (args.Length == 0)
            {
                mail.Subject = "Nothing given";
            }
            var builder = new BodyBuilder { TextBody = "One\nTwo" };
            builder.Attachments.Add("a.bin", new byte[] { 1, 2 }, new ContentType("application", "octet-stream")); // small
            mail.Body = builder.ToMessageBody();
            client.Send(mail);
            """
        );
}
