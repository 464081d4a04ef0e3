using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Shop.Mail;

public class OrderMailer(IOptions<MailOptions> options)
{
    public void Confirm(string customer)
    {
        using var client = new SmtpClient(options.Value.Host, options.Value.Port)
        {
            Credentials = new NetworkCredential(options.Value.User, options.Value.Password),
        };
        client.Send("orders@contoso.com", customer, "Your order", "Thank you");
    }
}
