using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Tokens;

public class TokenTests
{
    public static TheoryData<string, string, Action<Dictionary<string, object>>> Wrong =>
        new()
        {
            {
                "for Graph",
                "is for 'https://graph.microsoft.com'",
                claims => claims["aud"] = "https://graph.microsoft.com"
            },
            {
                "for Graph by id",
                "is for '00000003-0000-0000-c000-000000000000'",
                claims => claims["aud"] = "00000003-0000-0000-c000-000000000000"
            },
            {
                "of another cloud",
                "is for 'https://outlook.office365.us'",
                claims => claims["aud"] = "https://outlook.office365.us"
            },
            {
                "expired",
                "expired at 2026-11-23 07:59:59Z",
                claims => claims["exp"] = new DateTimeOffset(2026, 11, 23, 7, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds()
            },
            { "wrong scope", "lacks the scope SMTP.Send; it has 'Mail.Send'", claims => claims["scp"] = "Mail.Send" },
            { "other user", "is of user 'ann@contoso.com'", claims => claims["upn"] = "ann@contoso.com" },
        };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_wrong_token_is_reported_before_anything_is_sent(
        string name,
        string says,
        Action<Dictionary<string, object>> change
    )
    {
        var server = PlayedServer.With();
        var token = Sample.Token(change);

        var report = await server.RunAsync(Sample.WithToken(token));

        Assert.Equal((GateVerdict.Closed, Gate.Token, false), (report.Verdict, report.ClosedGate, server.WasConnected));
        Assert.True(report.Summary.Contains(says), $"{name}: {report.Summary}");
        Assert.DoesNotContain(token, report.Everything());
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_reported_if_the_tenant_is_given()
    {
        var options = Sample.WithToken(Sample.Token());
        options.TenantId = "22222222-2222-2222-2222-222222222222";

        Assert.Contains("is of tenant", (await PlayedServer.With().RunAsync(options)).Summary);
    }

    [Theory]
    [InlineData("https://outlook.office365.com")]
    [InlineData("00000002-0000-0ff1-ce00-000000000000")]
    public async Task An_application_token_with_the_role_is_accepted(string audience)
    {
        var report = await PlayedServer
            .With()
            .RunAsync(
                Sample.WithToken(
                    Sample.Token(claims =>
                    {
                        claims.Remove("scp");
                        claims.Remove("upn");
                        claims["aud"] = audience;
                        claims["roles"] = new[] { "SMTP.SendAsApp" };
                    })
                )
            );

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.Empty(report.Notes);
    }

    [Fact]
    public async Task An_application_token_without_the_role_is_tried_and_noted()
    {
        var report = await PlayedServer
            .With()
            .RunAsync(
                Sample.WithToken(
                    Sample.Token(claims =>
                    {
                        claims.Remove("scp");
                        claims.Remove("upn");
                    })
                )
            );

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.Contains("RBAC for Applications", Assert.Single(report.Notes));
    }

    [Theory]
    [InlineData("EwBwA8l6BAAU")]
    [InlineData("a.b.c")]
    [InlineData("a.bnVsbA.c")]
    [InlineData("a.e30.c")]
    [InlineData("a.eyJleHAiOjk5OTk5OTk5OTk5OTk5OTk5fQ.c")]
    public async Task An_unreadable_token_is_tried(string token) =>
        Assert.Equal(GateVerdict.Open, (await PlayedServer.With().RunAsync(Sample.WithToken(token))).Verdict);

    [Fact]
    public async Task A_provider_failure_is_reported_without_its_message()
    {
        var options = Sample.WithToken("");
        options.TokenProvider = _ =>
            throw new InvalidOperationException("AADSTS7000215: Invalid client secret 's3cr3t' provided.");

        var report = await PlayedServer.With().RunAsync(options);

        Assert.StartsWith("No token was supplied: InvalidOperationException AADSTS7000215.", report.Summary);
        Assert.DoesNotContain("s3cr3t", report.Everything());
    }

    [Fact]
    public async Task A_provider_that_never_returns_is_given_up_at_the_deadline()
    {
        var server = PlayedServer.With();
        var options = Sample.WithToken("");
        options.TokenProvider = _ =>
        {
            server.Time.Advance(TimeSpan.FromMinutes(1));
            return new TaskCompletionSource<string>().Task;
        };

        var report = await server.RunAsync(options);

        Assert.Equal((GateVerdict.Unknown, Gate.Unknown), (report.Verdict, report.ClosedGate));
        Assert.Equal("The deadline passed.", report.Summary);
    }

    [Theory]
    [InlineData("\"eyJ0\"", "is in quotation marks")]
    [InlineData("'eyJ0'", "is in quotation marks")]
    [InlineData("Bearer eyJ0", "begins with 'Bearer '")]
    [InlineData("{\"access_token\":\"eyJ0\"}", "is its access_token")]
    [InlineData("eyJ0 eyJ1", "holds blanks or line breaks")]
    [InlineData("eyJ0\n", "holds blanks or line breaks")]
    [InlineData("", "is empty")]
    [InlineData("eyJ0\u00e9", "characters that none has")]
    public async Task A_malformed_token_is_reported(string token, string says)
    {
        var server = PlayedServer.With();

        var report = await server.RunAsync(Sample.WithToken(token));

        Assert.Equal((GateVerdict.Closed, Gate.Token, false), (report.Verdict, report.ClosedGate, server.WasConnected));
        Assert.Contains(says, report.Summary);
        Assert.DoesNotContain("eyJ0", report.Everything());
    }

    [Fact]
    public async Task A_token_that_is_not_yet_valid_is_tried_and_the_clock_noted()
    {
        var start = new DateTimeOffset(2026, 11, 23, 8, 20, 0, TimeSpan.Zero);

        var report = await PlayedServer
            .With()
            .RunAsync(Sample.WithToken(Sample.Token(claims => claims["nbf"] = start.ToUnixTimeSeconds())));

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.Contains("is not valid before 2026-11-23 08:20:00Z", Assert.Single(report.Notes));
    }

    [Fact]
    public async Task A_trailing_slash_in_the_audience_is_noted()
    {
        var report = await PlayedServer
            .With()
            .RunAsync(Sample.WithToken(Sample.Token(claims => claims["aud"] = "https://outlook.office365.com/")));

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.Contains("ask for https://outlook.office365.com/.default", Assert.Single(report.Notes));
    }

    [Fact]
    public async Task High_Volume_Email_requires_Mail_Send()
    {
        var (wrong, right) = (
            Sample.WithToken(Sample.Token()),
            Sample.WithToken(Sample.Token(claims => claims["scp"] = "Mail.Send"))
        );
        wrong.Host = right.Host = "smtp.hve.mx.microsoft";

        var refused = await PlayedServer.With().RunAsync(wrong);

        Assert.Equal((GateVerdict.Closed, Gate.Token), (refused.Verdict, refused.ClosedGate));
        Assert.Equal("The token lacks the scope Mail.Send; it has 'SMTP.Send offline_access'.", refused.Summary);
        Assert.Contains("https://outlook.office.com/Mail.Send (signed-in user)", Assert.Single(refused.Remedies).Text);
        Assert.Equal(GateVerdict.Open, (await PlayedServer.With().RunAsync(right)).Verdict);
    }

    [Fact]
    public async Task An_application_of_High_Volume_Email_needs_the_role_Mail_Send()
    {
        static string App(params string[] roles) =>
            Sample.Token(claims =>
            {
                claims.Remove("scp");
                claims["roles"] = roles;
            });
        var (without, with) = (Sample.WithToken(App("SMTP.SendAsApp")), Sample.WithToken(App("Mail.Send")));
        without.Host = with.Host = "smtp.hve.mx.microsoft";
        var refusing = PlayedServer.With(line =>
            line.StartsWith("AUTH", StringComparison.Ordinal)
                ? "535 5.7.3 Authentication unsuccessful [A.prod.outlook.com]\r\n"
                : null
        );

        var refused = await refusing.RunAsync(without);

        Assert.Contains("has no role Mail.Send", Assert.Single(refused.Notes));
        Assert.Contains("Mail.Send on Office 365 Exchange Online", refused.Remedies[0].Text);
        Assert.StartsWith("Add-HVEAppAccess -Identity alerts@contoso.com", refused.Remedies[1].PowerShell);
        Assert.Empty((await PlayedServer.With().RunAsync(with)).Notes);
    }
}
