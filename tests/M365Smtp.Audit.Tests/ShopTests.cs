namespace M365Smtp.Audit.Tests;

/// <summary>A solution of three projects, a script outside any project, and a compose file.</summary>
public class ShopTests
{
    static readonly string[] Secrets = ["Winter-2026-orders", "R3ports!pw", "wiki-secret-77"];

    [Fact]
    public async Task Each_sender_has_a_row_with_what_happens_to_it()
    {
        using var shop = AuditedFolder.Of("Shop");

        var run = await shop.AuditAsync("--restore", "--json");

        Assert.Equal(
            [
                "Stops Mail/OrderMailer.cs orders@contoso.com smtp.office365.com Password",
                "Stops Reports/Program.vb reports@contoso.com smtp.office365.com Password",
                "NotKnown Mail/AlertMailer.cs configuration Alerts:User configuration Alerts:Host Password",
                "GoesOn scripts/Notify.cs ? smtp.gmail.com None",
            ],
            run.Senders
        );
        Assert.Equal(
            "Of 4 senders, 2 stop at the end of December 2026 unless an admin keeps password sign-in enabled, "
                + "1 is not known, 1 goes on. "
                + "1 more place has settings for Microsoft 365 that no code was seen to read.",
            run.Json.GetProperty("verdict").GetProperty("text").GetString()
        );
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public async Task Settings_of_the_start_up_project_are_joined_with_the_code_it_references()
    {
        using var shop = AuditedFolder.Of("Shop");

        var run = await shop.AuditAsync("--restore", "--json");

        var row = run.Row("Mail/OrderMailer.cs");
        Assert.Equal("Web/Web.csproj", AuditRunResult.Text(row, "startUp"));
        Assert.Equal("Web/appsettings.json, Mail:Host", AuditRunResult.Text(row, "hostFrom"));
        Assert.Equal(
            ["SMTP2001 Joined", "SMTP4001 Joined", "SMTP4002 Joined", "SMTP4003 Build"],
            run.Findings("Mail/OrderMailer.cs")
        );
    }

    [Fact]
    public async Task Settings_that_no_code_is_seen_to_read_are_no_sender()
    {
        using var shop = AuditedFolder.Of("Shop");

        var run = await shop.AuditAsync("--loose", "--json");

        var wiki = Assert.Single(run.Rows("Settings"));
        Assert.Equal("deploy/docker-compose.yml", wiki.GetProperty("place").GetProperty("path").GetString());
        Assert.Equal("NotKnown", AuditRunResult.Text(wiki, "afterSwitch"));
        Assert.Equal(["SMTP4003 Lint"], run.Findings("deploy/docker-compose.yml"));
    }

    [Fact]
    public async Task Loosely_read_the_answers_are_the_same_and_marked()
    {
        using var shop = AuditedFolder.Of("Shop");

        var (loaded, loose) = (
            await shop.AuditAsync("--restore", "--json"),
            await shop.AuditAsync("--loose", "--json")
        );

        Assert.Equal(loaded.Senders, loose.Senders);
        Assert.All(loose.Rows("Sender"), row => Assert.True(row.GetProperty("isLoose").GetBoolean()));
        Assert.Equal(["SMTP4001 Loose", "SMTP4002 Loose", "SMTP4003 Loose"], loose.Findings("Reports/Program.vb"));
    }

    [Fact]
    public async Task Nothing_is_written_beside_the_code()
    {
        using var shop = AuditedFolder.Of("Shop");
        string[] Files() => [.. Directory.EnumerateFiles(shop.Path, "*", SearchOption.AllDirectories).Order()];
        var before = Files();

        await shop.AuditAsync("--loose");

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task No_output_holds_a_secret()
    {
        using var shop = AuditedFolder.Of("Shop");
        var (page, log) = (shop["page.html"], shop["log.sarif"]);

        var text = await shop.AuditAsync("--loose", "--html", page, "--sarif", log);
        var json = await shop.AuditAsync("--loose", "--json");

        string[] outputs = [text.Out, text.Error, json.Out, json.Error, File.ReadAllText(page), File.ReadAllText(log)];
        Assert.All(outputs, output => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, output)));
        Assert.All(outputs.Where((_, i) => i is 0 or 2 or 4), output => Assert.Contains("reports@contoso.com", output));
    }

    [Fact]
    public async Task Addresses_are_relative()
    {
        using var shop = AuditedFolder.Of("Shop");
        var (page, log) = (shop["page.html"], shop["log.sarif"]);

        var text = await shop.AuditAsync("--loose", "--html", page, "--sarif", log);

        Assert.All(
            [text.Out, File.ReadAllText(page), File.ReadAllText(log)],
            output => Assert.DoesNotContain(Path.GetTempPath(), output)
        );
    }

    [Fact]
    public async Task A_person_reads_the_verdict_first_and_then_the_table()
    {
        using var shop = AuditedFolder.Of("Shop");

        var lines = (await shop.AuditAsync("--loose")).Out.ReplaceLineEndings("\n").Split('\n');

        Assert.StartsWith("Of 4 senders, 2 stop at the end of December 2026", lines[0]);
        Assert.Matches("^After the switch +Where +Mailbox +Host +Signs in with +Findings$", lines[2]);
        Assert.Matches(
            @"^Stops +Mail/OrderMailer\.cs:11 +orders@contoso\.com +smtp\.office365\.com +password +SMTP",
            lines[3]
        );
    }

    [Fact]
    public async Task The_code_of_a_row_is_shown_without_its_literals()
    {
        using var shop = AuditedFolder.Of("Shop");

        var code = (await shop.AuditAsync("--loose", "--json"))
            .Row("Reports/Program.vb")
            .GetProperty("code")
            .EnumerateArray()
            .Select(line => line.GetString())
            .ToList();

        Assert.Contains("client.Credentials = New NetworkCredential(\"reports@contoso.com\", \"***\")", code);
    }

    [Fact]
    public async Task What_stops_has_a_way_out_whose_page_exists()
    {
        using var shop = AuditedFolder.Of("Shop");

        var run = await shop.AuditAsync("--loose", "--json");

        IEnumerable<string> Ways(string path) =>
            run.Row(path).GetProperty("waysOut").EnumerateArray().Select(way => way.GetString()!);
        var pages = Ways("Mail/OrderMailer.cs")
            .Where(way => way.Contains("docs/"))
            .Select(way => way[way.IndexOf("docs/")..])
            .ToList();
        Assert.Equal(3, pages.Count);
        Assert.All(pages, page => Assert.True(File.Exists(Path.Combine(AuditedFolder.Repository, page)), page));
        Assert.Empty(Ways("scripts/Notify.cs"));
    }
}
