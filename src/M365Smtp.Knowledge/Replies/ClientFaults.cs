namespace M365Smtp.Knowledge;

/// <summary>
/// Client error messages without a server reply, most specific first. Source: facts 3e, what the client says.
/// </summary>
internal static class ClientFaults
{
    public static readonly SpokenRow[] All =
    [
        Fault(
            ReplyCause.CertificateUntrusted,
            RetryAdvice.Never,
            "OpenSSL, Java, .NET",
            "unable to get local issuer certificate",
            "unable to verify the first certificate",
            "self signed certificate",
            "self-signed certificate",
            "pkix path building failed",
            "unable to find valid certification path",
            "certificate verify failed",
            "certificate_verify_failed",
            "unable_to_verify_leaf_signature",
            "remotecertificatechainerrors",
            "remotecertificatenamemismatch",
            "remotecertificatenotavailable",
            "the remote certificate is invalid",
            "the remote certificate was rejected",
            "certificate signed by unknown authority",
            "untrustedroot",
            "partialchain",
            "ssl certificate problem",
            "certificate has expired",
            "err_tls_cert_altname_invalid",
            "hostname/ip does not match certificate's altnames",
            "doesn't match certificate's altnames",
            "no subject alternative dns name matching"
        ),
        Fault(
            ReplyCause.WrongTlsMode,
            RetryAdvice.Never,
            "OpenSSL, Go, Java, .NET, MailKit, GnuTLS",
            "wrong version number",
            "wrong_version_number",
            "first record does not look like a tls handshake",
            "unsupported or unrecognized ssl message",
            "unrecognized ssl message, plaintext connection",
            "the handshake failed due to an unexpected packet format",
            "cannot determine the frame size or a corrupted frame was received",
            "is typically reserved for plain-text connections",
            "ssl routines:ssl23_get_server_hello:unknown protocol",
            "an unexpected tls packet was received",
            "received corrupt message of type invalidcontenttype",
            "invalid message of type invalidcontenttype"
        ),
        // The port alone is not a fault; with a failed connection it is the cause.
        Fault(ReplyCause.PortNotServed, RetryAdvice.Never, "facts 1d; nodemailer, smtplib", Unreachable) with
        {
            With = "465",
        },
        Fault(
            ReplyCause.TlsTooOld,
            RetryAdvice.Never,
            "Java, OpenSSL, .NET",
            "no appropriate protocol",
            "alert protocol version",
            "tlsv1_alert_protocol_version",
            "protocol_version",
            "unsupported protocol",
            "the client and server cannot communicate, because they do not possess a common algorithm",
            "could not convert socket to tls",
            "received fatal alert: handshake_failure",
            "sec_e_unsupported_function"
        ),
        Fault(
            ReplyCause.NoClientMechanism,
            RetryAdvice.Never,
            "Postfix",
            "no mechanism available",
            "no worthy mechs found",
            "no known sasl authentication mechanism",
            "no compatible authentication mechanisms found",
            "no supported auth mechanism",
            "cannot authenticate to server",
            "none of the authentication mechanisms supported by this server are supported",
            "no authentication mechanisms supported by both sides"
        ),
        Fault(ReplyCause.NoClientMechanism, RetryAdvice.Never, "Postfix", "generic failure") with
        {
            With = "sasl",
        },
        Fault(
            ReplyCause.NotReached,
            RetryAdvice.Later,
            "Node, Python, PHP, Java, Go, .NET",
            "getaddrinfo",
            "enotfound",
            "eai_again",
            "name or service not known",
            "no such host is known",
            "nodename nor servname provided",
            "temporary failure in name resolution",
            "unknownhostexception",
            "no such host",
            "the remote name could not be resolved",
            "could not resolve host"
        ),
        Fault(ReplyCause.NotReached, RetryAdvice.Later, "Node, Python, PHP, Java, Go, .NET", Unreachable),
        Fault(
            ReplyCause.ConnectionBroken,
            RetryAdvice.Later,
            "facts 3e",
            "forcibly closed by the remote host",
            "connection reset",
            "econnreset",
            "connection unexpectedly closed",
            "the smtp server has unexpectedly disconnected",
            "unexpected eof",
            "eof occurred in violation of protocol",
            "socket hang up",
            "lost connection with",
            "remote host closed connection during handshake",
            "remote host terminated the handshake",
            "unable to read data from the transport connection",
            "unable to write data to the transport connection",
            "server disconnected",
            "client network socket disconnected before secure tls connection was established",
            "received an unexpected eof or 0 bytes from the transport stream",
            "broken pipe"
        ),
    ];

    static string[] Unreachable =>
        [
            "etimedout",
            "econnrefused",
            "connection timed out",
            "connect timed out",
            "connection timeout",
            "operation timed out",
            "i/o timeout",
            "connection refused",
            "timed out",
            "timeouterror",
            "actively refused it",
            "did not properly respond after a period of time",
            "the operation has timed out",
            "could not connect to smtp host",
            "couldn't connect to host",
            "unable to connect to the remote server",
            "failed to connect to server",
            "could not open socket",
            "network is unreachable",
            "enetunreach",
            "no route to host",
            "ehostunreach",
        ];

    static SpokenRow Fault(ReplyCause cause, RetryAdvice retry, string source, params string[] phrases) =>
        new(cause, retry, Certainty.Likely, source, phrases);
}
