using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Mail;

namespace Shop.Mail.Newsletters.N0
{
    public sealed class Subscriber
    {
        public Subscriber(string address, string language)
        {
            Address = address;
            Language = language;
        }

        public string Address { get; }
        public string Language { get; }
    }

    public sealed class Newsletter : IDisposable
    {
        private readonly SmtpClient client;

        public Newsletter(string user, string password)
        {
            client = new SmtpClient
            {
                Host = "smtp.outlook.office365.com",
                Port = 587,
                EnableSsl = false,
                Credentials = new NetworkCredential(user, password),
            };
        }

        public int Send(string subject, IReadOnlyDictionary<string, string> texts, IEnumerable<Subscriber> subscribers)
        {
            var sent = 0;
            foreach (var subscriber in subscribers)
            {
                if (!texts.TryGetValue(subscriber.Language, out var text) && !texts.TryGetValue("en", out text)) continue;
                using var message = new MailMessage("news@contoso.com", subscriber.Address, subject, text);
                try
                {
                    client.Send(message);
                    sent++;
                }
                catch (SmtpFailedRecipientException refused)
                {
                    Console.Error.WriteLine(refused.FailedRecipient);
                }
            }
            return sent;
        }

        public void Dispose() => client.Dispose();
    }
}
