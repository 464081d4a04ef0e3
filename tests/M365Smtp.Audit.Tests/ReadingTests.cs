namespace M365Smtp.Audit.Tests;

/// <summary>What is read, what is skipped, and what is reported if something cannot be read.</summary>
public class ReadingTests
{
    const string Sender = """
        using System.Net;
        using System.Net.Mail;

        public class Mailer
        {
            public void Send()
            {
                var client = new SmtpClient("smtp.office365.com", 587) { EnableSsl = true };
                var password = System.Environment.GetEnvironmentVariable("PASSWORD");
                client.Credentials = new NetworkCredential("a@contoso.com", password);
                client.Send("a@contoso.com", "b@contoso.com", "s", "b");
            }
        }
        """;

    const string MailKitSender = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        public class Mailer
        {
            public void Send(MimeMessage message, string password)
            {
                using var client = new SmtpClient();
                client.Connect("smtp.office365.com", 587, SecureSocketOptions.StartTls);
                client.Authenticate("a@contoso.com", password);
                client.Send(message);
            }
        }
        """;

    const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    const string Row = "Stops Mailer.cs a@contoso.com smtp.office365.com Password";

    [Fact]
    public async Task Comments_texts_and_types_of_the_same_name_are_no_senders()
    {
        using var folder = AuditedFolder.Of("NoSenders");

        var run = await folder.AuditAsync("--restore", "--json");

        Assert.Empty(run.Senders);
        Assert.Equal(
            "No code that sends mail by SMTP was found.",
            run.Json.GetProperty("verdict").GetProperty("text").GetString()
        );
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_folder_without_a_project_is_read()
    {
        using var folder = AuditedFolder.Empty().Write("Mailer.cs", Sender);

        Assert.Equal([Row], (await folder.AuditAsync("--json")).Senders);
    }

    [Fact]
    public async Task A_project_is_read_without_the_one_beside_it()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("One/One.csproj", Library)
            .Write("One/Mailer.cs", Sender)
            .Write("Two/Two.csproj", Library)
            .Write("Two/Mailer.cs", Sender);

        var run = await AuditRunResult.OfAsync(folder["One/One.csproj"], "--restore", "--json");

        Assert.Equal([Row], run.Senders);
    }

    [Fact]
    public async Task A_project_whose_packages_are_not_restored_is_read_against_the_tools_own_and_that_is_said()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write(
                "App.csproj",
                Library.Replace(
                    "</Project>",
                    "<ItemGroup><PackageReference Include=\"MailKit\" Version=\"4.18.2\" /></ItemGroup></Project>"
                )
            )
            .Write("Mailer.cs", MailKitSender);

        var run = await folder.AuditAsync("--json");

        Assert.Equal([Row], run.Senders);
        Assert.Contains("packages are not restored", Assert.Single(run.Problems));
    }

    [Fact]
    public async Task A_broken_project_is_said_and_the_others_go_on()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("Broken/Broken.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>")
            .Write("Broken/Mailer.cs", Sender)
            .Write("Good/Good.csproj", Library)
            .Write("Good/Mailer.cs", Sender);

        var run = await folder.AuditAsync("--restore", "--json");

        Assert.Equal(
            [Row.Replace("Mailer.cs", "Broken/Mailer.cs"), Row.Replace("Mailer.cs", "Good/Mailer.cs")],
            run.Senders
        );
        Assert.Contains(run.Problems, problem => problem.StartsWith("Broken/Broken.csproj: read loosely: "));
        Assert.DoesNotContain(run.Problems, problem => problem.StartsWith("Good"));
        Assert.False(run.Row("Good/Mailer.cs").GetProperty("isLoose").GetBoolean());
    }

    [Fact]
    public async Task A_solution_that_names_a_missing_project_goes_on_without_it()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("Good/Good.csproj", Library)
            .Write("Good/Mailer.cs", Sender)
            .Write(
                "All.slnx",
                "<Solution><Project Path=\"Good/Good.csproj\" /><Project Path=\"Gone/Gone.csproj\" /></Solution>"
            );

        var run = await AuditRunResult.OfAsync(folder["All.slnx"], "--json");

        Assert.Equal([Row.Replace("Mailer.cs", "Good/Mailer.cs")], run.Senders);
        Assert.Contains("Gone/Gone.csproj: is not there", run.Problems);
    }

    [Fact]
    public async Task A_missing_sdk_is_said_and_the_project_read_loosely()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("App.csproj", Library.Replace("Microsoft.NET.Sdk", "Contoso.Missing.Sdk/1.0.0"))
            .Write("Mailer.cs", Sender);

        var run = await folder.AuditAsync("--json");

        Assert.Equal([Row], run.Senders);
        Assert.StartsWith("App.csproj: read loosely: ", Assert.Single(run.Problems));
    }

    [Fact]
    public async Task Links_in_a_circle_are_not_followed()
    {
        using var folder = AuditedFolder.Empty().Write("src/Mailer.cs", Sender);
        Directory.CreateSymbolicLink(folder["src/again"], folder.Path);

        Assert.Single((await folder.AuditAsync("--json")).Senders);
    }

    [Fact]
    public async Task Project_references_in_a_circle_do_no_harm()
    {
        string Referencing(string other) =>
            Library.Replace("</Project>", $"<ItemGroup><ProjectReference Include=\"{other}\" /></ItemGroup></Project>");
        using var folder = AuditedFolder
            .Empty()
            .Write("One/One.csproj", Referencing("../Two/Two.csproj"))
            .Write("One/Mailer.cs", Sender)
            .Write("Two/Two.csproj", Referencing("../One/One.csproj"))
            .Write("Two/Other.cs", "class Other;");

        Assert.Single((await folder.AuditAsync("--loose", "--json")).Senders);
    }

    [Fact]
    public async Task A_broken_settings_file_is_said_counted_and_costs_the_exit_code()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("Notes.cs", "class Notes;")
            .Write("mail.json", "{ \"Host\": \"smtp.office365.com\", ");

        var run = await folder.AuditAsync("--json");

        Assert.StartsWith("mail.json: ", Assert.Single(run.Problems));
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task Suppressions_and_severities_of_the_project_count()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("App.csproj", Library)
            .Write("Mailer.cs", "#pragma warning disable SMTP4001\n" + Sender)
            .Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SMTP4002.severity = error\n");

        var loaded = await folder.AuditAsync("--restore", "--json");
        var loose = await folder.AuditAsync("--loose", "--json");

        foreach (var run in new[] { loaded, loose })
        {
            var finding = Assert.Single(run.Row("Mailer.cs").GetProperty("findings").EnumerateArray());
            Assert.Equal(
                ("SMTP4002", "error"),
                (AuditRunResult.Text(finding, "rule"), AuditRunResult.Text(finding, "severity"))
            );
            Assert.Equal([Row], run.Senders);
        }
    }

    [Fact]
    public async Task Several_roots_make_one_report_that_names_the_repository_of_each_row()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("shop/.git/HEAD", "")
            .Write("shop/Mailer.cs", Sender)
            .Write("crm/.git/HEAD", "")
            .Write("crm/Mailer.cs", Sender);

        var below = await folder.AuditAsync("--json");
        var named = await AuditRunResult.OfAsync(folder["shop"], folder["crm"], "--json");

        foreach (var run in new[] { below, named })
            Assert.Equal(
                ["crm crm/Mailer.cs", "shop shop/Mailer.cs"],
                run.Rows("Sender")
                    .Select(row =>
                        $"{AuditRunResult.Text(row, "repository")} {row.GetProperty("place").GetProperty("path")}"
                    )
            );
    }

    [Fact]
    public async Task Code_of_a_test_project_does_not_affect_the_verdict()
    {
        using var folder = AuditedFolder
            .Empty()
            .Write("Mailer.cs", Sender)
            .Write(
                "Tests.csproj",
                Library.Replace(
                    "</Project>",
                    "<ItemGroup><PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"18.11.0\" /></ItemGroup>"
                        + "</Project>"
                )
            );

        var run = await folder.AuditAsync("--loose", "--json");

        Assert.True(Assert.Single(run.Rows("Sender")).GetProperty("isTest").GetBoolean());
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("smtp.gmail.com", "GoesOn")]
    [InlineData("relay.fabrikam.com", "GoesOn")]
    [InlineData("localhost", "NotKnown")]
    [InlineData("smtp.example.com", "NotKnown")]
    [InlineData("", "NotKnown")]
    [InlineData("smtp.office365.com", "Stops")]
    [InlineData("smtp-mail.outlook.com", "FailsAlready")]
    [InlineData("smtp.hve.mx.microsoft", "GoesOn")]
    [InlineData("contoso-com.mail.protection.outlook.com", "FailsAlready")]
    public async Task A_placeholder_is_not_treated_as_a_host(string host, string expected)
    {
        using var shop = AuditedFolder.Of("Shop");
        shop.Write(
            "Web/appsettings.json",
            $$"""{ "Mail": { "Host": "{{host}}", "Port": 587, "User": "orders@contoso.com" } }"""
        );

        Assert.Equal(
            expected,
            AuditRunResult.Text((await shop.AuditAsync("--loose", "--json")).Row("Mail/OrderMailer.cs"), "afterSwitch")
        );
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_wrong_usage()
    {
        var run = await AuditRunResult.OfAsync("no-such-folder");

        Assert.Equal((3, "no-such-folder: no such file or folder."), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Cancelled_it_says_so_and_writes_nothing()
    {
        using var folder = AuditedFolder.Empty().Write("Mailer.cs", Sender);
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        await stop.CancelAsync();

        var exitCode = await M365Smtp.Tool.CommandLine.RunAsync(
            ["audit", folder.Path, "--html", folder["page.html"]],
            new(TextReader.Null, TextWriter.Null, error, IsInteractive: false),
            stop.Token
        );

        Assert.Equal((2, "Cancelled: nothing was written."), (exitCode, error.ToString().Trim()));
        Assert.False(File.Exists(folder["page.html"]));
    }
}
