using System.Net;
using System.Net.Sockets;
using System.Text;

namespace M365Smtp.Tool.Tests.Senders;

/// <summary>A local HTTP server that replies like Microsoft Graph, with recorded response shapes, and records the
/// requests.</summary>
sealed class RecordedGraph : IDisposable
{
    const string NotFound =
        """{ "error": { "code": "Request_ResourceNotFound", "message": "Resource 'x' does not exist or one of its queried reference-property objects are not present." } }""";

    readonly HttpListener listener = new();
    readonly Func<string, (int Status, string Body)> answer;
    readonly List<string> asked = [];
    readonly Task serving;

    public RecordedGraph(Func<string, (int Status, string Body)> answer)
    {
        this.answer = answer;
        Url = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Url);
        listener.Start();
        serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>Path, query and Authorization of each request, unescaped.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>A tenant with one mailbox, app@contoso.com, alias orders@contoso.com.</summary>
    public static RecordedGraph OfTenant() =>
        new(path =>
            path.StartsWith("/v1.0/users/app@contoso.com?", StringComparison.Ordinal)
                ? (
                    200,
                    $$"""{ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users(userPrincipalName,proxyAddresses)/$entity", {{App}} }"""
                )
            : path.StartsWith(
                "/v1.0/users?$filter=proxyAddresses/any(p:p eq 'smtp:orders@contoso.com')",
                StringComparison.Ordinal
            )
                ? (
                    200,
                    $$"""{ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users(userPrincipalName,proxyAddresses)", "value": [ { {{App}} } ] }"""
                )
            : path.StartsWith("/v1.0/users?", StringComparison.Ordinal)
                ? (200, """{ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", "value": [] }""")
            : (404, NotFound)
        );

    const string App =
        "\"userPrincipalName\": \"app@contoso.com\", \"proxyAddresses\": [ \"SMTP:app@contoso.com\", \"smtp:orders@contoso.com\", \"SIP:app@contoso.com\" ]";

    public void Dispose()
    {
        listener.Stop();
        serving.GetAwaiter().GetResult();
        listener.Close();
    }

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                var path = Uri.UnescapeDataString(context.Request.RawUrl!);
                asked.Add($"{path} {context.Request.Headers["Authorization"]}");
                var (status, body) = answer(path);
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
        }
        catch (Exception stopped)
            when (stopped is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        { }
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
