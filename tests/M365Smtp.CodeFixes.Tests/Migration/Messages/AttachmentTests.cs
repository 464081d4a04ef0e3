namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>The attachments of a message.</summary>
public class AttachmentTests
{
    [Fact]
    public Task A_file_by_its_path() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage();
            message.From = known;
            message.To.Add(known);
            message.Body = text;
            message.IsBodyHtml = true;
            message.Attachments.Add(new Attachment(path));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            message.From.Add((MailboxAddress)known);
            message.To.Add((MailboxAddress)known);
            var builder = new BodyBuilder { HtmlBody = text };
            builder.Attachments.Add(path, new ContentType("application", "octet-stream"));
            message.Body = builder.ToMessageBody();
            client.Send(message);
            """
        );

    [Fact]
    public Task Bytes_in_memory_with_a_type() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using (var message = new MailMessage(from, to) { Subject = subject, Body = text })
            {
                // The pass itself.
                message.Attachments.Add(new Attachment(new MemoryStream(bytes), "pass.pdf", "application/pdf"));
                await client.SendMailAsync([|message|]);
            }
            """,
            """
            using var client = new SmtpClient();
            using (var message = new MimeMessage { Subject = subject })
            {
                message.From.Add(MailboxAddress.Parse(from));
                message.To.AddRange(InternetAddressList.Parse(to));
                var builder = new BodyBuilder { TextBody = text };
                // The pass itself.
                builder.Attachments.Add("pass.pdf", bytes, new ContentType("application", "pdf"));
                message.Body = builder.ToMessageBody();
                await client.SendMailAsync(message);
            }
            """
        );

    [Fact]
    public Task A_local_attachment_and_a_stream_read_from_its_middle() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage(from, to, subject, text);
            using var stream = new MemoryStream(bytes);
            stream.Position = 1;
            var attachment = new Attachment(stream, Path.GetFileName(path), MediaTypeNames.Application.Zip);
            message.Attachments.Add(attachment);
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(from));
            message.To.AddRange(InternetAddressList.Parse(to));
            message.Subject = subject;
            var builder = new BodyBuilder { TextBody = text };
            using var stream = new MemoryStream(bytes);
            stream.Position = 1;
            builder.Attachments.Add(Path.GetFileName(path), stream, MimeKit.ContentType.Parse(MediaTypeNames.Application.Zip));
            message.Body = builder.ToMessageBody();
            client.Send(message);
            """,
            "using System.Net.Mime;"
        );

    [Fact]
    public Task An_attachment_for_each_file() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage { From = known, To = { known } };
            foreach (var file in new[] { path, path })
            {
                message.Attachments.Add(new Attachment(file));
            }
            message.Body = text;
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            var builder = new BodyBuilder();
            foreach (var file in new[] { path, path })
            {
                builder.Attachments.Add(file, new ContentType("application", "octet-stream"));
            }
            builder.TextBody = text;
            message.Body = builder.ToMessageBody();
            client.Send(message);
            """
        );

    [Fact]
    public Task Opened_files_and_a_builder_with_another_name() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var builder = new System.Text.StringBuilder(text);
            var message = new MailMessage { From = known, To = { known }, Body = builder.ToString(), Attachments = { new Attachment(File.OpenRead(path), "a.bin") } };
            if (isHtml) message.Attachments.Add(new Attachment(new MemoryStream(bytes), "b.bin"));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var builder = new System.Text.StringBuilder(text);
            var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            var builder2 = new BodyBuilder { TextBody = builder.ToString() };
            builder2.Attachments.Add("a.bin", File.ReadAllBytes(path), new ContentType("application", "octet-stream"));
            if (isHtml) builder2.Attachments.Add("b.bin", bytes, new ContentType("application", "octet-stream"));
            message.Body = builder2.ToMessageBody();
            client.Send(message);
            """
        );

    [Fact]
    public Task A_variable_that_is_filled_later() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            MailMessage mail = new MailMessage();
            mail.From = known;
            mail.To.Add("ann@contoso.com");
            mail.Subject = subject;
            mail.Body = "mail with attachment";

            System.Net.Mail.Attachment attachment;
            attachment = new System.Net.Mail.Attachment(path);
            mail.Attachments.Add(attachment);

            client.Send([|mail|]);
            """,
            """
            using var client = new SmtpClient();
            MimeMessage mail = new MimeMessage();
            mail.From.Add((MailboxAddress)known);
            mail.To.Add(MailboxAddress.Parse("ann@contoso.com"));
            mail.Subject = subject;
            var builder = new BodyBuilder { TextBody = "mail with attachment" };

            builder.Attachments.Add(path, new ContentType("application", "octet-stream"));
            mail.Body = builder.ToMessageBody();

            client.Send(mail);
            """
        );

    [Fact]
    public Task A_picture_that_the_text_points_to() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage(from, to) { Body = "<img src='cid:logo'/>", IsBodyHtml = true };
            Array.ForEach(new[] { path }, file => message.Attachments.Add(new Attachment(file, "image/png") { ContentId = "logo" }));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(from));
            message.To.AddRange(InternetAddressList.Parse(to));
            var builder = new BodyBuilder { HtmlBody = "<img src='cid:logo'/>" };
            Array.ForEach(new[] { path }, file => builder.Attachments.Add(file, new ContentType("image", "png")).ContentId = "logo");
            message.Body = builder.ToMessageBody();
            client.Send(message);
            """
        );

    [Fact]
    public Task A_stream_whose_block_sends() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage(from, to);
            message.Body = text;
            using (var stream = File.OpenRead(path))
            {
                message.Attachments.Add(new Attachment(stream, "numbers.csv"));
                if (message.To.Count > 0)
                    client.Send([|message|]);
            }
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(from));
            message.To.AddRange(InternetAddressList.Parse(to));
            var builder = new BodyBuilder { TextBody = text };
            using (var stream = File.OpenRead(path))
            {
                builder.Attachments.Add("numbers.csv", stream, new ContentType("application", "octet-stream"));
                message.Body = builder.ToMessageBody();
                if (message.To.Count > 0)
                    client.Send(message);
            }
            """
        );

    [Fact]
    public Task All_on_one_line() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using (var message = new MailMessage(known, known)) { message.Attachments.Add(new Attachment(path)); message.Body = text; client.Send([|message|]); }
            """,
            """
            using var client = new SmtpClient();
            using (var message = new MimeMessage()) { message.From.Add((MailboxAddress)known); message.To.Add((MailboxAddress)known); var builder = new BodyBuilder(); builder.Attachments.Add(path, new ContentType("application", "octet-stream")); builder.TextBody = text; message.Body = builder.ToMessageBody(); client.Send(message); }
            """
        );

    [Fact]
    public Task Two_messages_with_a_builder_each() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var notice = new MailMessage(known, known);
            var report = new MailMessage { From = known, To = { known }, Body = text };
            report.Attachments.Add(new Attachment(path));
            client.Send([|report|]);
            """,
            """
            using var client = new SmtpClient();
            var notice = new MailMessage(known, known);
            var report = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            var reportBuilder = new BodyBuilder { TextBody = text };
            reportBuilder.Attachments.Add(path, new ContentType("application", "octet-stream"));
            report.Body = reportBuilder.ToMessageBody();
            client.Send(report);
            """
        );

    [Fact]
    public Task An_attachment_that_may_be_text_or_not() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known }, Body = text };
            foreach (var kind in new[] { "text/csv", "application/json" })
            {
                var stream = new MemoryStream(bytes);
                message.Attachments.Add(new Attachment(stream, "numbers", kind));
            }
            message.Attachments.Add(new Attachment(path, "text/csv"));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            var builder = new BodyBuilder { TextBody = text };
            foreach (var kind in new[] { "text/csv", "application/json" })
            {
                var stream = new MemoryStream(bytes);
                builder.Attachments.Add(new MimePart(kind)
                {
                    Content = new MimeContent(stream),
                    ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                    ContentTransferEncoding = ContentEncoding.Base64,
                    FileName = "numbers",
                });
            }
            builder.Attachments.Add(new MimePart("text/csv")
            {
                Content = new MimeContent(File.OpenRead(path)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = Path.GetFileName(path),
            });
            message.Body = builder.ToMessageBody();
            client.Send(message);
            """
        );
}
