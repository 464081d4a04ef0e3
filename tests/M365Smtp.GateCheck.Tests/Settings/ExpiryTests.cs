using System.Net;
using M365Smtp.Tests.Probing;

namespace M365Smtp.Tests.Settings;

/// <summary>Warnings before secrets, certificates and tokens expire. It is 2026-11-23 08:00 UTC.</summary>
public class ExpiryTests
{
    const string Hint = "k3y";

    /// <summary>One application in each export format.</summary>
    public static TheoryData<string, string> Forms =>
        new()
        {
            {
                "Graph",
                $$"""{ "@odata.context": "x", "passwordCredentials": [ { "displayName": "web shop", "hint": "{{Hint}}", "keyId": "f7a5c0b2-1f0e-4f9a-8d8a-6c1f6f3f0001", "endDateTime": "2026-12-03T08:00:00Z", "secretText": null } ], "keyCredentials": [] }"""
            },
            {
                "a list of Graph",
                $$"""{ "value": [ { "appId": "a", "passwordCredentials": [ { "displayName": "web shop", "hint": "{{Hint}}", "endDateTime": "2026-12-03T08:00:00Z" } ] } ] }"""
            },
            {
                "az ad app credential list",
                $$"""[ { "displayName": "web shop", "hint": "{{Hint}}", "keyId": "f7a5c0b2-1f0e-4f9a-8d8a-6c1f6f3f0001", "endDateTime": "2026-12-03T08:00:00+00:00", "startDateTime": "2025-12-03T08:00:00Z" } ]"""
            },
            {
                "PowerShell 7",
                $$"""{ "AppId": "a", "PasswordCredentials": { "DisplayName": "web shop", "Hint": "{{Hint}}", "EndDateTime": "2026-12-03T08:00:00Z" }, "KeyCredentials": [] }"""
            },
            {
                "Windows PowerShell",
                $$"""[ { "PasswordCredentials": [ { "DisplayName": "web shop", "Hint": "{{Hint}}", "EndDateTime": "\/Date(1796284800000)\/" } ] } ]"""
            },
        };

    [Theory, MemberData(nameof(Forms))]
    public async Task A_client_secret_that_expires_soon_is_noted_in_every_export_format(string form, string json)
    {
        var report = (await PlayedServer.With().RunAsync(Sample.WithPassword())).ComparedWith(
            GateSettings.FromExport(json)
        );

        Assert.Equal(
            "The client secret 'web shop' ends on 2026-12-03, in 10 days: add a new one and change over before that.",
            Assert.Single(report.Notes)
        );
        Assert.True(report.Expiries.Single().Ends == new DateTimeOffset(2026, 12, 3, 8, 0, 0, TimeSpan.Zero), form);
        Assert.DoesNotContain(Hint, report.Everything() + string.Concat(report.Expiries));
    }

    static GateSettings Ending(params DateTimeOffset[] ends) =>
        new() { AppCredentials = [.. ends.Select((end, at) => new Expiry($"client secret '{at}'", end))] };

    static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 8, 0, 0, TimeSpan.Zero);

    static async Task<IReadOnlyList<string>> NotesAsync(GateSettings settings) =>
        (await PlayedServer.With().RunAsync(Sample.WithPassword())).ComparedWith(settings).Notes;

    [Fact]
    public async Task A_secret_that_lasts_is_not_mentioned() => Assert.Empty(await NotesAsync(Ending(Day(2027, 5, 1))));

    [Fact]
    public async Task An_expired_secret_is_not_mentioned_if_another_lasts() =>
        Assert.Empty(await NotesAsync(Ending(Day(2025, 1, 1), Day(2027, 5, 1))));

    [Fact]
    public async Task A_secret_that_expires_soon_is_noted_with_the_one_that_lasts() =>
        Assert.Contains(
            "use the other one, which lasts until 2027-05-01",
            Assert.Single(await NotesAsync(Ending(Day(2026, 12, 1), Day(2027, 5, 1))))
        );

    [Fact]
    public async Task If_all_have_expired_one_note_says_so() =>
        Assert.StartsWith(
            "Every secret and certificate of the application has run out, the last on 2026-11-01",
            Assert.Single(await NotesAsync(Ending(Day(2025, 1, 1), Day(2026, 11, 1))))
        );

    [Fact]
    public async Task The_warning_time_can_be_set()
    {
        var options = Sample.WithPassword();
        options.ExpiryWarning = TimeSpan.FromDays(5);

        var report = (await PlayedServer.With().RunAsync(options)).ComparedWith(Ending(Day(2026, 12, 3)));

        Assert.Empty(report.Notes);
        Assert.Single(report.Expiries);
    }

    [Fact]
    public async Task Expiry_dates_are_read_from_Graph()
    {
        var graph = new PlayedHttp(_ =>
            (
                HttpStatusCode.OK,
                """{ "passwordCredentials": [], "keyCredentials": [ { "displayName": "CN=mailer", "type": "AsymmetricX509Cert", "usage": "Verify", "endDateTime": "2026-12-03T08:00:00Z" } ] }"""
            )
        );

        var settings = await new AppCredentialReader(
            new HttpClient(graph),
            _ => Task.FromResult("s3cr3t-t0ken")
        ).ReadAsync("11111111-2222-3333-4444-555555555555", TestContext.Current.CancellationToken);

        Assert.Equal([new("client certificate 'CN=mailer'", Day(2026, 12, 3))], settings.AppCredentials!);
        Assert.StartsWith(
            "GET https://graph.microsoft.com/v1.0/applications(appId='11111111-2222-3333-4444-555555555555')?$select=passwordCredentials,keyCredentials",
            Assert.Single(graph.Requests)
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "{}", "Microsoft Graph answered 403; the token needs Application.Read.All.")]
    [InlineData(HttpStatusCode.OK, "{}", "shows no credentials of an application")]
    [InlineData(HttpStatusCode.OK, "nothing", "is not JSON")]
    public async Task An_unusable_Graph_response_is_an_error(HttpStatusCode status, string body, string says)
    {
        var reader = new AppCredentialReader(
            new HttpClient(new PlayedHttp(_ => (status, body))),
            _ => Task.FromResult("s3cr3t-t0ken")
        );

        var error = await Assert.ThrowsAnyAsync<Exception>(() =>
            reader.ReadAsync("app", TestContext.Current.CancellationToken)
        );

        Assert.Contains(says, error.Message);
        Assert.DoesNotContain("s3cr3t-t0ken", error.ToString());
    }

    [Fact]
    public async Task The_expiry_of_a_fixed_token_is_noted()
    {
        var options = new GateCheckOptions { Mailbox = "alerts@contoso.com", Token = Sample.Token() };

        var report = await PlayedServer.With().RunAsync(options);

        Assert.Equal(GateVerdict.Open, report.Verdict);
        Assert.Equal(
            "The access token ends at 2026-11-23 12:00:00Z, in 4 hours, and nobody renews it: let a TokenProvider supply tokens.",
            Assert.Single(report.Notes)
        );
        Assert.Equal([new("access token", new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))], report.Expiries);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 0)]
    public async Task A_provider_that_does_not_renew_tokens_is_noted(int minutes, int notes)
    {
        var ends = new DateTimeOffset(2026, 11, 23, 8, minutes, 0, TimeSpan.Zero).ToUnixTimeSeconds();

        var report = await PlayedServer.With().RunAsync(Sample.WithToken(Sample.Token(claims => claims["exp"] = ends)));

        Assert.Equal(notes, report.Notes.Count);
        Assert.Equal(notes, report.Expiries.Count);
    }
}
