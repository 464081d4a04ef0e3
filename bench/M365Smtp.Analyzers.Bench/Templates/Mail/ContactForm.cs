using System;
using System.Net;
using System.Net.Mail;
using System.Threading.Tasks;

namespace Shop.Mail.Contact.N0
{
    public sealed class MailOptions
    {
        public string Host { get; set; } = "smtp.office365.com";
        public int Port { get; set; } = 587;
        public string User { get; set; } = "";
        public string Password { get; set; } = "";
    }

    public sealed class ContactRequest
    {
        public string Name { get; set; } = "";
        public string Address { get; set; } = "";
        public string Text { get; set; } = "";

        public bool IsValid => Name.Length is > 0 and < 100 && Address.IndexOf('@') > 0 && Text.Length < 4000;
    }

    public sealed class ContactForm
    {
        private readonly MailOptions options;

        public ContactForm(MailOptions options) => this.options = options;

        public async Task<bool> SubmitAsync(ContactRequest request)
        {
            if (!request.IsValid) return false;
            using var message = new MailMessage(options.User, "office@contoso.com")
            {
                Subject = "Contact: " + request.Name,
                Body = request.Text,
            };
            message.ReplyToList.Add(new MailAddress(request.Address, request.Name));
            using (var client = Client())
            {
                try
                {
                    await client.SendMailAsync(message);
                    return true;
                }
                catch (SmtpException failed) when (failed.StatusCode is SmtpStatusCode.MailboxBusy or SmtpStatusCode.ServiceNotAvailable)
                {
                    return false;
                }
            }
        }

        private SmtpClient Client() => new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(options.User, options.Password),
            Timeout = (int)TimeSpan.FromSeconds(30).TotalMilliseconds,
        };
    }
}
