using System.Net.Sockets;
using System.Security.Authentication;

namespace M365Smtp.Tests.Decoding;

/// <summary>What an exception tells by its type, where no server spoke.</summary>
public class NetworkFailureTests
{
    // Its words differ from machine to machine and from language to language.
    static ReplyExplanation Explain(SocketError error) =>
        SmtpReply.Explain(new SocketException((int)error, "Es ging nicht."));

    [Theory]
    [InlineData(SocketError.HostNotFound, ReplyCause.NotReached, "The host name cannot be resolved.", "DNS")]
    [InlineData(SocketError.NoData, ReplyCause.NotReached, "The host name cannot be resolved.", "DNS")]
    [InlineData(SocketError.TryAgain, ReplyCause.NotReached, "The host name cannot be resolved.", "DNS")]
    [InlineData(SocketError.ConnectionRefused, ReplyCause.NotReached, "nothing listens at that port", "587")]
    [InlineData(SocketError.TimedOut, ReplyCause.NotReached, "often a firewall, or port 465", "587")]
    [InlineData(SocketError.ConnectionReset, ReplyCause.ConnectionBroken, "The connection broke off.", "587")]
    [InlineData(SocketError.ConnectionAborted, ReplyCause.ConnectionBroken, "The connection broke off.", "587")]
    [InlineData(SocketError.Shutdown, ReplyCause.ConnectionBroken, "The connection broke off.", "587")]
    [InlineData(SocketError.NetworkUnreachable, ReplyCause.NotReached, "The network failed.", "587")]
    public void A_socket_tells_how_far_it_came(SocketError error, ReplyCause cause, string meaning, string remedy)
    {
        var explained = Explain(error);

        Assert.Equal((cause, Gate.Network, RetryAdvice.Later), (explained.Cause, explained.Gate, explained.Retry));
        Assert.Contains(meaning, explained.Meaning, StringComparison.Ordinal);
        Assert.Contains(remedy, Assert.Single(explained.Remedies).Text, StringComparison.Ordinal);
    }

    public static TheoryData<Exception, Gate, string> Others =>
        new()
        {
            { new TimeoutException("late"), Gate.Network, "The server did not answer in time." },
            { new IOException("cut"), Gate.Network, "The connection broke off." },
            { new AuthenticationException("no"), Gate.Tls, "The TLS handshake or the certificate check failed." },
            { new NotSupportedException("STARTTLS is not offered"), Gate.Tls, "The server offers no STARTTLS here." },
            { new NotSupportedException("no STARTTLS extension"), Gate.Tls, "The server offers no STARTTLS here." },
            {
                new System.Net.Mail.SmtpException("Server does not support secure connections."),
                Gate.Tls,
                "The server offers no STARTTLS here."
            },
            {
                new MailKit.Security.SslHandshakeException("no"),
                Gate.Tls,
                "The TLS handshake or the certificate check failed."
            },
            { new MailKit.ServiceNotAuthenticatedException("no"), Gate.Unknown, "" },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void An_exception_of_a_client_tells_by_its_type(Exception exception, Gate gate, string meaning)
    {
        var explained = SmtpReply.Explain(exception);

        if (meaning.Length > 0)
            Assert.Equal((gate, meaning), (explained.Gate, explained.Meaning));
        else
            Assert.Equal(
                (ReplyCause.NotAuthenticated, RetryAdvice.Never, Certainty.Likely),
                (explained.Cause, explained.Retry, explained.Certainty)
            );
    }

    [Fact]
    public void Of_what_is_no_failure_of_the_network_nothing_is_said() =>
        Assert.Equal(ReplyCause.Unknown, SmtpReply.Explain(new NotSupportedException("DSN")).Cause);

    [Theory]
    [InlineData("Mailbox unavailable. The server response was: ")]
    [InlineData("response was: ")]
    [InlineData("")]
    public void What_a_client_writes_before_the_reply_is_no_part_of_it(string before)
    {
        var explained = SmtpReply.Explain(
            new System.Net.Mail.SmtpException(
                System.Net.Mail.SmtpStatusCode.MailboxUnavailable,
                before + "5.7.60 SMTP; Client does not have permissions to send as this sender"
            )
        );

        Assert.Equal((ReplyCause.SendAs, 550, "5.7.60"), (explained.Cause, explained.Code, explained.EnhancedCode));
    }
}
