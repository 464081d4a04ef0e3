// run: Sender.Send
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

class Sender
{
    readonly string _user;
    readonly string _password;
    SmtpClient? _client;

    public Sender(string user, string password)
    {
        _user = user;
        _password = password;
    }

    public void Send()
    {
        if (_client == null)
        {
            _client = new SmtpClient();
            _client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
            _client.Authenticate(_user, _password);
        }
        var message = new MimeMessage(new[] { MailboxAddress.Parse(_user) }, new[] { MailboxAddress.Parse("ann@fabrikam.com") }, "f", new TextPart("plain") { Text = "x" });
        message.MessageId = "4711@contoso.com";
        _client.Send(message);
    }
}
