using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace M365Smtp.Simulator;

/// <summary>The connections of one simulator: each served by its own task, all closed together.</summary>
internal sealed class OpenConnections(SimulatorOptions options)
{
    readonly object changing = new();
    readonly List<SmtpSession> sessions = [];
    readonly Dictionary<TcpClient, Task> open = [];
    int count;

    public IReadOnlyList<SmtpSession> Sessions
    {
        get
        {
            lock (changing)
                return [.. sessions];
        }
    }

    public void Serve(TcpClient client, Func<SmtpSession, Task> serve)
    {
        var address = ((IPEndPoint)client.Client.RemoteEndPoint!).Address;
        lock (changing)
        {
            var session = new SmtpSession(++count, address, options);
            sessions.Add(session);
            open[client] = Task.Run(() => RunAsync(client, session, serve));
        }
    }

    public void ForgetEnded()
    {
        lock (changing)
            sessions.RemoveAll(session => session.HasEnded);
    }

    public Task CloseAsync()
    {
        lock (changing)
        {
            foreach (var client in open.Keys)
                client.Close();
            return Task.WhenAll(open.Values);
        }
    }

    async Task RunAsync(TcpClient client, SmtpSession session, Func<SmtpSession, Task> serve)
    {
        try
        {
            session.Begin();
            await serve(session).ConfigureAwait(false);
        }
        catch (Exception ended)
            when (ended
                    is IOException
                        or AuthenticationException
                        or SocketException
                        or ObjectDisposedException
                        or OperationCanceledException
                        or InvalidOperationException
            )
        {
            session.Note(ended.Message);
        }
        finally
        {
            client.Close();
            session.End();
            lock (changing)
                open.Remove(client);
            options.SessionEnded?.Invoke(session);
        }
    }
}
