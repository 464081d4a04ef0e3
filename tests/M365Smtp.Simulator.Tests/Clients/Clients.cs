using System.Net;
using System.Runtime.CompilerServices;
using MailKit.Security;
using MimeKit;

namespace M365Smtp.Simulator.Tests;

/// <summary>The two .NET clients, configured as their users would.</summary>
static class Clients
{
    // System.Net.Mail uses this process-wide callback; all simulators of a process share one authority.
    [ModuleInitializer]
    internal static void TrustSimulator()
    {
        SmtpSimulator? any = null;
#pragma warning disable SYSLIB0014 // The only way to set trust for System.Net.Mail.
        ServicePointManager.ServerCertificateValidationCallback = (sender, certificate, chain, errors) =>
            (any ??= SmtpSimulator.StartAsync(tenant => tenant).GetAwaiter().GetResult()).Certificate.Validate(
                sender,
                certificate,
                chain,
                errors
            );
#pragma warning restore SYSLIB0014
    }

    public static System.Net.Mail.SmtpClient SystemNetMail(
        SmtpSimulator server,
        string user = Scenario.Mailbox,
        string password = Scenario.Password
    ) => new(server.Host, server.Port) { EnableSsl = true, Credentials = new NetworkCredential(user, password) };

    public static async Task<MailKit.Net.Smtp.SmtpClient> MailKitAsync(SmtpSimulator server)
    {
        var client = new MailKit.Net.Smtp.SmtpClient
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = server.Certificate.Validate,
        };
        await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.StartTls);
        return client;
    }

    public static MimeMessage Message(string from = Scenario.Mailbox, string text = "hello") =>
        new(
            [MailboxAddress.Parse(from)],
            [MailboxAddress.Parse("ops@contoso.com")],
            "hello",
            new TextPart("plain") { Text = text }
        );
}
