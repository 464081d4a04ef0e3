namespace M365Smtp.CodeFixes.Migration.Handlers;

/// <summary>What a handler of SmtpException has to catch in its place.</summary>
/// <param name="OfTokens">What the source of tokens throws, where there is one.</param>
internal sealed record Failures(IReadOnlyList<string> OfTokens)
{
    // What System.Net.Mail wraps into SmtpException: the server's refusal, a broken dialogue, a refused or missing
    // sign-in, TLS,
    // a server without STARTTLS, the network, a timeout.
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
