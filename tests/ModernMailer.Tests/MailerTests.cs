using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using M365Smtp;
using M365Smtp.Graph;
using M365Smtp.Simulator;
using MailKit.Net.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ModernMailer.Tests;

/// <summary>One program, two ways: only its configuration differs.</summary>
public class MailerTests
{
    static readonly string[] Common =
    [
        "--urls",
        "http://127.0.0.1:0",
        "--Mail:Mailbox",
        Scenario.Mailbox,
        "--Mail:To",
        "ops@contoso.com",
    ];

    [Fact]
    public async Task By_SMTP_with_OAuth()
    {
        await using var exchange = await SmtpSimulator.StartAsync(Scenario.Open);
        await using var app = await StartAsync(exchange);

        var (sent, health) = await UseAsync(app);

        Assert.Equal((HttpStatusCode.Accepted, "Healthy"), (sent, health));
        Assert.Equal("Alert", Assert.Single(exchange.Messages).Header("Subject"));
    }

    [Fact]
    public async Task Through_Microsoft_Graph()
    {
        await using var graph = await StartGraphAsync();
        await using var app = await StartAsync(graph, secret: "right");

        var (sent, health) = await UseAsync(app);

        Assert.Equal((HttpStatusCode.Accepted, "Healthy"), (sent, health));
        Assert.Equal("Alert", Assert.Single(graph.Messages).Header("Subject"));
    }

    [Fact]
    public async Task A_closed_gate_is_unhealthy()
    {
        await using var exchange = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);
        await using var app = await StartAsync(exchange);

        Assert.Equal((HttpStatusCode.InternalServerError, "Unhealthy"), await UseAsync(app));
    }

    [Fact]
    public async Task A_wrong_secret_is_unhealthy()
    {
        await using var graph = await StartGraphAsync();
        await using var app = await StartAsync(graph, secret: "wrong");

        Assert.Equal((HttpStatusCode.InternalServerError, "Unhealthy"), await UseAsync(app));
        Assert.Empty(graph.Messages);
    }

    static Task<GraphSimulator> StartGraphAsync() =>
        GraphSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox).Application(Scenario.ClientId, "right", a => a.GraphPermissions("Mail.Send"))
        );

    static Task<WebApplication> StartAsync(SmtpSimulator exchange) =>
        StartAsync(
            ["--Mail:Way", "Smtp", "--Mail:Host", exchange.Host, "--Mail:Port", exchange.Port.ToString()],
            services =>
            {
                services.AddSingleton(Credential(exchange.AuthorityHost, exchange.Certificate, Scenario.ClientSecret));
                services.AddTransient(_ => new SmtpClient
                {
                    CheckCertificateRevocation = false,
                    ServerCertificateValidationCallback = exchange.Certificate.Validate,
                });
                services.Configure<GateCheckHealthOptions>(
                    "m365-smtp",
                    check => check.Check.TrustedAuthority = exchange.Certificate.Authority
                );
            }
        );

    static Task<WebApplication> StartAsync(GraphSimulator graph, string secret) =>
        StartAsync(
            ["--Mail:Way", "Graph"],
            services =>
            {
                services.AddSingleton(Credential(graph.AuthorityHost, graph.Certificate, secret));
                services.AddSingleton(
                    new GraphTransportOptions
                    {
                        Endpoint = graph.Endpoint,
                        Scope = "https://graph.microsoft.com/.default",
                        Transport = Trusting(graph.Certificate),
                    }
                );
            }
        );

    static async Task<WebApplication> StartAsync(string[] way, Action<IServiceCollection> replace)
    {
        var app = MailerApp.Build([.. Common, .. way], replace);
        await app.StartAsync();
        return app;
    }

    static async Task<(HttpStatusCode Sent, string Health)> UseAsync(WebApplication app)
    {
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        var sent = await http.PostAsync("/alerts?text=Now", null);
        return (sent.StatusCode, await (await http.GetAsync("/health")).Content.ReadAsStringAsync());
    }

    static TokenCredential Credential(Uri authority, ServerCertificate certificate, string secret) =>
        new ClientSecretCredential(
            Scenario.TenantId,
            Scenario.ClientId,
            secret,
            new()
            {
                AuthorityHost = authority,
                DisableInstanceDiscovery = true,
                Transport = Trusting(certificate),
                Retry = { MaxRetries = 0 },
            }
        );

    static HttpClientTransport Trusting(ServerCertificate certificate) =>
        new(new HttpClientHandler { ServerCertificateCustomValidationCallback = certificate.Validate });
}
