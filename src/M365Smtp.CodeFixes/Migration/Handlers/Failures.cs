namespace M365Smtp.CodeFixes.Migration.Handlers;

/// <summary>The exceptions that replace SmtpException in a handler.</summary>
/// <param name="OfTokens">The exceptions of the token source, if there is one.</param>
internal sealed record Failures(IReadOnlyList<string> OfTokens)
{
    // System.Net.Mail wraps these in SmtpException: the server's refusal, a protocol error, a refused or missing
    // sign-in, TLS, a server without STARTTLS, the network, a timeout.
    static readonly string[] OfClient =
    [
        MailKitNames.CommandException,
        MailKitNames.ProtocolException,
        MailKitNames.AuthenticationException,
        MailKitNames.HandshakeException,
        MailKitNames.NotAuthenticatedException,
        MailKitNames.NotConnectedException,
        "global::System.NotSupportedException",
        "global::System.IO.IOException",
        "global::System.Net.Sockets.SocketException",
        "global::System.TimeoutException",
    ];

    public static readonly Failures WithoutTokens = new([]);

    public IEnumerable<string> All => OfClient.Concat(OfTokens);
}
