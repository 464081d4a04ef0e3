using System.Net.Mail;

static class Mail
{
    public static void Send(string login, string password)
    {
        using var client = new SmtpClient("smtp.office365.com", 465) { EnableSsl = true };
        client.Credentials = new System.Net.NetworkCredential(login, password);
        client.Send("a@contoso.com", "b@contoso.com", "subject", "body");
    }
}
