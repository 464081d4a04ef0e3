using Azure.Core;

namespace M365Smtp.Graph.Requests;

/// <summary>
/// Retries only requests that the server rejected unread: after a broken connection, nobody knows whether the mail was
/// sent.
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
