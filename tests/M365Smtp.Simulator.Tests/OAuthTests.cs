using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Identity.Client;

namespace M365Smtp.Simulator.Tests;

/// <summary>
/// OAuth end to end, without a tenant: real libraries get tokens from the simulator, and its SMTP server validates
/// them.
/// </summary>
public class OAuthTests
{
    const string AppScope = "https://outlook.office365.com/.default";
    const string UserScope = "https://outlook.office.com/SMTP.Send";

    /// <summary>Configures the sign-in address and trusts the simulator's certificate.</summary>
    static T For<T>(SmtpSimulator server, T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = server.AuthorityHost;
        options.Transport = new HttpClientTransport(Trusting(server));
        options.Retry.MaxRetries = 0;
        return options;
    }

    static HttpClient Trusting(SmtpSimulator server) =>
        new(new HttpClientHandler { ServerCertificateCustomValidationCallback = server.Certificate.Validate });

    static ClientSecretCredential WithSecret(
        SmtpSimulator server,
        string secret = Scenario.ClientSecret,
        string tenant = Scenario.TenantId,
        string client = Scenario.ClientId
    ) =>
        new(tenant, client, secret, For(server, new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }));

    static async Task<string> TokenAsync(TokenCredential credential, string scope = AppScope) =>
        (await credential.GetTokenAsync(new TokenRequestContext([scope]), TestContext.Current.CancellationToken)).Token;

    static async Task SendAsync(SmtpSimulator server, string token, string user = Scenario.Mailbox)
    {
        using var client = await Clients.MailKitAsync(server);
        await client.AuthenticateAsync(new SaslMechanismOAuth2(user, token));
        await client.SendAsync(Clients.Message(from: user));
        await client.DisconnectAsync(true);
    }

    static async Task<string> RefusedAsync(SmtpSimulator server, string token, string user = Scenario.Mailbox)
    {
        var refused = await Assert.ThrowsAsync<MailKit.Security.AuthenticationException>(() =>
            SendAsync(server, token, user)
        );
        Assert.StartsWith("535: 5.7.3 Authentication unsuccessful [", refused.Message);
        return server
            .Sessions[^1]
            .Transcript.Last(line =>
                line.StartsWith("# the token", StringComparison.Ordinal)
                || line.StartsWith("# the application", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task ClientSecretCredential_gets_a_token_and_MailKit_sends_with_it()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.SecurityDefaults);

        await SendAsync(server, await TokenAsync(WithSecret(server)));

        Assert.Equal(Scenario.Mailbox, Assert.Single(server.Messages).From);
    }

    [Fact]
    public async Task ClientCertificateCredential_gets_a_token()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var right = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var other = new CertificateRequest(
            "CN=app",
            RSA.Create(2048),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox)
                .Application("app", change: a => a.Certificate(right).SendAsApp(Scenario.Mailbox))
        );
        ClientCertificateCredential With(X509Certificate2 certificate) =>
            new(
                "contoso.com",
                "app",
                certificate,
                For(server, new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true })
            );

        await SendAsync(server, await TokenAsync(With(right)));
        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(() => TokenAsync(With(other)));

        Assert.Single(server.Messages);
        Assert.Contains("AADSTS700027", refused.ToString());
    }

    [Fact]
    public async Task DeviceCodeCredential_waits_until_the_user_has_entered_the_code()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        var credential = new DeviceCodeCredential(
            For(
                server,
                new DeviceCodeCredentialOptions
                {
                    ClientId = Scenario.ClientId,
                    TenantId = Scenario.TenantId,
                    DisableInstanceDiscovery = true,
                    DeviceCodeCallback = (code, _) =>
                    {
                        Assert.True(server.SignInDevice(code.UserCode, Scenario.Mailbox));
                        return Task.CompletedTask;
                    },
                }
            )
        );

        await SendAsync(server, await TokenAsync(credential, UserScope));

        Assert.Single(server.Messages);
        Assert.False(server.SignInDevice("NEVER-SHOWN", Scenario.Mailbox));
    }

    [Fact]
    public async Task MSAL_gets_a_token_with_its_own_client_and_caches_it()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        var app = ConfidentialClientApplicationBuilder
            .Create(Scenario.ClientId)
            .WithClientSecret(Scenario.ClientSecret)
            .WithAuthority($"{server.AuthorityHost}{Scenario.TenantId}", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Factory(Trusting(server)))
            .Build();

        var first = await app.AcquireTokenForClient([AppScope]).ExecuteAsync(TestContext.Current.CancellationToken);
        var second = await app.AcquireTokenForClient([AppScope]).ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(TokenSource.IdentityProvider, first.AuthenticationResultMetadata.TokenSource);
        Assert.Equal(first.AccessToken, second.AccessToken);
        await SendAsync(server, first.AccessToken);
    }

    [Fact]
    public async Task MSAL_signs_a_user_in_and_renews_the_token_silently()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        var app = PublicClientApplicationBuilder
            .Create(Scenario.ClientId)
            .WithAuthority($"{server.AuthorityHost}organizations", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Factory(Trusting(server)))
            .Build();

#pragma warning disable CS0618 // Old programs use it, so it is tested too.
        var signedIn = await app.AcquireTokenByUsernamePassword([UserScope], Scenario.Mailbox, Scenario.Password)
            .ExecuteAsync(TestContext.Current.CancellationToken);
#pragma warning restore CS0618
        var renewed = await app.AcquireTokenSilent([UserScope], signedIn.Account)
            .WithForceRefresh(true)
            .ExecuteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Scenario.Mailbox, signedIn.Account.Username);
        Assert.NotEqual(signedIn.AccessToken, renewed.AccessToken);
        await SendAsync(server, renewed.AccessToken);
    }

    [Fact]
    public async Task A_generic_OpenID_client_finds_endpoints_and_keys()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        var app = ConfidentialClientApplicationBuilder
            .Create(Scenario.ClientId)
            .WithClientSecret(Scenario.ClientSecret)
            .WithOidcAuthority($"{server.AuthorityHost}{Scenario.TenantId}/v2.0")
            .WithHttpClientFactory(new Factory(Trusting(server)))
            .Build();

        var result = await app.AcquireTokenForClient([AppScope]).ExecuteAsync(TestContext.Current.CancellationToken);

        using var http = Trusting(server);
        var found = JsonNode.Parse(
            await http.GetStringAsync(
                $"{server.AuthorityHost}{Scenario.TenantId}/v2.0/.well-known/openid-configuration"
            )
        )!;
        var keys = JsonNode.Parse(await http.GetStringAsync((string)found["jwks_uri"]!))!["keys"]![0]!;
        Assert.True(IsSignedBy(keys, result.AccessToken));
        Assert.False(IsSignedBy(keys, result.AccessToken[..^4] + "AAAA"));
    }

    [Fact]
    public async Task Instance_discovery_names_the_simulator_itself()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var http = Trusting(server);

        var found = JsonNode.Parse(
            await http.GetStringAsync(
                $"{server.AuthorityHost}common/discovery/instance?api-version=1.1&authorization_endpoint=x"
            )
        )!;

        Assert.Equal(server.AuthorityHost.Authority, (string)found["metadata"]![0]!["preferred_network"]!);
    }

    [Fact]
    public async Task A_client_that_does_not_trust_the_simulator_sends_it_no_secret()
    {
        var log = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open, new() { Log = log.Enqueue });
        var options = new ClientSecretCredentialOptions
        {
            DisableInstanceDiscovery = true,
            AuthorityHost = server.AuthorityHost,
        };
        options.Retry.MaxRetries = 0;

        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(() =>
            TokenAsync(new ClientSecretCredential(Scenario.TenantId, Scenario.ClientId, Scenario.ClientSecret, options))
        );

        Assert.Contains("SSL", refused.ToString());
        Assert.Empty(log);
    }

    public static TheoryData<string, string, Func<SmtpSimulator, TokenCredential>, string> RefusedByEntra =>
        new()
        {
            { "wrong secret", "AADSTS7000215", server => WithSecret(server, secret: "wrong"), AppScope },
            { "expired secret", "AADSTS7000222", server => WithSecret(server, secret: "old"), AppScope },
            {
                "wrong tenant",
                "AADSTS90002",
                server => WithSecret(server, tenant: "00000000-0000-0000-0000-000000000001"),
                AppScope
            },
            { "wrong application", "AADSTS700016", server => WithSecret(server, client: "nobody"), AppScope },
            { "delegated scope", "AADSTS1002012", server => WithSecret(server), UserScope },
            {
                "unknown resource",
                "AADSTS500011",
                server => WithSecret(server),
                "https://outlook.example.com/.default"
            },
        };

    [Theory, MemberData(nameof(RefusedByEntra))]
    public async Task Entra_refuses_with_its_codes(
        string what,
        string code,
        Func<SmtpSimulator, TokenCredential> credential,
        string scope
    )
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox)
                .Application(
                    Scenario.ClientId,
                    Scenario.ClientSecret,
                    a => a.SendAsApp(Scenario.Mailbox).Secret("old", DateTimeOffset.UtcNow.AddDays(-1))
                )
        );

        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(() =>
            TokenAsync(credential(server), scope)
        );

        Assert.True(refused.ToString().Contains(code), $"{what}: {refused}");
        Assert.DoesNotContain(Scenario.ClientSecret, refused.ToString());
    }

    [Fact]
    public async Task Entra_can_be_made_to_refuse_or_be_unavailable()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);

        server.Change(t => t.RefuseTokens("AADSTS53003: Access has been blocked by Conditional Access policies."));
        Assert.Contains("AADSTS53003", await FailureAsync());
        server.Change(t => t.RefuseTokens("The service is down.", 503));
        Assert.Contains("temporarily_unavailable", await FailureAsync());
        server.Change(t => t.RefuseTokens(null));

        await SendAsync(server, await TokenAsync(WithSecret(server)));

        async Task<string> FailureAsync() =>
            (await Assert.ThrowsAsync<AuthenticationFailedException>(() => TokenAsync(WithSecret(server)))).ToString();
    }

    [Fact]
    public async Task A_token_expires_by_the_clock_of_the_simulator()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await SmtpSimulator.StartAsync(
            t =>
                Scenario
                    .Open.Apply(
                        t.Mailbox(Scenario.Mailbox)
                            .Application(Scenario.ClientId, change: a => a.SendAsApp(Scenario.Mailbox))
                    )
                    .TokenLifetime(TimeSpan.FromMinutes(10)),
            new() { TimeProvider = time }
        );
        var token = server.IssueApplicationToken();

        await SendAsync(server, token);
        time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("# the token has expired", await RefusedAsync(server, token));
        await SendAsync(server, server.IssueApplicationToken());
    }

    [Fact]
    public async Task A_revoked_token_is_refused_and_a_new_one_accepted()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        var (ofUser, ofApplication) = (server.IssueToken(Scenario.Mailbox), server.IssueApplicationToken());

        server.RevokeTokens(Scenario.Mailbox);

        Assert.Equal("# the token was revoked", await RefusedAsync(server, ofUser));
        await SendAsync(server, ofApplication);
        server.RevokeTokens(Scenario.ClientId);
        Assert.Equal("# the token was revoked", await RefusedAsync(server, ofApplication));
        await SendAsync(server, server.IssueToken(Scenario.Mailbox));
    }

    [Fact]
    public async Task A_token_for_Graph_is_refused()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);

        var token = await TokenAsync(WithSecret(server), "https://graph.microsoft.com/.default");

        Assert.Equal("# the token is for https://graph.microsoft.com", await RefusedAsync(server, token));
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        await using var other = await SmtpSimulator.StartAsync(Scenario.Open);
        var token = server.IssueApplicationToken();
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Decode(parts[1]))!;
        claims["exp"] = 9999999999;
        var none = Encode("""{"alg":"none","typ":"JWT"}""");
        string[] forged =
        [
            $"{parts[0]}.{Encode(claims.ToJsonString())}.{parts[2]}",
            $"{none}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.",
            other.IssueApplicationToken(),
            "a.b.c",
            "nothing",
        ];

        foreach (var one in forged)
            Assert.Equal("# the token was not issued by this simulator", await RefusedAsync(server, one));
        await SendAsync(server, token);
    }

    [Fact]
    public async Task A_users_token_is_valid_for_no_other_mailbox_and_needs_the_scope()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox("ann@contoso.com", "a")
                .Mailbox("bob@contoso.com", "b")
                .Application("app", change: a => a.DelegatedSend())
        );
        var ann = server.IssueToken("ann@contoso.com", "app");

        await SendAsync(server, ann, "ann@contoso.com");

        Assert.Equal("# the token is of another user", await RefusedAsync(server, ann, "bob@contoso.com"));
    }

    [Fact]
    public async Task Without_consent_a_user_gets_no_token()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox("ann@contoso.com", "a").Application("app", "secret")
        );
        using var http = Trusting(server);

        var answer = await http.PostAsync(
            $"{server.AuthorityHost}contoso.com/oauth2/v2.0/token",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "password",
                    ["client_id"] = "app",
                    ["scope"] = UserScope,
                    ["username"] = "ann@contoso.com",
                    ["password"] = "a",
                }
            )
        );

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("AADSTS65001", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_application_sends_by_role_and_mailbox_permission_or_by_RBAC_without_a_role()
    {
        await using var server = await SmtpSimulator.StartAsync(t =>
            t.Mailbox(Scenario.Mailbox)
                .Application("granted", change: a => a.SendAsApp(Scenario.Mailbox))
                .Application("role only", change: a => a.SendAsApp())
                .Application("rbac", change: a => a.RbacSendAsApp(Scenario.Mailbox))
                .Application("rbac and role", change: a => a.SendAsApp().RbacSendAsApp(Scenario.Mailbox))
                .Application("nothing")
        );

        await SendAsync(server, server.IssueApplicationToken("granted"));
        await SendAsync(server, server.IssueApplicationToken("rbac"));

        Assert.DoesNotContain("roles", Decode(server.IssueApplicationToken("rbac").Split('.')[1]));
        Assert.Contains(
            "no permission on the mailbox",
            await RefusedAsync(server, server.IssueApplicationToken("role only"))
        );
        Assert.Contains(
            "no permission on the mailbox",
            await RefusedAsync(server, server.IssueApplicationToken("rbac and role"))
        );
        Assert.Contains(
            "lacks the role SMTP.SendAsApp",
            await RefusedAsync(server, server.IssueApplicationToken("nothing"))
        );
    }

    [Fact]
    public async Task The_mailbox_switch_applies_to_a_valid_token()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.MailboxSmtpAuthOff);

        var refused = await Assert.ThrowsAsync<MailKit.Security.AuthenticationException>(async () =>
            await SendAsync(server, server.IssueApplicationToken())
        );

        Assert.Contains("SmtpClientAuthentication is disabled for the Mailbox", refused.Message);
    }

    [Fact]
    public async Task No_secret_and_no_token_reaches_the_log()
    {
        var log = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open, new() { Log = log.Enqueue });

        var token = await TokenAsync(WithSecret(server));
        await SendAsync(server, token);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() =>
            TokenAsync(WithSecret(server, secret: "tr0ub4dor-secret"))
        );

        var all = string.Join('\n', log);
        Assert.Contains($"[entra] # token for https://outlook.office365.com to application {Scenario.ClientId}", all);
        Assert.Contains("[entra] # AADSTS7000215", all);
        Assert.DoesNotContain(token, all);
        Assert.DoesNotContain(Scenario.ClientSecret, all);
        Assert.DoesNotContain("tr0ub4dor", all);
    }

    [Theory]
    [InlineData("GET /x HTTP/1.1\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("POST /contoso.com/oauth2/v2.0/token HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n")]
    [InlineData("POST /contoso.com/oauth2/v2.0/token HTTP/1.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /contoso.com/oauth2/v2.0/token HTTP/1.1\r\nContent-Length: 4\r\n\r\n&=%%")]
    public async Task Invalid_requests_end_only_their_connection(string request)
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync("localhost", server.AuthorityHost.Port);
        await using var tls = new System.Net.Security.SslStream(tcp.GetStream(), false, server.Certificate.Validate);
        await tls.AuthenticateAsClientAsync("localhost");

        await tls.WriteAsync(Encoding.ASCII.GetBytes(request));
        var read = await tls.ReadAsync(new byte[4096]);

        Assert.True(read >= 0);
        await SendAsync(server, await TokenAsync(WithSecret(server)));
    }

    [Fact]
    public async Task The_callbacks_report_sessions_lines_and_messages()
    {
        var heard = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var server = await SmtpSimulator.StartAsync(
            Scenario.Open,
            new()
            {
                SessionStarted = session => heard.Enqueue($"started {session.Number}"),
                LineHeard = (session, line) => heard.Enqueue($"{session.Number} {line}"),
                MessageAccepted = message => heard.Enqueue($"message {message.From}"),
                SessionEnded = session => heard.Enqueue($"ended {session.Number}"),
            }
        );

        await SendAsync(server, server.IssueApplicationToken());
        Assert.True(await Signal.UntilAsync(() => heard.Contains("ended 1")));

        Assert.Equal("started 1", heard.First());
        Assert.Contains("1 S: 235 2.7.0 Authentication successful", heard);
        Assert.Contains($"message {Scenario.Mailbox}", heard);
        Assert.Equal("ended 1", heard.Last());
    }

    [Fact]
    public async Task A_fault_can_be_set_and_removed_while_the_simulator_runs()
    {
        await using var server = await SmtpSimulator.StartAsync(Scenario.Open);
        var token = server.IssueApplicationToken();

        server.Fault = NetworkFault.WrongCertificate(CertificateFault.Expired);
        await Assert.ThrowsAsync<SslHandshakeException>(() => SendAsync(server, token));
        server.Fault = NetworkFault.None;

        await SendAsync(server, token);
    }

    static bool IsSignedBy(JsonNode key, string token)
    {
        using var rsa = RSA.Create(
            new RSAParameters { Modulus = Bytes((string)key["n"]!), Exponent = Bytes((string)key["e"]!) }
        );
        var parts = token.Split('.');
        var signed = Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]);
        return rsa.VerifyData(signed, Bytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    static byte[] Bytes(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    static string Decode(string text) => Encoding.UTF8.GetString(Bytes(text));

    static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    sealed class Factory(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
