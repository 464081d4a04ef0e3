// run: Checkout.Post
using System.Net;
using System.Net.Mail;

public class Mailer
{
    public void Confirm(string to)
    {
        using var client = new SmtpClient("smtp.office365.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!"),
        };
        client.Send("alerts@contoso.com", to, "Order", "Thank you.");
    }
}

public class Orders
{
    public void Place() => new Mailer().Confirm("ann@fabrikam.com");
}

public class Checkout
{
    public string Post()
    {
        try
        {
            new Orders().Place();
            return "ordered";
        }
        catch (SmtpException)
        {
            return "ordered, but no mail";
        }
    }
}
