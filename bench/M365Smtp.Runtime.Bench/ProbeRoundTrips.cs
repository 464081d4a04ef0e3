using System.Diagnostics;
using M365Smtp.Simulator;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace M365Smtp.Runtime.Bench;

/// <summary>
/// Connect, STARTTLS, sign in and quit with delayed replies: compares the probe with MailKit and the bare minimum.
/// </summary>
static class ProbeRoundTrips
{
    const int Repeats = 15;
    static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(40);

    public static async Task RunAsync()
    {
        await using var server = await SmtpSimulator.StartAsync(
            Scenario.Open,
            new() { Fault = NetworkFault.Slow(Delay) }
        );
        Console.WriteLine(
            $"""

            Sign-in and QUIT, each reply {Delay.TotalMilliseconds:F0} ms late, median of {Repeats}
            {"",-24}{"round trips",12}{"elapsed",12}{"of minimum",12}
            """
        );
        await CompareAsync(server, "XOAUTH2", RawTokenAsync, GateCheckTokenAsync, MailKitTokenAsync);
        await CompareAsync(server, "LOGIN", RawPasswordAsync, GateCheckPasswordAsync, MailKitPasswordAsync);
    }

    static async Task CompareAsync(SmtpSimulator server, string mechanism, params Func<SmtpSimulator, Task>[] clients)
    {
        string[] names = ["bare minimum", "GateCheck", "MailKit"];
        var times = clients.Select(_ => new List<double>()).ToArray();
        foreach (var client in clients)
            await client(server);
        // Alternates, so that a busy machine affects all of them.
        for (var repeat = 0; repeat < Repeats; repeat++)
            for (var i = 0; i < clients.Length; i++)
                times[i].Add(await TimeAsync(() => clients[i](server)));
        for (var i = 0; i < clients.Length; i++)
        {
            await clients[i](server);
            Console.WriteLine(
                $"{mechanism + ", " + names[i],-24}{RoundTrips(server.Sessions[^1]),12}{Median(times[i]),9:F1} ms{Median(times[i]) / Median(times[0]),12:P1}"
            );
        }
    }

    // Each client line has one reply; the banner is extra.
    static int RoundTrips(SmtpSession session) =>
        1 + session.Transcript.Count(line => line.StartsWith("C: ", StringComparison.Ordinal));

    static async Task<double> TimeAsync(Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        return clock.Elapsed.TotalMilliseconds;
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static async Task RawTokenAsync(SmtpSimulator server)
    {
        using var client = new RawSmtp(server);
        await client.ConnectAsync();
        await client.XOAuth2Async(Scenario.Mailbox, Scenario.Token);
        await client.SayAsync("QUIT");
    }

    static async Task RawPasswordAsync(SmtpSimulator server)
    {
        using var client = new RawSmtp(server);
        await client.ConnectAsync();
        await client.LoginAsync(Scenario.Mailbox, Scenario.Password);
        await client.SayAsync("QUIT");
    }

    static Task GateCheckTokenAsync(SmtpSimulator server) =>
        GateCheckAsync(server, options => options.TokenProvider = _ => Task.FromResult(Scenario.Token));

    static Task GateCheckPasswordAsync(SmtpSimulator server) =>
        GateCheckAsync(server, options => options.Password = Scenario.Password);

    static async Task GateCheckAsync(SmtpSimulator server, Action<GateCheckOptions> signIn)
    {
        var options = new GateCheckOptions
        {
            Host = "localhost",
            Port = server.Port,
            Mailbox = Scenario.Mailbox,
            TrustedAuthority = server.Certificate.Authority,
        };
        signIn(options);
        var report = await GateCheck.RunAsync(options);
        if (report.Verdict != GateVerdict.Open)
            throw new InvalidOperationException(report.Summary);
    }

    static Task MailKitTokenAsync(SmtpSimulator server) =>
        MailKitAsync(
            server,
            client => client.AuthenticateAsync(new SaslMechanismOAuth2(Scenario.Mailbox, Scenario.Token))
        );

    static Task MailKitPasswordAsync(SmtpSimulator server) =>
        MailKitAsync(
            server,
            client => client.AuthenticateAsync(new SaslMechanismLogin(Scenario.Mailbox, Scenario.Password))
        );

    static async Task MailKitAsync(SmtpSimulator server, Func<SmtpClient, Task> signInAsync)
    {
        using var client = new SmtpClient
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = server.Certificate.Validate,
        };
        await client.ConnectAsync("localhost", server.Port, SecureSocketOptions.StartTls);
        await signInAsync(client);
        await client.DisconnectAsync(quit: true);
    }
}
