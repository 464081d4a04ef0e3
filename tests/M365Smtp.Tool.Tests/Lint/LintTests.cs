using System.Text.Json;

namespace M365Smtp.Tool.Tests.Lint;

/// <summary>Settings files outside any project.</summary>
public class LintTests
{
    [Theory]
    [InlineData(
        "MailKit.xml",
        "<doc><assembly><name>MailKit</name></assembly><members><member name=\"T:SmtpClient\">smtp.office.com</member></members></doc>"
    )]
    [InlineData("pom.xml", "<project><dependency>jakarta.mail smtp</dependency><broken></project>")]
    [InlineData("fragment.xml", "<note>about smtp</note><note>and outlook</note>")]
    [InlineData("entity.xml", "<!DOCTYPE a [<!ENTITY x \"smtp\">]><a>&x;</a>")]
    public async Task Xml_that_has_nothing_to_do_with_mail_is_passed_over_in_silence(string name, string text)
    {
        using var folder = new Folder((name, text));

        var run = await ToolRun.OfAsync("lint", folder.Path);

        Assert.Equal((0, "", "0 findings in 1 file."), (run.ExitCode, run.Out, run.Error.TrimEnd()));
    }

    [Fact]
    public async Task Broken_settings_that_name_a_mail_host_are_reported()
    {
        using var folder = new Folder(
            ("web.config", "<configuration><add key=\"Host\" value=\"smtp.office365.com\"></configuration>")
        );

        var run = await ToolRun.OfAsync("lint", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("web.config: no well-formed XML", run.Error);
    }

    [Fact]
    public async Task A_person_sees_that_a_tree_is_searched()
    {
        using var folder = new Folder(("a/b/appsettings.json", "{}"));
        using StringWriter output = new(),
            error = new();

        var exitCode = await CommandLine.RunAsync(
            ["lint", folder.Path],
            new(TextReader.Null, output, error, IsInteractive: true)
        );

        Assert.Equal(0, exitCode);
        Assert.Contains("Looking for settings files", error.ToString());
    }

    const string WrongPort = """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465 } }""";
    const string RightPort = """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587 } }""";

    public static TheoryData<string, string, string[]> Formats =>
        new()
        {
            { "appsettings.json", WrongPort, ["SMTP1004 appsettings.json:1"] },
            {
                "web.config",
                "<configuration>\n<system.net><mailSettings><smtp>\n<network host=\"smtp.office365.com\" port=\"465\" enableSsl=\"false\" />\n</smtp></mailSettings></system.net></configuration>",
                ["SMTP1004 web.config:3", "SMTP2001 web.config:3"]
            },
            {
                ".env",
                "# mail\nSMTP_HOST=smtp.office365.com\nexport SMTP_PORT=\"465\" # old\nSMTP_USER='CONTOSO\\app'\n",
                ["SMTP1004 .env:3", "SMTP3001 .env:4"]
            },
            { "prod.env", "Smtp__Host=smtp.live.com\nSmtp__Port=587\n", ["SMTP1001 prod.env:1"] },
            {
                ".env.local",
                "Umbraco__CMS__Global__Smtp__Host=smtp.office365.com\nUmbraco__CMS__Global__Smtp__Port=587\nUmbraco__CMS__Global__Smtp__SecureSocketOptions=None\n",
                ["SMTP2001 .env.local:3"]
            },
            {
                "docker-compose.yml",
                "services:\n  shop:\n    image: shop\n    environment:\n      SMTP_HOST: smtp.office365.com\n      SMTP_PORT: \"465\"\n",
                ["SMTP1004 docker-compose.yml:6"]
            },
            {
                "compose.yaml",
                "services:\n  shop:\n    environment:\n      - SMTP_HOST=smtp.office365.com\n      - 'SMTP_PORT=2525'\n",
                ["SMTP1004 compose.yaml:5"]
            },
            {
                "deployment.yaml",
                "kind: Deployment\n---\nkind: Deployment\nspec:\n  containers:\n  - name: shop\n    env:\n    - name: Smtp__Host\n      value: smtp.office365.com\n    - name: Smtp__Port\n      value: '25'\n    - name: Smtp__Password\n      valueFrom: { secretKeyRef: { name: a, key: b } }\n",
                ["SMTP1005 deployment.yaml:11"]
            },
            {
                "configmap.yml",
                "kind: ConfigMap\ndata:\n  MAIL_HOST: smtp.office365.com\n  MAIL_PORT: \"993\"\n",
                ["SMTP1004 configmap.yml:4"]
            },
            {
                "secret.yml",
                "kind: Secret\nstringData:\n  MAIL_HOST: smtp.office365.com\n  MAIL_PASSWORD: Hazel-Condor-85\n",
                ["SMTP4003 secret.yml:4"]
            },
            {
                ".github/workflows/mail.yml",
                "on: push\nenv:\n  SMTP_HOST: smtp.office365.com\n  SMTP_PORT: 465\n  SMTP_PASSWORD: ${{ secrets.SMTP_PASSWORD }}\njobs:\n  tell:\n    steps:\n    - uses: mail\n      with:\n        server_address: mail.office365.com\n        password: ${{ secrets.MAIL }}\n",
                ["SMTP1001 .github/workflows/mail.yml:11", "SMTP1004 .github/workflows/mail.yml:4"]
            },
        };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_fault_is_found_at_its_line_in_every_format(string name, string text, string[] findings)
    {
        using var folder = new Folder((name, text));
        Assert.Equal(findings, (await folder.FindingsAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(
        ".env",
        "SMTP_HOST=${HOST:-smtp.live.com}\nSMTP_PORT=465\n#SMTP_HOST=smtp.live.com\nMAIL_PASSWORD=$SECRET\n"
    )]
    [InlineData(".env", "SMTP_HOST=smtp.gmail.com\nSMTP_PORT=465\nKEY=\"-----BEGIN\nsmtp.live.com\n-----\"\n")]
    [InlineData(
        "compose.yml",
        "services:\n  a: { environment: { SMTP_HOST: smtp.office365.com } }\n  b: { environment: { SMTP_HOST: smtp.gmail.com, SMTP_PORT: 465 } }\n"
    )]
    [InlineData(
        "compose.yml",
        "services:\n  a:\n    # smtp.live.com\n    command: send --host smtp.live.com --port 465\n    environment:\n      NOTE: |\n        smtp.live.com\n"
    )]
    [InlineData(
        "app.config",
        "<configuration><appSettings><add key=\"SmtpHost\" value=\"smtp.office365.com\"/><!-- <add key=\"SmtpPort\" value=\"465\"/> --></appSettings></configuration>"
    )]
    [InlineData("list.json", "[ \"smtp.live.com\" ]")]
    [InlineData("bin/appsettings.json", WrongPort)]
    [InlineData("node_modules/a/appsettings.json", WrongPort)]
    [InlineData("packages/a/appsettings.json", WrongPort)]
    [InlineData("chart/templates/mail.yaml", "{{- if .Values.smtp }}\nhost: {{ .Values.smtp.host }}\n")]
    public async Task What_is_right_or_not_known_is_clean(string name, string text)
    {
        using var folder = new Folder((name, text));
        var run = await ToolRun.OfAsync("lint", folder.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task A_line_says_place_severity_rule_and_what_to_write()
    {
        using var folder = new Folder(("appsettings.json", WrongPort));
        var run = await ToolRun.OfAsync("lint", folder["appsettings.json"]);
        Assert.Equal(
            $"{folder["appsettings.json"]}(1,51): warning SMTP1004: 'smtp.office365.com' does not accept mail on port 465: "
                + "the connection times out or is refused. Use port 587 with STARTTLS.\n",
            run.Out.ReplaceLineEndings("\n")
        );
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task An_environment_is_judged_over_its_base_file()
    {
        using var folder = new Folder(
            ("appsettings.json", RightPort),
            ("appsettings.Production.json", """{ "Smtp": { "Port": 465 } }""")
        );
        var run = await ToolRun.OfAsync("lint", folder.Path);
        Assert.Contains("appsettings.Production.json(1,21): info SMTP1004", run.Out);
    }

    [Fact]
    public async Task Findings_of_a_file_come_in_the_order_of_its_lines()
    {
        using var folder = new Folder(
            (
                "a.yml",
                "b:\n  env: { SMTP_HOST: smtp.office365.com, SMTP_PORT: 465 }\nwith:\n  host: smtp.office.com\nenv:\n  SMTP_HOST: smtp.office365.com\n  SMTP_PORT: 25\n"
            )
        );
        Assert.Equal(["SMTP1004 a.yml:2", "SMTP1001 a.yml:4", "SMTP1005 a.yml:7"], await folder.FindingsAsync());
    }

    [Theory]
    [InlineData(
        "a.json",
        "{\n \"Smtp\": { \"Host\": \"smtp.live.com\", \"Password\": \"Hazel-Condor-85\"\n",
        "a.json(3): no JSON"
    )]
    [InlineData(
        "a.config",
        "<configuration><smtp password=\"Hazel&Condor;85\"></configuration>",
        "a.config: no well-formed XML"
    )]
    [InlineData("a.yml", "smtp:\n  host: smtp.live.com\n password: Hazel-Condor-85\n", "a.yml(3): no YAML")]
    [InlineData("a.env", "SMTP_HOST=smtp.live.com\nHazel-Condor 85\n", "a.env(2): neither NAME=value nor a comment")]
    [InlineData("a.env", "SMTP_HOST=smtp.live.com\nA='Hazel-Condor-85\n", "a.env(2): a quote that is never closed")]
    public async Task An_unreadable_file_is_named_without_its_contents(
        string name,
        string text,
        string message
    )
    {
        using var folder = new Folder((name, text), ("right.json", RightPort));
        var run = await ToolRun.OfAsync("lint", folder.Path, "--sarif", folder["log.sarif"]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error);
        Assert.DoesNotContain("Hazel", run.Error + folder.Text("log.sarif"));
    }

    [Fact]
    public async Task Nesting_without_end_is_an_error_and_no_crash()
    {
        using var folder = new Folder(
            ("a.yml", "smtp.live.com: " + new string('[', 100_000)),
            ("b.json", "{\"smtp.live.com\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)))
        );
        Assert.Equal(2, (await ToolRun.OfAsync("lint", folder.Path)).ExitCode);
    }

    [Theory]
    [InlineData("no such file or folder", "/no/such/folder")]
    [InlineData("read .json, .config", "README.md")]
    public async Task A_wrong_path_is_wrong_usage(string message, string path)
    {
        using var folder = new Folder(("README.md", ""));
        var run = await ToolRun.OfAsync("lint", path.StartsWith('/') ? path : folder[path]);
        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task Sarif_places_each_finding_and_holds_no_secret()
    {
        using var folder = new Folder(
            (
                "a b.json",
                """{ "Smtp": { "Host": "smtp://mailer:Hazel-Condor-85@smtp.office365.com:465", "Password": "Hazel-Condor-86" } }"""
            )
        );
        var run = await ToolRun.OfAsync("lint", folder.Path, "--sarif", folder["log.sarif"], "--json");

        var log = JsonDocument.Parse(folder.Text("log.sarif")).RootElement.GetProperty("runs")[0];
        var results = log.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(
            ["SMTP1004", "SMTP3001", "SMTP4003"],
            results.Select(result => result.GetProperty("ruleId").GetString()).Order()
        );
        Assert.Equal(
            ["SMTP1004", "SMTP3001", "SMTP4003"],
            log.GetProperty("tool")
                .GetProperty("driver")
                .GetProperty("rules")
                .EnumerateArray()
                .Select(rule => rule.GetProperty("id").GetString())
        );
        Assert.All(
            results,
            result =>
                Assert.EndsWith(
                    "/a%20b.json",
                    result
                        .GetProperty("locations")[0]
                        .GetProperty("physicalLocation")
                        .GetProperty("artifactLocation")
                        .GetProperty("uri")
                        .GetString()
                )
        );
        Assert.DoesNotContain("Hazel", folder.Text("log.sarif") + run.Out);
    }

    [Fact]
    public async Task Ten_thousand_files_are_one_run()
    {
        using var folder = new Folder();
        for (var i = 0; i < 10_000; i++)
            folder.Add($"{i / 1000}/{i}.json", i % 100 == 0 ? WrongPort : RightPort);
        var run = await ToolRun.OfAsync("lint", folder.Path, "--json");
        Assert.Equal(
            (1, 10_000, 100),
            (run.ExitCode, run.Json.GetProperty("files").GetInt32(), run.Json.GetProperty("findings").GetArrayLength())
        );
    }
}
