using System.Net.Sockets;
using M365Smtp.Knowledge;

namespace M365Smtp.Decoding;

/// <summary>Failures below SMTP, recognized by exception type; there is no server reply.</summary>
internal static class TransportFault
{
    public static readonly Remedy OpenPort = new(
        "Connect to smtp.office365.com port 587 and let the firewall pass it; port 465 is not served.",
        Link: Links.SmtpAuth
    );
    public static readonly Remedy CheckName = new(
        "Check the host name and the DNS of this machine.",
        Link: Links.Submission
    );
    public static readonly Remedy CheckTls = new(
        "Use STARTTLS on port 587, TLS 1.2 or newer, and the DNS name rather than an address; keep the "
            + "certificate check on.",
        Link: Links.SmtpAuth
    );

    /// <summary>Null if the exception is not a network or TLS failure.</summary>
    public static ReplyExplanation? Explain(Exception exception) =>
        exception switch
        {
            SocketException
            {
                SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            } => Network(ReplyCause.NotReached, "The host name cannot be resolved.", CheckName),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => Network(
                ReplyCause.NotReached,
                "The connection was refused: nothing listens at that port.",
                OpenPort
            ),
            SocketException { SocketErrorCode: SocketError.TimedOut } => Network(
                ReplyCause.NotReached,
                "The connection timed out: often a firewall, or port 465.",
                OpenPort
            ),
            SocketException
            {
                SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown
            } => Network(ReplyCause.ConnectionBroken, "The connection broke off.", OpenPort),
            SocketException => Network(ReplyCause.NotReached, "The network failed.", OpenPort),
            TimeoutException => Network(ReplyCause.NotReached, "The server did not answer in time.", OpenPort),
            System.Security.Authentication.AuthenticationException => Tls(
                "The TLS handshake or the certificate check failed."
            ),
            _ => ByName(exception),
        };

    static ReplyExplanation? ByName(Exception exception) =>
        exception.GetType().FullName switch
        {
            "MailKit.Security.SslHandshakeException" => Tls("The TLS handshake or the certificate check failed."),
            "MailKit.ServiceNotAuthenticatedException" => NotSignedIn(),
            "System.NotSupportedException" when Says(exception, "STARTTLS") => Tls(
                "The server offers no STARTTLS here."
            ),
            "System.Net.Mail.SmtpException" when Says(exception, "does not support secure connections") => Tls(
                "The server offers no STARTTLS here."
            ),
            _ when exception is IOException => Network(
                ReplyCause.ConnectionBroken,
                "The connection broke off.",
                OpenPort
            ),
            _ => null,
        };

    static bool Says(Exception exception, string words) =>
        exception.Message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    static ReplyExplanation Network(ReplyCause cause, string meaning, Remedy remedy) =>
        new()
        {
            Cause = cause,
            Gate = Gate.Network,
            Certainty = Certainty.Likely,
            Retry = RetryAdvice.Later,
            Meaning = meaning,
            Remedies = [remedy],
            Source = "the type of the exception",
        };

    // The type alone does not show what is wrong with TLS.
    static ReplyExplanation Tls(string meaning) =>
        new()
        {
            Gate = Gate.Tls,
            Certainty = Certainty.Likely,
            Retry = RetryAdvice.Never,
            Meaning = meaning,
            Remedies = [CheckTls],
        };

    static ReplyExplanation NotSignedIn()
    {
        var cause = Causes.Of(ReplyCause.NotAuthenticated);
        return new()
        {
            Cause = cause.Cause,
            Gate = cause.Gate,
            Certainty = Certainty.Likely,
            Retry = RetryAdvice.Never,
            Meaning = cause.Meaning,
            Remedies = cause.Remedies,
            Source = "the type of the exception",
        };
    }
}
