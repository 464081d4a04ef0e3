using System.Net;
using System.Text;

namespace M365Smtp.Tests.Settings;

/// <summary>An in-memory HTTP service that records its requests.</summary>
sealed class PlayedHttp(Func<string, (HttpStatusCode, string)> answer) : HttpMessageHandler
{
    public List<string> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation);
        Requests.Add($"{request.Method} {request.RequestUri} {request.Headers.Authorization} {body}");
        var (status, text) = answer(body);
        return new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }
}
