namespace M365Smtp.Tool.Tests;

/// <summary>No command prints a secret, whatever is next to it.</summary>
public class SecretTests
{
    static readonly string[] Secrets =
    [
        "Hunter2x",
        "P@ssw0rd!",
        "Ab~8Q~pQvZ3t.-_xyz0123",
        "eyJ0eXAiOiJKV1Q.eyJhdWQiOiJo.c2lnbmF0dXJl",
    ];

    static readonly (string Name, Func<string, string> Json)[] Settings =
    [
        (
            "a password",
            secret =>
                $$"""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "UserName": "app", "Password": "{{secret}}" } }"""
        ),
        (
            "a connection string as the user",
            secret =>
                $$"""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "UserName": "Host=x;Port=465;User=app;Password={{secret}}" } }"""
        ),
        (
            "a connection string as the sender",
            secret =>
                $$"""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "Sender": "Host=smtp.office365.com;Port=465;User=app;Password={{secret}}" } }"""
        ),
        (
            "a connection string of its own",
            secret =>
                $$"""{ "Mail": { "ConnectionString": "Host=smtp.office365.com;Port=465;User=app;Password={{secret}}" } }"""
        ),
        (
            "an address behind a user",
            secret =>
                $$"""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "UserName": "app@contoso.com;Password={{secret}}", "From": "a+b@contoso.com;pwd={{secret}}" } }"""
        ),
        (
            "a key",
            secret =>
                $$"""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "UserName": "Endpoint=x;AccountKey={{secret}}" } }"""
        ),
        (
            "a user with its password",
            secret => $$"""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "UserName": "app:{{secret}}" } }"""
        ),
        (
            "an address of the web",
            secret =>
                $$"""{ "Mail": { "Url": "smtp://app%40contoso.com:{{Uri.EscapeDataString(secret)}}@smtp.office365.com:465" } }"""
        ),
        ("behind the host", secret => $$"""{ "Smtp": { "Host": "smtp.office365.com:{{secret}}", "Port": 465 } }"""),
        (
            "a comment",
            secret => $$"""{ /* password: {{secret}} */ "Smtp": { "Host": "smtp.office365.com", "Port": 465 } }"""
        ),
    ];

    public static TheoryData<string> Names => [.. Settings.Select(one => one.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Of_settings(string place)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var (settings, sarif) = (Path.Combine(folder, "appsettings.json"), Path.Combine(folder, "log.sarif"));
        foreach (var secret in Secrets)
        {
            await File.WriteAllTextAsync(settings, Settings.Single(one => one.Name == place).Json(secret));
            ToolRun[] runs =
            [
                await ToolRun.OfAsync("lint", settings),
                await ToolRun.OfAsync("lint", "--json", settings),
                await ToolRun.OfAsync("lint", "--sarif", sarif, settings),
                await ToolRun.OfAsync("fix", "--diff", settings),
            ];
            Assert.All(
                [.. runs.Select(run => run.Out + run.Error), await File.ReadAllTextAsync(sarif)],
                said => Assert.DoesNotContain(secret, Uri.UnescapeDataString(said))
            );
            Assert.Contains(runs, run => run.ExitCode == 1);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_mask_does_not_tell_how_long_a_secret_is()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var settings = Path.Combine(folder, "appsettings.json");
        var said = new HashSet<string>();
        foreach (var secret in new[] { "x1", "Hunter2x", new string('x', 60) })
        {
            await File.WriteAllTextAsync(
                settings,
                $$"""{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "UserName": "k={{secret}}", "Password": "{{secret}}" } }"""
            );
            // The columns of the findings below it count the characters of the file.
            said.Add(
                string.Join(
                    '\n',
                    (await ToolRun.OfAsync("fix", "--diff", settings))
                        .Out.Split('\n')
                        .Where(line => line.StartsWith('-') || line.StartsWith('+'))
                )
            );
        }
        Directory.Delete(folder, recursive: true);

        Assert.Contains("***", Assert.Single(said));
    }

    [Fact]
    public async Task A_SARIF_log_does_not_tell_where_the_sources_lie()
    {
        var folder = Directory.CreateTempSubdirectory("somebodys-sources").FullName;
        var (settings, broken, sarif) = (
            Path.Combine(folder, "appsettings.json"),
            Path.Combine(folder, "other.json"),
            Path.Combine(folder, "log.sarif")
        );
        await File.WriteAllTextAsync(settings, """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465 } }""");
        await File.WriteAllTextAsync(broken, "{ \"Smtp\": { \"Host\": \"smtp.office365.com\", ");

        await ToolRun.OfAsync("lint", "--sarif", sarif, settings, broken);
        var log = await File.ReadAllTextAsync(sarif);
        Directory.Delete(folder, recursive: true);

        Assert.Contains("SMTP1004", log);
        Assert.DoesNotContain("file:", log);
        Assert.DoesNotMatch("\"uri\": \"(/|[A-Z]:)", log);
    }

    [Theory]
    [InlineData("535 5.7.139 Authentication unsuccessful, account locked. {0}")]
    [InlineData(
        "{0} 535 5.7.139 Authentication unsuccessful, account locked. [AM0PR01CA0001.eurprd01.prod.outlook.com] {0} ]"
    )]
    [InlineData("550 5.9.9 nobody knows {0}")]
    [InlineData("MailKit 4.18.2 AUTH PLAIN {0}\n    {0}")]
    [InlineData("AADSTS7000215: Invalid client secret provided: {0}")]
    [InlineData(
        "554 5.2.252 SendAsDenied; {0} not allowed to send as {0}; STOREDRV.Submission.Exception:SendAsDeniedException"
    )]
    public async Task Of_what_explain_is_given(string text)
    {
        foreach (var secret in Secrets)
            foreach (
                var run in new[]
                {
                await ToolRun.WithInputAsync(string.Format(text, "password=" + secret), "explain", "-"),
                await ToolRun.WithInputAsync(string.Format(text, secret), "explain", "-", "--json"),
                }
            )
                Assert.DoesNotContain(secret, run.Out + run.Error);
    }
}
