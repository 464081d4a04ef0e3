namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>The text of a message and its alternate views.</summary>
public class BodyTests
{
    [Fact]
    public Task Whether_it_is_HTML_is_known_at_run_time_only() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage(from, "ann@contoso.com") { Subject = subject, IsBodyHtml = isHtml, Body = text };
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { Subject = subject, Body = new TextPart(isHtml ? "html" : "plain") { Text = text } };
            message.From.Add(MailboxAddress.Parse(from));
            message.To.Add(MailboxAddress.Parse("ann@contoso.com"));
            client.Send(message);
            """
        );

    [Fact]
    public Task No_text_at_all() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known } };
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            client.Send(message);
            """
        );

    [Fact]
    public Task Texts_that_may_be_null() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known } };
            message.Subject = name;
            message.Body = isHtml ? name : null;
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            message.Subject = name ?? "";
            message.Body = new TextPart("plain") { Text = (isHtml ? name : null) ?? "" };
            client.Send(message);
            """
        );

    [Fact]
    public Task Another_text_in_each_branch() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known } };
            message.IsBodyHtml = true;
            if (isHtml)
                message.Body = text;
            else
            {
                message.Body = $"<p>{text}</p>";
                message.Subject = subject;
            }
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            if (isHtml)
                message.Body = new TextPart("html") { Text = text };
            else
            {
                message.Body = new TextPart("html") { Text = $"<p>{text}</p>" };
                message.Subject = subject;
            }
            client.Send(message);
            """
        );

    [Fact]
    public Task Plain_text_and_HTML_side_by_side() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage(from, to, subject, "Plain.");
            var html = AlternateView.CreateAlternateViewFromString(text, null, MediaTypeNames.Text.Html);
            message.AlternateViews.Add(html);
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(from));
            message.To.AddRange(InternetAddressList.Parse(to));
            message.Subject = subject;
            var builder = new BodyBuilder { TextBody = "Plain." };
            builder.HtmlBody = text;
            message.Body = builder.ToMessageBody();
            client.Send(message);
            """,
            "using System.Net.Mime;"
        );

    [Fact]
    public Task Two_views_and_no_text_of_its_own() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known }, Subject = subject };
            var plain = AlternateView.CreateAlternateViewFromString("Plain.", System.Text.Encoding.UTF8, "text/plain");
            var html = AlternateView.CreateAlternateViewFromString(text, System.Text.Encoding.UTF8, "text/html");
            message.AlternateViews.Add(plain);
            message.AlternateViews.Add(html);

            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known }, Subject = subject };
            var builder = new BodyBuilder();
            builder.TextBody = "Plain.";
            builder.HtmlBody = text;
            message.Body = builder.ToMessageBody();

            client.Send(message);
            """
        );

    [Fact]
    public Task A_text_that_grows() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage { From = known, IsBodyHtml = true };
            message.To.Add(known);
            message.Body = "<ul>";
            foreach (var line in recipients)
                message.Body += $"<li>{line}</li>";
            message.Body += "</ul>"; // and no more
            message.Subject = subject;
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage { From = { (MailboxAddress)known } };
            message.To.Add((MailboxAddress)known);
            var builder = new BodyBuilder { HtmlBody = "<ul>" };
            foreach (var line in recipients)
                builder.HtmlBody += $"<li>{line}</li>";
            builder.HtmlBody += "</ul>"; // and no more
            message.Body = builder.ToMessageBody();
            message.Subject = subject;
            client.Send(message);
            """
        );

    [Fact]
    public Task Inside_a_try_block() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            MailMessage? message = new MailMessage();
            try
            {
                message.From = known;
                message.To.Add(known);
                message.Body = text;
                message.IsBodyHtml = true;
                client.Send([|message|]);
            }
            finally { message.Dispose(); }
            """,
            """
            using var client = new SmtpClient();
            MimeMessage? message = new MimeMessage();
            try
            {
                message.From.Add((MailboxAddress)known);
                message.To.Add((MailboxAddress)known);
                message.Body = new TextPart("html") { Text = text };
                client.Send(message);
            }
            finally { message.Dispose(); }
            """
        );

    [Fact]
    public Task HTML_in_one_branch_and_plain_text_in_the_other() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known } };
            if (isHtml)
            {
                message.IsBodyHtml = true;
                message.Body = text;
                message.Body = "<b>" + text;
            }
            else
            {
                message.Body = text.Trim();
                message.IsBodyHtml = false;
            }
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            if (isHtml)
            {
                message.Body = new TextPart("html") { Text = text };
                message.Body = new TextPart("html") { Text = "<b>" + text };
            }
            else
            {
                message.Body = new TextPart("plain") { Text = text.Trim() };
            }
            client.Send(message);
            """
        );

    [Fact]
    public Task A_picture_in_the_HTML() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known, To = { known } };
            message.Body = "Plain.";
            var html = AlternateView.CreateAlternateViewFromString("<img src='cid:logo'/><img src='cid:photo'/>", new ContentType("text/html"));
            var logo = new LinkedResource(new MemoryStream(bytes), "image/png");
            logo.ContentId = "logo"; // as in the HTML
            html.LinkedResources.Add(logo);
            html.LinkedResources.Add(new LinkedResource(path, MediaTypeNames.Image.Jpeg) { ContentId = "photo", TransferEncoding = TransferEncoding.Base64 });
            message.AlternateViews.Add(html);
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known }, To = { (MailboxAddress)known } };
            var builder = new BodyBuilder { TextBody = "Plain." };
            // as in the HTML
            builder.HtmlBody = "<img src='cid:logo'/><img src='cid:photo'/>";
            builder.LinkedResources.Add("logo", bytes, new MimeKit.ContentType("image", "png")).ContentId = "logo";
            builder.LinkedResources.Add(path, MimeKit.ContentType.Parse(MediaTypeNames.Image.Jpeg)).ContentId = "photo";
            message.Body = builder.ToMessageBody();
            client.Send(message);
            """,
            "using System.Net.Mime;"
        );

    [Fact]
    public Task Code_that_knows_nothing_of_nullable_references() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage("app@contoso.com", to, subject, text);
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage([MailboxAddress.Parse("app@contoso.com")], InternetAddressList.Parse(to), subject ?? "", new TextPart("plain") { Text = text ?? "" });
            client.Send(message);
            """,
            "#nullable disable"
        );

    [Fact]
    public Task A_transfer_encoding_of_its_own() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage(from, to, subject, text)
            {
                BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
                DeliveryNotificationOptions = DeliveryNotificationOptions.None,
            };
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage([MailboxAddress.Parse(from)], InternetAddressList.Parse(to), subject, new TextPart("plain") { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable });
            client.Send(message);
            """
        );
}
