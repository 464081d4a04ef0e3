using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using MailKit.Security;

namespace M365Smtp.Graph.Requests;

/// <summary>Sends requests and converts failures into the exceptions of a mail client.</summary>
internal sealed class GraphPipeline
{
    readonly HttpPipeline signedIn;
    readonly HttpPipeline anonymous;
    readonly SendOnce once;

    public GraphPipeline(TokenCredential credential, GraphTransportOptions options)
    {
        var scope = options.Scope ?? options.Endpoint.GetLeftPart(UriPartial.Authority) + "/.default";
        signedIn = HttpPipelineBuilder.Build(
            options,
            new BearerTokenAuthenticationPolicy(new SignInCredential(credential), scope)
        );
        // An upload session's URL is itself a secret and must not be sent a token.
        anonymous = HttpPipelineBuilder.Build(options);
        once = new(options.LongestWait);
    }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    public Task<Response> SendAsync(
        RequestMethod method,
        Uri address,
        RequestContent? content,
        string contentType,
        bool isAsync,
        CancellationToken cancel
    )
    {
        var message = Message(signedIn, method, address, content, contentType);
        return SendAsync(signedIn, message, isAsync, cancel);
    }

    /// <summary>Uploads one range of an upload session.</summary>
    public Task<Response> UploadAsync(
        Uri address,
        ReadOnlyMemory<byte> range,
        string contentRange,
        bool isAsync,
        CancellationToken cancel
    )
    {
        var content = RequestContent.Create(range);
        var message = Message(anonymous, RequestMethod.Put, address, content, "application/octet-stream");
        message.Request.Headers.Add("Content-Range", contentRange);
        return SendAsync(anonymous, message, isAsync, cancel);
    }

    HttpMessage Message(
        HttpPipeline pipeline,
        RequestMethod method,
        Uri address,
        RequestContent? content,
        string contentType
    )
    {
        var message = pipeline.CreateMessage();
        message.ResponseClassifier = once;
        message.NetworkTimeout = Timeout;
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.Add("Accept", "application/json");
        if (content is null)
            return message;
        message.Request.Content = content;
        message.Request.Headers.Add("Content-Type", contentType);
        return message;
    }

    static async Task<Response> SendAsync(
        HttpPipeline pipeline,
        HttpMessage message,
        bool isAsync,
        CancellationToken cancel
    )
    {
        using (message)
        {
            try
            {
                if (isAsync)
                    await pipeline.SendAsync(message, cancel).ConfigureAwait(false);
                else
                    pipeline.Send(message, cancel);
            }
            catch (RequestFailedException broken) when (broken.Status == 0)
            {
                throw new IOException("The request to Microsoft Graph failed: " + broken.Message, broken);
            }
            catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
            {
                throw new TimeoutException("Microsoft Graph did not answer in time.", late);
            }
            if (!message.Response.IsError)
                return message.Response;
            var refusal = Answer.Refusal(message.Response);
            throw refusal.Status == 401 ? new AuthenticationException(refusal.Message, refusal) : refusal;
        }
    }
}
