using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace M365Smtp.Simulator.Http;

/// <summary>
/// Minimal HTTPS on the loopback address: no dependency provides a web server on every target framework.
/// </summary>
internal sealed class HttpsServer : IAsyncDisposable
{
    readonly TcpListener listener;
    readonly ServerCertificate certificate;
    readonly Patience patience;
    readonly Func<HttpRequest, HttpResponse> answer;
    readonly object changing = new();
    readonly Dictionary<TcpClient, Task> open = [];
    readonly Task accepting;
    volatile bool isStopped;

    /// <exception cref="SocketException">The port is in use.</exception>
    public HttpsServer(
        int port,
        ServerCertificate certificate,
        Patience patience,
        Func<HttpRequest, HttpResponse> answer
    )
    {
        (this.certificate, this.patience, this.answer) = (certificate, patience, answer);
        listener = new(IPAddress.Loopback, port);
        listener.Start(512);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        isStopped = true;
        listener.Stop();
        await accepting.ConfigureAwait(false);
        Task[] ending;
        lock (changing)
        {
            foreach (var client in open.Keys)
                client.Close();
            ending = [.. open.Values];
        }
        await Task.WhenAll(ending).ConfigureAwait(false);
    }

    async Task AcceptAsync()
    {
        while (!isStopped)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync().ConfigureAwait(false);
                client.NoDelay = true;
                lock (changing)
                    open[client] = Task.Run(() => ServeAsync(client));
            }
            catch (Exception stopped)
                when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Either the listener stopped, or the client disconnected before it was accepted.
            }
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false);
            await certificate.AuthenticateAsync(tls).ConfigureAwait(false);
            var reader = new LineReader(tls, patience);
            while (await HttpRequest.ReadAsync(reader).ConfigureAwait(false) is { } request)
            {
                var response = answer(request);
                if (response.IsLost)
                    return;
                await WriteAsync(tls, response).ConfigureAwait(false);
            }
        }
        catch (Exception ended)
            when (ended
                    is IOException
                        or InvalidDataException
                        or TimeoutException
                        or AuthenticationException
                        or SocketException
                        or ObjectDisposedException
                        or InvalidOperationException
            )
        {
            // The client disconnected or sent an invalid request: only this connection ends.
        }
        finally
        {
            client.Close();
            lock (changing)
                open.Remove(client);
        }
    }

    static Task WriteAsync(Stream to, HttpResponse response)
    {
        var bytes = response.ToBytes();
        return to.WriteAsync(bytes, 0, bytes.Length);
    }
}
