using Azure.Core;
using Azure.Core.Pipeline;
using M365Smtp.Simulator;
using MimeKit;

namespace M365Smtp.Graph.Tests;

/// <summary>Transports connected to a simulated Graph, and messages to send.</summary>
static class Client
{
    public const string Mailbox = "alerts@contoso.com";

    public const string MaySend = "5b1f0c5e-0000-4000-8000-000000000001";
    public const string MayWrite = "5b1f0c5e-0000-4000-8000-000000000002";
    public const string MayNothing = "5b1f0c5e-0000-4000-8000-000000000003";

    public static Task<GraphSimulator> StartGraphAsync(SimulatorOptions? options = null) =>
        GraphSimulator.StartAsync(
            t =>
                t.Mailbox(Mailbox, change: m => m.Aliases("noreply@contoso.com"))
                    .Mailbox("boss@contoso.com")
                    .Application(MaySend, "secret", a => a.GraphPermissions("Mail.Send").DelegatedSend())
                    .Application(MayWrite, "secret", a => a.GraphPermissions("Mail.Send", "Mail.ReadWrite"))
                    .Application(MayNothing, "secret"),
            options ?? new()
        );

    /// <summary>A transport with tokens of that application.</summary>
    public static GraphTransport Of(GraphSimulator graph, string application, string mailbox = Mailbox) =>
        WithToken(graph, graph.IssueToken(application), mailbox);

    public static GraphTransport WithToken(GraphSimulator graph, string token, string mailbox = Mailbox) =>
        new(_ => Task.FromResult(token), mailbox, Options(graph));

    public static GraphTransportOptions Options(GraphSimulator graph)
    {
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = graph.Certificate.Validate };
        var options = new GraphTransportOptions
        {
            Endpoint = graph.Endpoint,
            Transport = new HttpClientTransport(handler),
        };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    public static MimeMessage Message(string subject = "Disk full", string from = Mailbox)
    {
        var message = new MimeMessage
        {
            Subject = subject,
            Body = new TextPart("plain") { Text = "Now." },
        };
        message.From.Add(new MailboxAddress("Alerts", from));
        message.To.Add(new MailboxAddress("Ops", "ops@contoso.com"));
        return message;
    }

    public static MimeMessage WithAttachments(params int[] sizes)
    {
        var builder = new BodyBuilder { TextBody = "The files." };
        foreach (var (size, number) in sizes.Select((size, number) => (size, number)))
            builder.Attachments.Add($"file{number}.bin", Noise(size));
        var message = Message();
        message.Body = builder.ToMessageBody();
        return message;
    }

    public static byte[] Noise(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    public static MimeMessage Parsed(DeliveredMessage delivered) =>
        MimeMessage.Load(new MemoryStream(delivered.ToArray()));
}

/// <summary>A credential that returns one token and records what was requested.</summary>
sealed class RecordingCredential(string token) : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancel)
    {
        Scopes.AddRange(context.Scopes);
        return new(token, DateTimeOffset.MaxValue);
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancel) =>
        new(GetToken(context, cancel));
}
