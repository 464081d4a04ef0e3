namespace M365Smtp.Analyzers.Tests.Extraction;

/// <summary>Values that reach a client through other code: helpers, wrappers, interfaces, other files.</summary>
public class ReachTests
{
    [Fact]
    public void An_interface_call_is_read_in_its_only_implementation() => Assert.Equal(
        "Connect: smtp.office365.com:587 Opportunistic, no login / Authenticate: smtp.office365.com:587 Opportunistic, password courier@adatum.com / Send: smtp.office365.com:587 Opportunistic, password courier@adatum.com",
        Facts.OfCSharp(
            """
            using MimeKit;
            class Courier {
                readonly IOutbox outbox;
                public Courier(IOutbox outbox) => this.outbox = outbox;
                public void Run(MimeMessage message) => outbox.Push("smtp.office365.com", 587, "courier@adatum.com", "password", message);
            }
            """,
            """
            using MailKit.Net.Smtp; using MailKit.Security; using MimeKit;
            interface IOutbox { void Push(string server, int port, string user, string secret, MimeMessage message); }
            class MailOutbox : IOutbox {
                public void Push(string server, int port, string user, string secret, MimeMessage message) {
                    using (var client = new SmtpClient()) {
                        client.Connect(server, port, SecureSocketOptions.StartTlsWhenAvailable);
                        client.Authenticate(user, secret);
                        client.Send(message);
                    }
                }
            }
            """));
}
