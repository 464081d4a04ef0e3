namespace M365Smtp.Tests.Decoding;

/// <summary>Client errors without a server reply, and errors of Entra, Graph and EWS.</summary>
public class SpokenTests
{
    [Theory]
    [InlineData(
        "Error: 140404:error:1408F10B:SSL routines:ssl3_get_record:wrong version number:../ssl3_record.c:332:",
        "WrongTlsMode",
        "Tls"
    )]
    [InlineData("ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)", "WrongTlsMode", "Tls")]
    [InlineData("tls: first record does not look like a TLS handshake", "WrongTlsMode", "Tls")]
    [InlineData("javax.net.ssl.SSLException: Unsupported or unrecognized SSL message", "WrongTlsMode", "Tls")]
    [InlineData(
        "System.IO.IOException: The handshake failed due to an unexpected packet format.",
        "WrongTlsMode",
        "Tls"
    )]
    [InlineData(
        "System.Security.Authentication.AuthenticationException: Cannot determine the frame size or a corrupted frame was received.",
        "WrongTlsMode",
        "Tls"
    )]
    [InlineData(
        "MailKit.Security.SslHandshakeException: An error occurred while attempting to establish an SSL or TLS connection.\n\nWhen connecting to an SMTP service, port 587 is typically reserved for plain-text connections.",
        "WrongTlsMode",
        "Tls"
    )]
    [InlineData("Error: connect ETIMEDOUT 192.0.2.7:465", "PortNotServed", "Network")]
    [InlineData(
        "smtplib: TimeoutError: [Errno 110] Connection timed out (smtp.office365.com, 465)",
        "PortNotServed",
        "Network"
    )]
    [InlineData("{ code: 'ESOCKET', errno: 'ECONNREFUSED', port: 465 }", "PortNotServed", "Network")]
    [InlineData("connect ETIMEDOUT 192.0.2.7:587", "NotReached", "Network")]
    [InlineData("getaddrinfo ENOTFOUND smtp.office365.con", "NotReached", "Network")]
    [InlineData(
        "Could not connect to SMTP host: smtp.office365.com, port: 465, response: -1",
        "PortNotServed",
        "Network"
    )]
    [InlineData(
        "javax.mail.MessagingException: Could not convert socket to TLS;\n  nested exception is: javax.net.ssl.SSLHandshakeException: No appropriate protocol",
        "TlsTooOld",
        "Tls"
    )]
    [InlineData(
        "javax.mail.MessagingException: Could not convert socket to TLS;\n  nested exception is: sun.security.validator.ValidatorException: PKIX path building failed",
        "CertificateUntrusted",
        "Tls"
    )]
    [InlineData("routines:ssl3_read_bytes:tlsv1 alert protocol version", "TlsTooOld", "Tls")]
    [InlineData("unable to get local issuer certificate", "CertificateUntrusted", "Tls")]
    [InlineData(
        "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate in certificate chain",
        "CertificateUntrusted",
        "Tls"
    )]
    [InlineData(
        "The remote certificate is invalid because of errors in the certificate chain: RemoteCertificateChainErrors",
        "CertificateUntrusted",
        "Tls"
    )]
    [InlineData(
        "postfix/smtp[1]: warning: SASL authentication failure: No worthy mechs found",
        "NoClientMechanism",
        "Mechanism"
    )]
    [InlineData(
        "status=deferred (SASL authentication failed; cannot authenticate to server smtp.office365.com[192.0.2.7]: no mechanism available)",
        "NoClientMechanism",
        "Mechanism"
    )]
    [InlineData(
        "SASL authentication failed; cannot authenticate to server smtp.office365.com: generic failure",
        "NoClientMechanism",
        "Mechanism"
    )]
    [InlineData("read ECONNRESET", "ConnectionBroken", "Network")]
    [InlineData(
        "Unable to read data from the transport connection: An existing connection was forcibly closed by the remote host.",
        "ConnectionBroken",
        "Network"
    )]
    public void A_client_error_is_Likely(string text, string cause, string gate)
    {
        var explanation = SmtpReply.Explain(text);

        Assert.Equal(
            (cause, gate, Certainty.Likely),
            (explanation.Cause.ToString(), explanation.Gate.ToString(), explanation.Certainty)
        );
        Assert.NotEmpty(explanation.Remedies);
    }

    [Theory]
    [InlineData(
        "S: 535 5.7.139 Authentication unsuccessful, account locked.\nconnection reset by peer",
        "AccountLocked"
    )]
    [InlineData(
        "Connection timed out on the first attempt\nS: 535 5.7.139 Authentication unsuccessful, account locked.",
        "AccountLocked"
    )]
    [InlineData("S: 535 5.7.8 Who are you?\nread ECONNRESET", "Unknown")]
    [InlineData("550 5.9.9 nobody knows", "Unknown")]
    [InlineData("the time is out of joint", "Unknown")]
    [InlineData("generic failure of the heating", "Unknown")]
    [InlineData("listening on 0.0.0.0:465", "Unknown")]
    public void A_server_reply_takes_precedence_over_a_client_error(string text, string cause) =>
        Assert.Equal(cause, SmtpReply.Explain(text).Cause.ToString());

    [Theory]
    [InlineData("AADSTS7000215", "ClientSecretInvalid", "Never")]
    [InlineData("AADSTS7000222", "ClientSecretExpired", "Never")]
    [InlineData("AADSTS700016", "AppNotFound", "Never")]
    [InlineData("AADSTS90002", "TenantNotFound", "Never")]
    [InlineData("AADSTS500011", "WrongScope", "Never")]
    [InlineData("AADSTS1002012", "WrongScope", "Never")]
    [InlineData("AADSTS70011", "WrongScope", "Never")]
    [InlineData("AADSTS65001", "ConsentMissing", "Never")]
    [InlineData("AADSTS53003", "TokenPolicyBlock", "Never")]
    [InlineData("AADSTS530035", "TokenPolicyBlock", "Never")]
    [InlineData("AADSTS50076", "SignInNeeded", "Never")]
    [InlineData("AADSTS700082", "RefreshTokenExpired", "Never")]
    [InlineData("AADSTS50126", "BadCredentials", "Never")]
    [InlineData("AADSTS50053", "AccountLocked", "Never")]
    [InlineData("AADSTS50057", "AccountState", "Never")]
    [InlineData("AADSTS90033", "TokenRefused", "Later")]
    [InlineData("AADSTS9999999", "TokenRefused", "Never")]
    public void An_Entra_error_code_gets_its_cause(string code, string cause, string retry)
    {
        foreach (
            var text in new[]
            {
                code + ": words that vary",
                "{\"error_description\":\"" + code + ": x\\r\\nTrace ID: y\"}",
                "MsalUiRequiredException: " + code.ToLowerInvariant(),
            }
        )
        {
            var explanation = SmtpReply.Explain(text);

            Assert.Equal(
                (cause, Gate.Token, Certainty.Certain, retry),
                (explanation.Cause.ToString(), explanation.Gate, explanation.Certainty, explanation.Retry.ToString())
            );
            Assert.Contains(code, explanation.Meaning);
            Assert.Equal(code, explanation.Reply);
            Assert.NotEmpty(explanation.Remedies);
        }
    }

    [Theory]
    [InlineData("{\"error\":{\"code\":\"ErrorSendAsDenied\",\"message\":\"words that vary\"}}", "SendAs")]
    [InlineData("Access is denied. Check credentials and try again.", "GraphAccessDenied")]
    [InlineData("Code: MailboxNotEnabledForRESTAPI", "NoMailbox")]
    [InlineData("graph.microsoft.com: 413 Request Entity Too Large", "SizeLimit")]
    [InlineData("413 Request Entity Too Large", "Unknown")]
    [InlineData("Graph: TooManyRequests", "Transient")]
    [InlineData("EWS: 403 EWS is currently disabled for this tenant", "EwsDisabled")]
    [InlineData("DefaultAzureCredential failed to retrieve a token from the included credentials.", "TokenRefused")]
    [InlineData("EWS request failed: The remote server returned an error: (403) Forbidden.", "EwsDisabled")]
    [InlineData("The remote server returned an error: (403) Forbidden.", "Unknown")]
    public void Graph_and_EWS_errors_get_their_cause(string text, string cause) =>
        Assert.Equal(cause, SmtpReply.Explain(text).Cause.ToString());

    [Fact]
    public void Token_library_exceptions_are_recognized_by_message()
    {
        var thrown = new InvalidOperationException(
            "The mail was not sent.",
            new Azure.Identity.AuthenticationFailedException(
                "ClientSecretCredential authentication failed: AADSTS7000222: The provided client secret keys for app 'x' are expired."
            )
        );

        Assert.Equal(
            (ReplyCause.ClientSecretExpired, Gate.Token),
            (SmtpReply.Explain(thrown).Cause, SmtpReply.Explain(thrown).Gate)
        );
    }

    [Theory]
    [InlineData("ErrorSendAsDenied", 403, "SendAs")]
    [InlineData("ErrorAccessDenied", 403, "GraphAccessDenied")]
    [InlineData("x", 429, "Transient")]
    [InlineData("x", 413, "SizeLimit")]
    [InlineData("x", 500, "Unknown")]
    [InlineData("not a word; password=hunter2", 500, "Unknown")]
    public void A_Microsoft_Graph_exception_is_recognized_by_shape(string code, int status, string cause)
    {
        var explanation = SmtpReply.Explain(
            new Microsoft.Graph.Models.ODataErrors.ODataError
            {
                Error = new() { Code = code },
                ResponseStatusCode = status,
            }
        );

        Assert.Equal(cause, explanation.Cause.ToString());
        Assert.DoesNotContain("hunter2", explanation.ToString());
    }

    [Theory]
    [InlineData(System.Net.Sockets.SocketError.HostNotFound, "NotReached")]
    [InlineData(System.Net.Sockets.SocketError.TimedOut, "NotReached")]
    [InlineData(System.Net.Sockets.SocketError.ConnectionReset, "ConnectionBroken")]
    public void A_network_failure_is_recognized_by_type(System.Net.Sockets.SocketError error, string cause)
    {
        var explanation = SmtpReply.Explain(
            new System.Net.Mail.SmtpException(
                "Failure sending mail.",
                new System.Net.Sockets.SocketException((int)error)
            )
        );

        Assert.Equal(
            (cause, Gate.Network, Certainty.Likely),
            (explanation.Cause.ToString(), explanation.Gate, explanation.Certainty)
        );
    }
}
