// run: Form.Submit
using System.Net;
using System.Net.Mail;

public partial class Form
{
    private readonly SmtpClient client = new SmtpClient("smtp.office365.com", 587);

    public Form()
    {
        InitializeComponent();
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!");
    }

    public string Submit()
    {
        try
        {
            client.Send("alerts@contoso.com", "ann@fabrikam.com", Title, "x");
            return "sent";
        }
        catch (SmtpException failure)
        {
            return failure.Message.Length > 0 ? "failed" : "";
        }
    }
}

// file: Form.Designer.cs
public partial class Form
{
    private string Title = "";

    private void InitializeComponent() => Title = "Form";
}
