using System.Net;

namespace M365Smtp.Tests.Settings;

public class ReaderTests
{
    static readonly Func<CancellationToken, Task<string>> Token = _ => Task.FromResult("s3cr3t-t0ken");

    [Theory]
    [InlineData("""{ "id": "x", "isEnabled": true }""", true)]
    [InlineData("""{ "isEnabled": false }""", false)]
    public async Task Security_Defaults_are_read_from_Graph(string answer, bool enabled)
    {
        var graph = new PlayedHttp(_ => (HttpStatusCode.OK, answer));

        var settings = await new SecurityDefaultsReader(new HttpClient(graph), Token).ReadAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Equal(enabled, settings.SecurityDefaults);
        Assert.Equal(
            [
                "GET https://graph.microsoft.com/v1.0/policies/identitySecurityDefaultsEnforcementPolicy Bearer s3cr3t-t0ken ",
            ],
            graph.Requests
        );
    }

    [Fact]
    public async Task Another_cloud_has_another_endpoint()
    {
        var graph = new PlayedHttp(_ => (HttpStatusCode.OK, """{ "isEnabled": true }"""));

        await new SecurityDefaultsReader(new HttpClient(graph), Token, new Uri("https://graph.microsoft.us")).ReadAsync(
            TestContext.Current.CancellationToken
        );

        Assert.StartsWith("GET https://graph.microsoft.us/", Assert.Single(graph.Requests));
    }

    [Fact]
    public async Task A_refusal_names_the_permission_and_no_secret()
    {
        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            new SecurityDefaultsReader(
                new HttpClient(new PlayedHttp(_ => (HttpStatusCode.Forbidden, "s3cr3t-t0ken"))),
                Token
            ).ReadAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal("Microsoft Graph answered 403; the token needs Policy.Read.All.", error.Message);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "isEnabled": "yes" }""")]
    public async Task A_response_that_is_not_the_policy_gets_a_clear_error(string answer) =>
        await Assert.ThrowsAsync<FormatException>(() =>
            new SecurityDefaultsReader(
                new HttpClient(new PlayedHttp(_ => (HttpStatusCode.OK, answer))),
                Token
            ).ReadAsync(TestContext.Current.CancellationToken)
        );

    [Fact]
    public async Task An_endless_response_is_refused() =>
        Assert.Contains(
            "1 MiB",
            (
                await Assert.ThrowsAsync<FormatException>(() =>
                    new SecurityDefaultsReader(
                        new HttpClient(new PlayedHttp(_ => (HttpStatusCode.OK, new string(' ', 2_000_000)))),
                        Token
                    ).ReadAsync(TestContext.Current.CancellationToken)
                )
            ).Message
        );

    [Fact]
    public async Task The_unofficial_endpoint_shows_both_switches()
    {
        var exchange = new PlayedHttp(body =>
            (
                HttpStatusCode.OK,
                body.Contains("Get-CASMailbox")
                    ? """{ "value": [{ "SmtpClientAuthenticationDisabled": null }] }"""
                    : """{ "value": [{ "SmtpClientAuthenticationDisabled": true }] }"""
            )
        );

        var settings = await new UnofficialExchangeReader(
            new HttpClient(exchange),
            Token,
            "contoso.onmicrosoft.com"
        ).ReadAsync("alerts@contoso.com", TestContext.Current.CancellationToken);

        Assert.Equal(
            (SmtpAuthSwitch.Inherited, SmtpAuthSwitch.Blocked, SmtpAuthDecision.BlockedForTenant),
            (settings.Mailbox, settings.Tenant, settings.SmtpAuth)
        );
        Assert.Equal(
            """POST https://outlook.office365.com/adminapi/beta/contoso.onmicrosoft.com/InvokeCommand Bearer s3cr3t-t0ken {"CmdletInput":{"CmdletName":"Get-CASMailbox","Parameters":{"Identity":"alerts@contoso.com"}}}""",
            exchange.Requests[1]
        );
    }
}
