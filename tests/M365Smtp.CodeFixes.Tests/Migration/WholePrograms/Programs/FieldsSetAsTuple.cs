// run: Entry.Run
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

class Mailer
{
    private readonly string _user;
    private readonly string _password;

    public Mailer(string user, string password) => (_user, _password) = (user, password);

    public async Task<bool> SendAsync(string to)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls);
        try
        {
            await client.AuthenticateAsync(_user, _password);
        }
        catch (AuthenticationException ex)
        {
            Console.WriteLine(ex.Message);
            return false;
        }
        await client.SendAsync(new MimeMessage([MailboxAddress.Parse(_user)], [MailboxAddress.Parse(to)], "tuple", new TextPart("plain") { Text = "x" }));
        await client.DisconnectAsync(true);
        return true;
    }
}

static class Entry
{
    public static Task<bool> Run() => new Mailer("alerts@contoso.com", "P@ssw0rd!").SendAsync("ops@fabrikam.com");
}
