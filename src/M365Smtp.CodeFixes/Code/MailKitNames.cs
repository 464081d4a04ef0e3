namespace M365Smtp.CodeFixes.Code;

/// <summary>The types used in migrated code. <see cref="Imports.ImportPlan"/> shortens them.</summary>
internal static class MailKitNames
{
    public const string ClientsNamespace = "MailKit.Net.Smtp";
    public const string Client = "global::MailKit.Net.Smtp.SmtpClient";
    public const string StatusCode = "global::MailKit.Net.Smtp.SmtpStatusCode";
    public const string ErrorCode = "global::MailKit.Net.Smtp.SmtpErrorCode";
    public const string CommandException = "global::MailKit.Net.Smtp.SmtpCommandException";
    public const string ProtocolException = "global::MailKit.Net.Smtp.SmtpProtocolException";
    public const string AuthenticationException = "global::MailKit.Security.AuthenticationException";
    public const string HandshakeException = "global::MailKit.Security.SslHandshakeException";
    public const string NotAuthenticatedException = "global::MailKit.ServiceNotAuthenticatedException";
    public const string NotConnectedException = "global::MailKit.ServiceNotConnectedException";
    public const string SecureSocketOptions = "global::MailKit.Security.SecureSocketOptions";
    public const string Message = "global::MimeKit.MimeMessage";
    public const string Mailbox = "global::MimeKit.MailboxAddress";
    public const string AddressList = "global::MimeKit.InternetAddressList";
    public const string CompletedHandler =
        "global::System.Action<object, global::System.ComponentModel.AsyncCompletedEventArgs>";
    public const string CompletedArguments = "global::System.ComponentModel.AsyncCompletedEventArgs";
    public const string TextPart = "global::MimeKit.TextPart";
}
