// run: Outbox.FlushAsync
using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;

public class Outbox : IDisposable
{
    private readonly ConcurrentQueue<MailMessage> queue = new();
    private readonly SmtpClient client = new("smtp.office365.com", 587)
    {
        EnableSsl = true,
        Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
    };

    public void Add(string to, string subject) => queue.Enqueue(new MailMessage("alerts@contoso.com", to, subject, "x"));

    public async Task FlushAsync()
    {
        Add("a@fabrikam.com", "one");
        Add("b@fabrikam.com", "two");
        while (queue.TryDequeue(out var message))
            using (message)
                await client.SendMailAsync(message);
    }

    public void Dispose() => client.Dispose();
}
