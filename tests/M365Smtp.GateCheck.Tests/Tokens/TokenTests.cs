using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Tokens;

public class TokenTests
{
    public static TheoryData<string, string, Action<Dictionary<string, object>>> Wrong => new()
    {
        { "for Graph", "is for 'https://graph.microsoft.com'", claims => claims["aud"] = "https://graph.microsoft.com" },
        { "for Graph by id", "is for '00000003-0000-0000-c000-000000000000'", claims => claims["aud"] = "00000003-0000-0000-c000-000000000000" },
        { "of another cloud", "is for 'https://outlook.office365.us'", claims => claims["aud"] = "https://outlook.office365.us" },
        { "expired", "expired at 2026-11-23 07:59:59Z", claims => claims["exp"] = new DateTimeOffset(2026, 11, 23, 7, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds() },
        { "wrong scope", "lacks the scope SMTP.Send; it has 'Mail.Send'", claims => claims["scp"] = "Mail.Send" },
        { "other user", "is of user 'ann@contoso.com'", claims => claims["upn"] = "ann@contoso.com" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_wrong_token_is_named_before_anything_is_sent(string name, string says, Action<Dictionary<string, object>> change)
    {
        var server = PlayedServer.With();
        var token = Sample.Token(change);

        var report = await server.RunAsync(Sample.WithToken(token));

        Assert.Equal((GateVerdict.Closed, Gate.Token, false), (report.Verdict, report.ClosedGate, server.WasConnected));
        Assert.True(report.Summary.Contains(says), $"{name}: {report.Summary}");
        Assert.DoesNotContain(token, report.Everything());
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_named_where_the_tenant_is_given()
    {
        var options = Sample.WithToken(Sample.Token());
        options.TenantId = "22222222-2222-2222-2222-222222222222";

        Assert.Contains("is of tenant", (await PlayedServer.With().RunAsync(options)).Summary);
    }

    [Theory]
    [InlineData("https://outlook.office365.com")]
    [InlineData("https://outlook.office365.com/")]
    [InlineData("00000002-0000-0ff1-ce00-000000000000")]
    public async Task A_token_of_an_application_is_right_with_its_role(string audience)
    {
        var report = await PlayedServer.With().RunAsync(Sample.WithToken(Sample.Token(claims =>
        {
            claims.Remove("scp");
            claims.Remove("upn");
            claims["aud"] = audience;
            claims["roles"] = new[] { "SMTP.SendAsApp" };
        })));

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.Empty(report.Notes);
    }

    [Fact]
    public async Task Without_the_role_it_is_tried_and_a_note_says_when_that_works()
    {
        var report = await PlayedServer.With().RunAsync(Sample.WithToken(Sample.Token(claims =>
        {
            claims.Remove("scp");
            claims.Remove("upn");
        })));

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.Contains("RBAC for Applications", Assert.Single(report.Notes));
    }

    [Theory]
    [InlineData("EwBwA8l6BAAU")]
    [InlineData("a.b.c")]
    [InlineData("a.bnVsbA.c")]
    [InlineData("a.e30.c")]
    [InlineData("a.eyJleHAiOjk5OTk5OTk5OTk5OTk5OTk5fQ.c")]
    public async Task A_token_that_says_nothing_is_tried(string token) =>
        Assert.Equal(GateVerdict.Open, (await PlayedServer.With().RunAsync(Sample.WithToken(token))).Verdict);

    [Fact]
    public async Task What_the_provider_throws_is_told_without_its_words()
    {
        var options = Sample.WithToken("");
        options.TokenProvider = _ => throw new InvalidOperationException("AADSTS7000215: Invalid client secret 's3cr3t' provided.");

        var report = await PlayedServer.With().RunAsync(options);

        Assert.Equal("No token was supplied: InvalidOperationException AADSTS7000215.", report.Summary);
        Assert.DoesNotContain("s3cr3t", report.Everything());
    }

    [Fact]
    public async Task A_provider_that_never_answers_ends_at_the_deadline()
    {
        var server = PlayedServer.With();
        var options = Sample.WithToken("");
        options.TokenProvider = _ =>
        {
            server.Time.Advance(TimeSpan.FromMinutes(1));
            return new TaskCompletionSource<string>().Task;
        };

        Assert.Equal(Gate.Token, (await server.RunAsync(options)).ClosedGate);
    }
}
