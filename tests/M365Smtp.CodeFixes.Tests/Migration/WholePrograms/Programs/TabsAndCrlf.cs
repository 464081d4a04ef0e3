// run: Invoice.SendInvoice lang=7.3 nullable=off eol=crlf
using System;
using System.IO;
using System.Net;
using System.Net.Mail;

namespace Billing
{
	public class Invoice
	{
		// The server, as IT gave it.
		private readonly SmtpClient client = new SmtpClient("smtp.office365.com", 587)
		{
			EnableSsl = true,
			Credentials = new NetworkCredential("alerts@contoso.com", "P@ssw0rd!")
		};

		public bool SendInvoice()
		{
			MailMessage mail = null;
			try
			{
				mail = new MailMessage("alerts@contoso.com", "ann@fabrikam.com");
				mail.Subject = "Rechnung Nr. 7";
				mail.Body = "Schöne Grüße";
				mail.Attachments.Add(new Attachment(new MemoryStream(new byte[] { 37, 80 }), "rechnung.pdf", "application/pdf"));
				client.Send(mail);
				return true;
			}
			catch (SmtpFailedRecipientException ex)
			{
				Console.WriteLine(ex.FailedRecipient);
				return false;
			}
			catch (SmtpException ex)
			{
				Console.WriteLine(ex.StatusCode + ": " + ex.Message);
				return false;
			}
			finally
			{
				if (mail != null) mail.Dispose();
			}
		}
	}
}
