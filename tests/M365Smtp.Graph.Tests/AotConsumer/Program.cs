using Azure.Core.Pipeline;
using M365Smtp.Graph;
using M365Smtp.Simulator;
using MimeKit;

await using var graph = await GraphSimulator.StartAsync(t =>
    t.Mailbox("alerts@contoso.com").Application("mailer", "secret", a => a.GraphPermissions("Mail.Send"))
);
using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = graph.Certificate.Validate };
var options = new GraphTransportOptions { Endpoint = graph.Endpoint, Transport = new HttpClientTransport(handler) };
var token = graph.IssueToken("mailer");
using var client = new GraphTransport(_ => Task.FromResult(token), "alerts@contoso.com", options);

var message = new MimeMessage();
message.From.Add(new MailboxAddress("Alerts", "alerts@contoso.com"));
message.To.Add(new MailboxAddress("Ops", "ops@contoso.com"));
message.Subject = "Disk full";
message.Body = new TextPart("plain") { Text = "Now." };
await client.SendAsync(message);
Console.WriteLine(graph.Messages.Single().Header("Subject"));

message.From.Clear();
message.From.Add(new MailboxAddress("Boss", "boss@contoso.com"));
try
{
    client.Send(message);
}
catch (GraphException refused)
{
    Console.WriteLine(refused.Code);
}
