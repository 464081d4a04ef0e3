using MailKit;

namespace M365Smtp.Graph;

/// <summary>
/// Microsoft Graph refused to send. The message has the HTTP status and the error code, such as
/// <c>403 ErrorSendAsDenied</c>, and M365Smtp.GateCheck's <c>SmtpReply.Explain</c> tells what to do about it.
/// </summary>
public sealed class GraphException : CommandException
{
    /// <summary>Creates the exception for one answer of Microsoft Graph.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The error code, or null where the answer has none.</param>
    /// <param name="message">What Microsoft Graph says.</param>
    public GraphException(int status, string? code, string message)
        : base(Text(status, code, message)) => (Status, Code) = (status, code);

    /// <inheritdoc cref="GraphException(int, string?, string)"/>
    /// <param name="innerException">The answer that this one explains.</param>
    public GraphException(int status, string? code, string message, Exception? innerException)
        : base(Text(status, code, message), innerException!) => (Status, Code) = (status, code);

    /// <summary>The HTTP status: 403, 404, 413, 429 and others.</summary>
    public int Status { get; }

    /// <summary>The error code, such as <c>ErrorAccessDenied</c>; null where the answer has none.</summary>
    public string? Code { get; }

    /// <summary>The id by which Microsoft support finds the request; null where the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long to wait before the next try; null where the answer does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    static string Text(int status, string? code, string message) =>
        $"Microsoft Graph answers {status}{(code is null ? "" : " " + code)}: {message}";
}
