using System.Net;
using System.Net.Mail;
using M365Smtp.Simulator;
using M365Smtp.Tool.Simulate.Page;
using MailKit.Security;
using MimeKit;

namespace M365Smtp.Page.Tests;

/// <summary>A simulator with its page, as started by 'm365smtp simulate --ui'.</summary>
sealed class RunningPage : IAsyncDisposable
{
    readonly PageServer page;

    RunningPage(SmtpSimulator simulator, PageModel model, PageServer page) =>
        (Simulator, Model, this.page) = (simulator, model, page);

    public SmtpSimulator Simulator { get; }

    public PageModel Model { get; }

    public Uri Address => page.Address;

    public static async Task<RunningPage> StartAsync()
    {
        static Tenant WithMailbox(Tenant tenant) =>
            tenant.Mailbox(Scenario.Mailbox, Scenario.Password, mailbox => mailbox.Token(Scenario.Token));

        var model = new PageModel(Scenario.Mailbox, Scenario.Password, WithMailbox);
        var simulator = await SmtpSimulator.StartAsync(WithMailbox, model.Listen(new()));
        model.Start(simulator, Scenario.Open, new());
        return new(simulator, model, await PageServer.StartAsync(model, 0));
    }

    /// <summary>Sends with System.Net.Mail; returns the text of the refusal, or "sent".</summary>
    public async Task<string> SendWithSystemNetMailAsync()
    {
#pragma warning disable SYSLIB0014 // System.Net.Mail.SmtpClient offers no other way to set it.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None
            || certificate!.Issuer.Contains("M365Smtp.Simulator", StringComparison.Ordinal);
#pragma warning restore SYSLIB0014
        using var client = new SmtpClient(Simulator.Host, Simulator.Port)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(Scenario.Mailbox, Scenario.Password),
        };
        try
        {
            await client.SendMailAsync(
                new MailMessage(Scenario.Mailbox, "ops@contoso.com", "from System.Net.Mail", "text")
            );
            return "sent";
        }
        catch (SmtpException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>Sends with MailKit; returns the text of the refusal, or "sent".</summary>
    public async Task<string> SendWithMailKitAsync(MimeMessage? message = null)
    {
        using var client = new MailKit.Net.Smtp.SmtpClient
        {
            ServerCertificateValidationCallback = Simulator.Certificate.Validate,
        };
        try
        {
            await client.ConnectAsync(Simulator.Host, Simulator.Port, SecureSocketOptions.StartTls);
            await client.AuthenticateAsync(Scenario.Mailbox, Scenario.Password);
            await client.SendAsync(message ?? Message("from MailKit", new TextPart("plain") { Text = "text" }));
            await client.DisconnectAsync(true);
            return "sent";
        }
        catch (Exception refused)
            when (refused is AuthenticationException or MailKit.CommandException or MailKit.ProtocolException)
        {
            return refused.Message;
        }
    }

    public static MimeMessage Message(string subject, MimeEntity body)
    {
        var message = new MimeMessage { Subject = subject, Body = body };
        message.From.Add(MailboxAddress.Parse(Scenario.Mailbox));
        message.To.Add(MailboxAddress.Parse("ops@contoso.com"));
        return message;
    }

    public async ValueTask DisposeAsync()
    {
        await page.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
