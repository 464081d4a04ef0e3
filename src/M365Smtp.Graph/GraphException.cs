using MailKit;

namespace M365Smtp.Graph;

/// <summary>
/// Microsoft Graph refused to send. The message contains the HTTP status and the error code, such as
/// <c>403 ErrorSendAsDenied</c>; <c>SmtpReply.Explain</c> in M365Smtp.GateCheck explains what to do about it.
/// </summary>
public sealed class GraphException : CommandException
{
    /// <summary>Creates the exception for a response from Microsoft Graph.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The error code, or null if the response has none.</param>
    /// <param name="message">The error message from Microsoft Graph.</param>
    public GraphException(int status, string? code, string message)
        : base(Text(status, code, message)) => (Status, Code) = (status, code);

    /// <inheritdoc cref="GraphException(int, string?, string)"/>
    /// <param name="innerException">The exception that caused this one.</param>
    public GraphException(int status, string? code, string message, Exception? innerException)
        : base(Text(status, code, message), innerException!) => (Status, Code) = (status, code);

    /// <summary>The HTTP status: 403, 404, 413, 429 and others.</summary>
    public int Status { get; }

    /// <summary>The error code, such as <c>ErrorAccessDenied</c>; null if the response has none.</summary>
    public string? Code { get; }

    /// <summary>The request id for Microsoft support; null if the response has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long to wait before retrying; null if the response does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    static string Text(int status, string? code, string message) =>
        $"Microsoft Graph answers {status}{(code is null ? "" : " " + code)}: {message}";
}
