// Sends one mail to the simulator with the given page address, and shows the server's replies and what they mean.
//
//   dotnet run --project src/M365Smtp.Tool -- simulate --ui
//   dotnet run --project samples/GateTrial -- http://127.0.0.1:PORT
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using M365Smtp;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

if (args is not [var page])
{
    Console.Error.WriteLine(
        "Usage: GateTrial http://127.0.0.1:PORT (the address that 'm365smtp simulate --ui' prints)"
    );
    return 2;
}

using var http = new HttpClient { BaseAddress = new Uri(page) };
var server =
    await http.GetFromJsonAsync<Server>("/state") ?? throw new InvalidOperationException("The page does not answer.");
var authority = X509Certificate2.CreateFromPem(await http.GetStringAsync("/authority.pem"));

var message = new MimeMessage
{
    Subject = "Through the gates",
    Body = new TextPart("plain") { Text = "It went through." },
};
message.From.Add(MailboxAddress.Parse(server.Mailbox));
message.To.Add(MailboxAddress.Parse("ops@contoso.com"));

using var client = new SmtpClient();

// The simulator has its own certificate authority; everything else is checked as usual.
client.ServerCertificateValidationCallback = (_, certificate, _, _) => IsIssuedBy(authority, certificate);
try
{
    await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.StartTls);
    await client.AuthenticateAsync(server.Mailbox, server.Password);
    await client.SendAsync(message);
    await client.DisconnectAsync(true);
    Console.WriteLine("Sent.");
    return 0;
}
catch (Exception refused)
    when (refused
            is AuthenticationException
                or SmtpCommandException
                or SmtpProtocolException
                or SslHandshakeException
                or IOException
    )
{
    var why = SmtpReply.Explain(refused, server.Mailbox);
    Console.WriteLine($"{why.Gate}: {why.Meaning}");
    if (why.Remedies.FirstOrDefault()?.PowerShell is { } command)
        Console.WriteLine(command);
    return 1;
}

static bool IsIssuedBy(X509Certificate2 authority, X509Certificate? certificate)
{
    if (certificate is not X509Certificate2 server)
        return false;
    using var chain = new X509Chain();
    chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
    chain.ChainPolicy.CustomTrustStore.Add(authority);
    chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
    return chain.Build(server) && server.MatchesHostname("localhost");
}

sealed record Server(string Host, int Port, string Mailbox, string Password);
