using Azure.Core;

namespace M365Smtp.Graph.Requests;

/// <summary>
/// Repeats what the server turned away unread, and nothing else: after a broken connection nobody knows whether the
/// mail has gone out.
/// </summary>
internal sealed class SendOnce(TimeSpan longestWait) : ResponseClassifier
{
    const int TooManyRequests = 429;
    const int Unavailable = 503;

    public override bool IsRetriableResponse(HttpMessage message) =>
        message.Response.Status is TooManyRequests or Unavailable
        && !(Answer.RetryAfter(message.Response) > longestWait);

    public override bool IsRetriableException(Exception exception) => false;

    public override bool IsRetriable(HttpMessage message, Exception exception) => false;
}
