namespace M365Smtp.CodeFixes.Tests.Migration.Messages;

/// <summary>The senders and recipients of a message.</summary>
public class AddressTests
{
    [Fact]
    public Task All_lists_with_texts_and_addresses() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var message = new MailMessage { Subject = subject };
            message.From = new MailAddress("app@contoso.com", "Störungen");
            message.To.Add("Ann <ann@contoso.com>");
            message.To.Add("bob@fabrikam.com, carol@fabrikam.com");
            message.CC.Add(to);
            message.CC.Add(new MailAddress("dave@fabrikam.com", name));
            message.Bcc.Add(known);
            message.ReplyToList.Add(to);
            message.Sender = new MailAddress("sender@contoso.com");
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var message = new MimeMessage { Subject = subject };
            message.From.Add(new MailboxAddress("Störungen", "app@contoso.com"));
            message.To.Add(MailboxAddress.Parse("Ann <ann@contoso.com>"));
            message.To.AddRange(InternetAddressList.Parse("bob@fabrikam.com, carol@fabrikam.com"));
            message.Cc.AddRange(InternetAddressList.Parse(to));
            message.Cc.Add(new MailboxAddress(name, "dave@fabrikam.com"));
            message.Bcc.Add((MailboxAddress)known);
            message.ReplyTo.AddRange(InternetAddressList.Parse(to));
            message.Sender = MailboxAddress.Parse("sender@contoso.com");
            client.Send(message);
            """
        );

    [Fact]
    public Task A_loop_over_the_recipients() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage();
            message.From = isHtml ? known : new MailAddress(from);
            foreach (var recipient in recipients) message.To.Add(recipient);
            foreach (var recipient in recipients)
                if (recipient != from)
                    message.Bcc.Add(new MailAddress(recipient));
            if (name != null) { message.CC.Add(known); }
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            message.From.Add(isHtml ? (MailboxAddress)known : MailboxAddress.Parse(from));
            foreach (var recipient in recipients) message.To.AddRange(InternetAddressList.Parse(recipient));
            foreach (var recipient in recipients)
                if (recipient != from)
                    message.Bcc.Add(MailboxAddress.Parse(recipient));
            if (name != null) { message.Cc.Add((MailboxAddress)known); }
            client.Send(message);
            """
        );

    [Fact]
    public Task A_message_for_each_recipient() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            MailAddress sender = new("app@contoso.com", "App", System.Text.Encoding.Latin1);
            foreach (var recipient in recipients.Take(1))
            {
                using var message = new MailMessage(sender, new MailAddress(recipient));
                message.Subject = subject;
                message.Body = text;
                client.Send([|message|]);
            }
            """,
            """
            using var client = new SmtpClient();
            MailboxAddress sender = new MailboxAddress(System.Text.Encoding.Latin1, "App", "app@contoso.com");
            foreach (var recipient in recipients.Take(1))
            {
                using var message = new MimeMessage();
                message.From.Add(sender);
                message.To.Add(MailboxAddress.Parse(recipient));
                message.Subject = subject;
                message.Body = new TextPart("plain") { Text = text };
                client.Send(message);
            }
            """
        );

    [Fact]
    public Task An_address_that_something_else_reads_too() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            var sender = new MailAddress("app@contoso.com", "App");
            if (sender.DisplayName.Length == 0) return;
            using var message = new MailMessage { From = sender };
            #pragma warning disable CS0618
            message.ReplyTo = known;
            #pragma warning restore CS0618
            message.To.Add(string.Join(",", recipients));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            var sender = new MailAddress("app@contoso.com", "App");
            if (sender.DisplayName.Length == 0) return;
            using var message = new MimeMessage { From = { (MailboxAddress)sender } };
            #pragma warning disable CS0618
            message.ReplyTo.Add((MailboxAddress)known);
            #pragma warning restore CS0618
            message.To.AddRange(InternetAddressList.Parse(string.Join(",", recipients)));
            client.Send(message);
            """
        );

    [Fact]
    public Task A_lambda_for_each_recipient() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage { From = known };
            recipients.ToList().ForEach(one => message.To.Add(one));
            Array.ForEach(recipients, one => message.CC.Add(new MailAddress(one)));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage { From = { (MailboxAddress)known } };
            recipients.ToList().ForEach(one => message.To.AddRange(InternetAddressList.Parse(one)));
            Array.ForEach(recipients, one => message.Cc.Add(MailboxAddress.Parse(one)));
            client.Send(message);
            """
        );

    [Fact]
    public Task Another_sender_in_each_branch_and_lists_that_may_be_missing() =>
        MessageStory.VerifyAsync(
            """
            using var client = new SmtpClient();
            using var message = new MailMessage();
            List<string>? copies = isHtml ? recipients.ToList() : null;
            if (isHtml)
                message.From = new MailAddress("app@contoso.com", name);
            else if (name != null)
                message.From = new MailAddress(from);
            else
            {
                message.From = known;
            }
            message.To.Add(known);
            copies?.ForEach(one => message.CC.Add(one));
            client.Send([|message|]);
            """,
            """
            using var client = new SmtpClient();
            using var message = new MimeMessage();
            List<string>? copies = isHtml ? recipients.ToList() : null;
            if (isHtml)
                message.From.Add(new MailboxAddress(name, "app@contoso.com"));
            else if (name != null)
                message.From.Add(MailboxAddress.Parse(from));
            else
            {
                message.From.Add((MailboxAddress)known);
            }
            message.To.Add((MailboxAddress)known);
            copies?.ForEach(one => message.Cc.AddRange(InternetAddressList.Parse(one)));
            client.Send(message);
            """
        );
}
