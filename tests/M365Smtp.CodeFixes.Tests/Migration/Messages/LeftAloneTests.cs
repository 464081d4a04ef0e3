namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>Code that is not fully understood is left to <c>MimeMessage.CreateFromMailMessage</c>.</summary>
public class LeftAloneTests
{
    /// <summary>The three dots stand for an operation on a message that is otherwise understood.</summary>
    [Theory]
    [InlineData("Task.Run(() => message.Body);")]
    [InlineData("var other = message;")]
    [InlineData("Console.WriteLine(message);")]
    [InlineData("message.To.Clear();")]
    [InlineData("message.To.RemoveAt(0);")]
    [InlineData("Array.ForEach(recipients, message.To.Add);")]
    [InlineData("Parallel.ForEach(recipients, one => message.To.Add(one));")]
    [InlineData("Action add = () => message.To.Add(known);")]
    [InlineData("recipients.ToList().ForEach(one => { message.To.Add(one); });")]
    [InlineData(
        "if (isHtml) { message.Body = text; message.IsBodyHtml = true; } message.Body = subject; message.IsBodyHtml = false;"
    )]
    [InlineData("if (message.To.Contains(known)) return;")]
    [InlineData("message.From = known;")]
    [InlineData("foreach (var one in recipients) message.Priority = MailPriority.Low;")]
    [InlineData("message.To.Add(\"\\\"a@b\\\" (comment) <ann@contoso.com>\");")]
    [InlineData("message.SubjectEncoding = System.Text.Encoding.Latin1;")]
    [InlineData("message.BodyEncoding = System.Text.Encoding.ASCII;")]
    [InlineData("message.BodyTransferEncoding = System.Net.Mime.TransferEncoding.SevenBit;")]
    [InlineData("if (isHtml) message.BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64;")]
    [InlineData("message.DeliveryNotificationOptions = DeliveryNotificationOptions.OnFailure;")]
    [InlineData("message.Priority = isHtml ? MailPriority.High : MailPriority.Low;")]
    [InlineData("message.Priority = MailPriority.High; message.Priority = MailPriority.Normal;")]
    [InlineData("message.Priority = MailPriority.High; message.Headers.Add(\"X-Priority\", \"3\");")]
    [InlineData("message.Headers.Add(subject, text);")]
    [InlineData("message.Headers.Add(\"Reply-To\", from);")]
    [InlineData("message.Headers.Remove(\"X-Batch\");")]
    [InlineData("if (isHtml) message.IsBodyHtml = true;")]
    [InlineData("message.IsBodyHtml = text.StartsWith('<');")]
    [InlineData("message.IsBodyHtml = isHtml; isHtml = false;")]
    [InlineData("message.IsBodyHtml = isHtml; message.Attachments.Add(new Attachment(path));")]
    [InlineData(
        "using var opened = new MemoryStream(bytes); message.Attachments.Add(new Attachment(opened, \"a\", \"text/csv\"));"
    )]
    [InlineData("message.Attachments.Add(new Attachment(path, new System.Net.Mime.ContentType(\"text/csv\")));")]
    [InlineData(
        "message.Attachments.Add(new Attachment(path) { TransferEncoding = System.Net.Mime.TransferEncoding.SevenBit });"
    )]
    [InlineData("message.Attachments.Add(new Attachment(path)); message.Body = \"\";")]
    [InlineData("message.Attachments.Add(new Attachment(path) { Name = \"a\" });")]
    [InlineData("message.Attachments.Add(new Attachment(new MemoryStream(bytes), name));")]
    [InlineData(
        "var memory = new MemoryStream(); message.Attachments.Add(new Attachment(memory, \"a\")); memory.Write(bytes);"
    )]
    [InlineData("var opened = File.OpenRead(path); message.Attachments.Add(new Attachment(opened, \"a\"));")]
    [InlineData("var made = new Attachment(path); made.Name = \"a\"; message.Attachments.Add(made);")]
    [InlineData("var made = new Attachment(path); path += isHtml; message.Attachments.Add(made);")]
    [InlineData("var made = new Attachment(path); message.Attachments.Add(made); Console.Write(made.ContentId);")]
    [InlineData("message.AlternateViews.Add(new AlternateView(path));")]
    [InlineData(
        "var html = AlternateView.CreateAlternateViewFromString(text, null, \"text/html\"); html.LinkedResources.Add(new LinkedResource(path)); message.AlternateViews.Add(html);"
    )]
    [InlineData("message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(text));")]
    [InlineData(
        "message.IsBodyHtml = true; message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(text, null, \"text/html\"));"
    )]
    [InlineData(
        "foreach (var one in recipients) message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(one, null, \"text/html\"));"
    )]
    [InlineData("foreach (var one in recipients) { message.CC.Add(one); client.Send(message); }")]
    [InlineData("client.Send(message); message.CC.Add(known);")]
    [InlineData("client.SendAsync(message, message);")]
    [InlineData("message = new MailMessage(from, to);")]
    [InlineData("message.Subject += subject;")]
    [InlineData("_ = (message.Subject = subject).Length;")]
    public Task A_message_that(string use) =>
        MessageStory.NotUnderstoodAsync(
            $"""
            using var client = new SmtpClient();
            var message = new MailMessage();
            message.From = known;
            message.To.Add(known);
            message.Body = text;
            {use}
            client.Send([|message|]);
            """
        );

    [Theory]
    [InlineData("message = new MailMessage(from, to) { To = { known } };")]
    [InlineData(
        "message = new MailMessage(from, to, subject, text) { Subject = subject, Attachments = { new Attachment(path) } };"
    )]
    [InlineData("message = new MailMessage(from, to) { Body = name, Attachments = { new Attachment(path) } };")]
    [InlineData("message = new MailMessage(from, to) { Headers = { [\"X-Batch\"] = text } };")]
    [InlineData(
        "message = new MailMessage(int.TryParse(from, out var number) ? from : to, to) { Subject = $\"{number}\" };"
    )]
    [InlineData("message = isHtml ? new MailMessage(from, to) : new MailMessage();")]
    [InlineData("message; if (isHtml) message = new MailMessage(from, to); else message = new MailMessage(to, from);")]
    public Task Nor_one_that_begins_with(string creation) =>
        MessageStory.NotUnderstoodAsync(
            $"""
            using var client = new SmtpClient();
            MailMessage {creation}
            client.Send([|message|]);
            """
        );

    [Fact]
    public Task The_message_itself_is_understood() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage();
            message.From = known;
            message.To.Add(known);
            message.Body = text;
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage();
            message.From.Add((MailboxAddress)known);
            message.To.Add((MailboxAddress)known);
            message.Body = new TextPart("plain") { Text = text };
            client.Send(message);
            """
        );

    [Fact]
    public Task Nor_one_without_a_sender_of_its_own() =>
        MessageStory.NotUnderstoodAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage { To = { known } };
            client.Send([|message|]);
            """
        );

    [Fact]
    public Task Nor_a_file_without_a_text_before_it() =>
        MessageStory.NotUnderstoodAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage(from, to, "Scan", "");
            message.Attachments.Add(new Attachment(path));
            client.Send([|message|]);
            """
        );

    [Fact]
    public Task Nor_one_that_a_method_makes() =>
        MessageStory.NotUnderstoodAsync(
            """
            using var client = new SmtpClient();
            var message = Make();
            client.Send([|message|]);
            MailMessage Make() => new(from, to);
            """
        );

    [Fact]
    public Task Nor_one_that_a_lambda_sends() =>
        MessageStory.NotUnderstoodAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage(from, to);
            await Task.Run(() => client.Send([|message|]));
            """
        );

    [Fact]
    public Task Nor_one_whose_comment_would_be_lost() =>
        MessageStory.NotUnderstoodAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage();
            message.From = new MailAddress(from, /* as people know it */ "App");
            client.Send([|message|]);
            """
        );

    [Fact]
    public Task Nor_one_that_another_build_fills_otherwise() =>
        MessageStory.NotUnderstoodAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage(from, to);
            #if !DEBUG
            message.Bcc.Add(known);
            #endif
            client.Send([|message|]);
            """
        );

    [Fact]
    public Task Nor_does_half_typed_code_throw() =>
        MessageStory.HalfTypedAsync(
            """
            var client = new SmtpClient();
            var sender = new MailAddress(from, name);
            using (var message = new MailMessage(sender, known) { Subject = subject, CC = { to } })
            {
                message.Body = text;
                message.IsBodyHtml = isHtml;
                var view = AlternateView.CreateAlternateViewFromString(text, null, "text/html");
                view.LinkedResources.Add(new LinkedResource(path) { ContentId = "a" });
                message.AlternateViews.Add(view);
                recipients.ToList().ForEach(one => message.Bcc.Add(one));
                message.Headers["X-Batch"] = name;
                client.Send(message);
            }
            """
        );
}
