using LegacyMailer;

switch (args)
{
    case ["order", var recipient, var number]:
        OrderConfirmation.Send(recipient, number);
        break;
    case ["report", var file]:
        NightlyReport.Send(File.ReadAllText(file));
        break;
    case ["contact", var visitor, var text]:
        await ContactForm.ForwardAsync(visitor, text);
        break;
    case ["newsletter", var subscribers, var body]:
        await Newsletter.SendAsync(File.ReadAllLines(subscribers), File.ReadAllText(body));
        break;
    case ["invoice", var recipient, var pdf]:
        await InvoiceMailer.SendAsync(recipient, pdf);
        break;
    case ["alert", var text]:
        DiskAlert.Send(text);
        break;
    default:
        Console.Error.WriteLine("LegacyMailer order|report|contact|newsletter|invoice|alert ...");
        return 1;
}
return 0;
