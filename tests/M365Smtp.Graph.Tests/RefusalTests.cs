using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using M365Smtp.Simulator;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;

namespace M365Smtp.Graph.Tests;

public class RefusalTests
{
    [Fact]
    public async Task A_token_of_another_service_is_a_failed_sign_in()
    {
        await using var graph = await Client.StartGraphAsync();
        var exchange = new TokenRequestContext(["https://outlook.office365.com/.default"]);
        var token = await Credential(graph).GetTokenAsync(exchange, default);
        using var client = Client.WithToken(graph, token.Token);

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => client.SendAsync(Client.Message()));

        Assert.Equal(
            "Microsoft Graph answers 401 InvalidAuthenticationToken: Access token validation failure. Invalid audience.",
            refused.Message
        );
        Assert.Equal(401, Assert.IsType<GraphException>(refused.InnerException).Status);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task An_expired_token_is_a_failed_sign_in()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var graph = await Client.StartGraphAsync(
            new() { TimeProvider = clock, IdleTimeout = System.Threading.Timeout.InfiniteTimeSpan }
        );
        using var client = Client.Of(graph, Client.MaySend);
        clock.Advance(TimeSpan.FromHours(2));

        var refused = Assert.Throws<AuthenticationException>(() => client.Send(Client.Message()));

        Assert.Contains("the token is expired", refused.Message);
    }

    [Fact]
    public async Task A_missing_token_is_a_failed_sign_in_without_the_secret()
    {
        await using var graph = await Client.StartGraphAsync();
        Task<string> Fail(CancellationToken _) =>
            throw new InvalidOperationException("AADSTS7000215: secret 'hunter2' is invalid");
        using var client = new GraphTransport(Fail, Client.Mailbox, Client.Options(graph));

        var refused = await Assert.ThrowsAsync<AuthenticationException>(() => client.SendAsync(Client.Message()));

        Assert.Equal(
            "There is no access token for Microsoft Graph: InvalidOperationException AADSTS7000215.",
            refused.Message
        );
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task A_token_without_the_permission_is_refused()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MayNothing);

        var refused = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(Client.Message()));

        Assert.Equal(
            "Microsoft Graph answers 403 ErrorAccessDenied: Access is denied. Check credentials and try again.",
            refused.Message
        );
        Assert.NotNull(refused.RequestId);
    }

    [Fact]
    public async Task With_RBAC_for_Applications_the_token_needs_no_permission()
    {
        await using var graph = await Client.StartGraphAsync();
        graph.Change(t => t.Application(Client.MayNothing, change: a => a.RbacGraph("Mail.Send", Client.Mailbox)));
        using var client = Client.Of(graph, Client.MayNothing);
        using var elsewhere = Client.Of(graph, Client.MayNothing, "boss@contoso.com");

        await client.SendAsync(Client.Message());
        var refused = await Assert.ThrowsAsync<GraphException>(() =>
            elsewhere.SendAsync(Client.Message(from: "boss@contoso.com"))
        );

        Assert.Equal("ErrorAccessDenied", refused.Code);
    }

    [Fact]
    public async Task An_application_access_policy_that_leaves_the_mailbox_out_says_so()
    {
        await using var graph = await Client.StartGraphAsync();
        graph.Change(t => t.Application(Client.MaySend, change: a => a.GraphAccessPolicy("boss@contoso.com")));
        using var client = Client.Of(graph, Client.MaySend);

        var refused = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(Client.Message()));

        Assert.Contains("[RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.", refused.Message);
    }

    [Fact]
    public async Task A_user_needs_another_permission_to_send_for_others()
    {
        await using var graph = await Client.StartGraphAsync();
        string Token(string user, string scope) => graph.IssueUserToken(Client.MaySend, user, scope);
        using var own = Client.WithToken(graph, Token(Client.Mailbox, "Mail.Send"));
        using var others = Client.WithToken(graph, Token("boss@contoso.com", "Mail.Send"));
        using var shared = Client.WithToken(graph, Token("boss@contoso.com", "Mail.Send.Shared"));

        await own.SendAsync(Client.Message());
        await shared.SendAsync(Client.Message());
        await Assert.ThrowsAsync<GraphException>(() => others.SendAsync(Client.Message()));

        Assert.Equal(2, graph.Messages.Count);
    }

    [Fact]
    public async Task Another_From_needs_Send_As_and_an_alias_does_not()
    {
        await using var graph = await Client.StartGraphAsync();
        using var client = Client.Of(graph, Client.MaySend);

        await client.SendAsync(Client.Message(from: "noreply@contoso.com"));
        var refused = await Assert.ThrowsAsync<GraphException>(() =>
            client.SendAsync(Client.Message(from: "boss@contoso.com"))
        );

        Assert.Equal((403, "ErrorSendAsDenied"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task An_on_premises_or_missing_mailbox_is_reported()
    {
        await using var graph = await Client.StartGraphAsync();
        graph.Change(t => t.Mailbox(Client.Mailbox, change: m => m.OnPremises()));
        using var client = Client.Of(graph, Client.MaySend);
        using var nobody = Client.Of(graph, Client.MaySend, "nobody@contoso.com");

        var onPremises = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(Client.Message()));
        var unknown = await Assert.ThrowsAsync<GraphException>(() => nobody.SendAsync(Client.Message()));

        Assert.Equal((404, "MailboxNotEnabledForRESTAPI"), (onPremises.Status, onPremises.Code));
        Assert.Equal(
            "Microsoft Graph answers 404 ErrorInvalidUser: The requested user 'nobody@contoso.com' is invalid.",
            unknown.Message
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_throttled_request_is_repeated_after_Retry_After(bool isAsync)
    {
        await using var graph = await Client.StartGraphAsync();
        graph.Throttle(2, TimeSpan.Zero);
        using var client = Client.Of(graph, Client.MaySend);

        if (isAsync)
            await client.SendAsync(Client.Message());
        else
            client.Send(Client.Message());

        Assert.Equal([429, 429, 202], graph.Requests.Select(request => request.Status));
        Assert.Single(graph.Messages);
    }

    [Fact]
    public async Task A_wait_longer_than_allowed_throws()
    {
        await using var graph = await Client.StartGraphAsync();
        graph.Throttle(1, TimeSpan.FromMinutes(10));
        using var client = Client.Of(graph, Client.MaySend);

        var refused = await Assert.ThrowsAsync<GraphException>(() => client.SendAsync(Client.Message()));

        Assert.Equal((429, TimeSpan.FromMinutes(10)), (refused.Status, refused.RetryAfter));
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task A_message_whose_response_is_lost_is_not_sent_twice()
    {
        await using var graph = await Client.StartGraphAsync();
        graph.LoseAnswers(1);
        using var client = Client.Of(graph, Client.MaySend);

        await Assert.ThrowsAsync<IOException>(() => client.SendAsync(Client.Message()));

        Assert.Single(graph.Messages);
    }

    [Fact]
    public async Task An_untrusted_certificate_gets_no_token()
    {
        await using var graph = await Client.StartGraphAsync();
        var credential = new RecordingCredential(graph.IssueToken(Client.MaySend));
        var options = new GraphTransportOptions { Endpoint = graph.Endpoint, Retry = { MaxRetries = 0 } };
        using var client = new GraphTransport(credential, Client.Mailbox, options);

        await Assert.ThrowsAsync<IOException>(() => client.SendAsync(Client.Message()));

        Assert.Empty(graph.Requests);
    }

    [Fact]
    public void Plain_http_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new GraphTransport(
                new RecordingCredential("x"),
                Client.Mailbox,
                new() { Endpoint = new("http://localhost:8080") }
            )
        );

    [Theory]
    [InlineData("https://graph.microsoft.com", "https://graph.microsoft.com/.default")]
    [InlineData("https://graph.microsoft.us", "https://graph.microsoft.us/.default")]
    [InlineData("https://dod-graph.microsoft.us", "https://dod-graph.microsoft.us/.default")]
    [InlineData("https://microsoftgraph.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn/.default")]
    public async Task Each_cloud_gets_its_own_token(string endpoint, string scope)
    {
        Uri[] clouds = [GraphEndpoints.Worldwide, GraphEndpoints.GccHigh, GraphEndpoints.Dod, GraphEndpoints.China];
        var credential = new RecordingCredential("token");
        var asked = new List<Uri?>();
        using var http = new HttpClient(
            new Answering(request =>
            {
                asked.Add(request.RequestUri);
                return new(System.Net.HttpStatusCode.Accepted);
            })
        );
        var options = new GraphTransportOptions
        {
            Endpoint = clouds.Single(cloud => cloud.Host == new Uri(endpoint).Host),
        };
        options.Transport = new HttpClientTransport(http);
        using var client = new GraphTransport(credential, Client.Mailbox, options);

        await client.SendAsync(Client.Message());

        Assert.Equal([scope], credential.Scopes);
        Assert.Equal(endpoint + "/v1.0/users/alerts%40contoso.com/sendMail", Assert.Single(asked)!.AbsoluteUri);
    }

    [Fact]
    public async Task A_server_that_does_not_respond_times_out()
    {
        using var http = new HttpClient(new Silent());
        var options = new GraphTransportOptions { Transport = new HttpClientTransport(http) };
        using var client = new GraphTransport(new RecordingCredential("token"), Client.Mailbox, options)
        {
            Timeout = 50,
        };

        await Assert.ThrowsAsync<TimeoutException>(() => client.SendAsync(Client.Message()));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        using var http = new HttpClient(new Silent());
        var options = new GraphTransportOptions { Transport = new HttpClientTransport(http) };
        using var client = new GraphTransport(new RecordingCredential("token"), Client.Mailbox, options);
        using var cancel = new CancellationTokenSource();

        var sending = client.SendAsync(Client.Message(), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task A_token_of_another_tenant_s_key_is_refused()
    {
        await using var graph = await Client.StartGraphAsync();
        await using var other = await Client.StartGraphAsync();
        using var client = Client.WithToken(graph, other.IssueToken(Client.MaySend));

        await Assert.ThrowsAsync<AuthenticationException>(() => client.SendAsync(Client.Message()));
    }

    [Fact]
    public async Task Azure_Identity_gets_its_token_for_Graph_and_sends()
    {
        await using var graph = await Client.StartGraphAsync();
        var options = Client.Options(graph);
        options.Scope = "https://graph.microsoft.com/.default";
        using var client = new GraphTransport(Credential(graph), Client.Mailbox, options);

        await client.SendAsync(Client.Message());
        client.Send(Client.Message());

        Assert.Equal(2, graph.Messages.Count);
    }

    static ClientSecretCredential Credential(GraphSimulator graph) =>
        new(
            Scenario.TenantId,
            Client.MaySend,
            "secret",
            new()
            {
                AuthorityHost = graph.AuthorityHost,
                DisableInstanceDiscovery = true,
                Transport = Client.Options(graph).Transport,
            }
        );

    sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) =>
            Task.FromResult(answer(request));
    }

    sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancel
        )
        {
            await Task.Delay(System.Threading.Timeout.Infinite, cancel);
            throw new OperationCanceledException(cancel);
        }
    }
}
