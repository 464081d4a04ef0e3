using System.Diagnostics;
using M365Smtp.Simulator;

namespace M365Smtp.Runtime.Bench;

/// <summary>
/// 200 simultaneous connections, each with its own mailbox, with clients and server on the same machine.
/// </summary>
static class SimulatorThroughput
{
    const int Connections = 200;
    const int MessagesEach = 50;
    const double Wanted = 1000;

    public static async Task RunAsync()
    {
        var body = "Subject: bench\r\n\r\n" + string.Concat(Enumerable.Repeat(new string('x', 70) + "\r\n", 14)) + ".";
        await using var server = await SmtpSimulator.StartAsync(tenant =>
            Enumerable
                .Range(0, Connections)
                .Aggregate(
                    tenant,
                    (all, i) => all.Mailbox($"m{i}@contoso.com", "secret", mailbox => mailbox.MessageRate(int.MaxValue))
                )
        );
        var clients = Enumerable.Range(0, Connections).Select(_ => new RawSmtp(server)).ToArray();

        var connecting = Stopwatch.StartNew();
        await Task.WhenAll(
            clients.Select(
                (client, i) =>
                    Task.Run(async () =>
                    {
                        await client.ConnectAsync();
                        await client.LoginAsync($"m{i}@contoso.com", "secret");
                    })
            )
        );
        connecting.Stop();

        var sending = Stopwatch.StartNew();
        await Task.WhenAll(
            clients.Select(
                (client, i) =>
                    Task.Run(async () =>
                    {
                        for (var message = 0; message < MessagesEach; message++)
                        {
                            await client.SayAsync($"MAIL FROM:<m{i}@contoso.com>");
                            await client.SayAsync("RCPT TO:<ops@contoso.com>");
                            await client.SayAsync("DATA");
                            await client.SayAsync($"From: m{i}@contoso.com\r\n{body}");
                        }
                    })
            )
        );
        sending.Stop();
        foreach (var client in clients)
            client.Dispose();

        const int sent = Connections * MessagesEach;
        var rate = sent / sending.Elapsed.TotalSeconds;
        Console.WriteLine(
            $"""

            Simulator: {Connections} connections at once, {MessagesEach} messages of 1 KB each
            signed in                 {connecting.Elapsed.TotalSeconds,8:F2} s
            messages sent             {sent,8}
            messages lost             {sent - server.Messages.Count,8}
            messages a second         {rate,8:F0}   {rate / Wanted:F1} x the {Wanted:F0} wanted
            """
        );
    }
}
