using System.Text;

namespace M365Smtp.Tool.Tests.Lint;

/// <summary>Fixes in settings files change the value and nothing else.</summary>
public class FixTests
{
    public static TheoryData<string, string, string> Stories =>
        new()
        {
            {
                "appsettings.json",
                "{\r\n\t// the relay\r\n\t\"Smtp\": { \"Host\": \"smtp.office.com\", /* old */ \"Port\": 465, },\r\n}",
                "{\r\n\t// the relay\r\n\t\"Smtp\": { \"Host\": \"smtp.office365.com\", /* old */ \"Port\": 587, },\r\n}"
            },
            {
                "web.config",
                "<configuration>\n  <system.net><mailSettings><smtp>\n    <network port='465'   enableSsl=\"false\" host=\"smtp.office365.com\"/>  <!-- port=\"465\" -->\n</smtp></mailSettings></system.net></configuration>",
                "<configuration>\n  <system.net><mailSettings><smtp>\n    <network port='587'   enableSsl=\"true\" host=\"smtp.office365.com\"/>  <!-- port=\"465\" -->\n</smtp></mailSettings></system.net></configuration>"
            },
            {
                ".env",
                "SMTP_HOST='smtp.live.com' # home\nSMTP_PORT = 25\n",
                "SMTP_HOST='smtp-mail.outlook.com' # home\nSMTP_PORT = 587\n"
            },
            {
                "compose.yml",
                "a: &x\n  - \"ü\"\r\n\r\nb:\n  environment:\n    - SMTP_HOST=smtp.office365.com # 465\n    - \"SMTP_PORT=465\"   \n",
                "a: &x\n  - \"ü\"\r\n\r\nb:\n  environment:\n    - SMTP_HOST=smtp.office365.com # 465\n    - \"SMTP_PORT=587\"   \n"
            },
            {
                "k8s.yaml",
                "env:\n  - { name: SMTP_HOST, value: \"smtp.office365.com\" }\n  - { name: SMTP_PORT, value: '465' }\n",
                "env:\n  - { name: SMTP_HOST, value: \"smtp.office365.com\" }\n  - { name: SMTP_PORT, value: '587' }\n"
            },
        };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Only_the_wrong_values_change_and_a_second_run_changes_nothing(
        string name,
        string wrong,
        string right
    )
    {
        Encoding[] encodings =
        [
            new UTF8Encoding(false),
            new UTF8Encoding(true),
            Encoding.Unicode,
            Encoding.BigEndianUnicode,
            new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        ];
        foreach (var encoding in encodings)
        {
            using var folder = new Folder();
            File.WriteAllText(folder[name], wrong, encoding);

            var first = await ToolRun.OfAsync("fix", folder.Path, "--write");
            Assert.Equal((0, ""), (first.ExitCode, first.Out));
            Assert.Equal([.. encoding.Preamble, .. encoding.GetBytes(right)], File.ReadAllBytes(folder[name]));
            var written = File.GetLastWriteTimeUtc(folder[name]);

            var second = await ToolRun.OfAsync("fix", folder.Path, "--write");
            Assert.StartsWith("0 of 1 file written", second.Error);
            Assert.Equal((0, written), (second.ExitCode, File.GetLastWriteTimeUtc(folder[name])));
            Assert.Equal([folder[name]], Directory.GetFiles(folder.Path));
        }
    }

    [Fact]
    public async Task Only_files_that_were_written_are_counted()
    {
        const string Text = "{ \"Smtp\": { \"Host\": \"smtp.office365.com\", \"Port\": 465 } }";
        // The temporary file next to it would exceed the file system's name limit.
        var unwritable = new string('x', 240) + ".json";
        using var folder = new Folder(("appsettings.json", Text), (unwritable, Text));

        var run = await ToolRun.OfAsync("fix", folder.Path, "--write");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 of 2 files written", run.Error);
        Assert.Contains($"{unwritable}: not written: ", run.Error);
        Assert.Equal((Text.Replace("465", "587"), Text), (folder.Text("appsettings.json"), folder.Text(unwritable)));
    }

    [Fact]
    public async Task With_a_senders_file_an_alias_becomes_the_upn()
    {
        const string Settings =
            """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "User": "ALIAS@contoso.com" } }""";
        const string Senders =
            """{ "version": 1, "mailboxes": [ { "upn": "app@contoso.com", "addresses": ["alias@contoso.com"] } ] }""";
        using var folder = new Folder(("appsettings.json", Settings), ("m365smtp.senders.json", Senders));
        var lint = await ToolRun.OfAsync(
            "lint",
            folder["appsettings.json"],
            "--senders",
            folder["m365smtp.senders.json"]
        );
        Assert.Contains("SMTP3002", lint.Out);
        await ToolRun.OfAsync(
            "fix",
            folder["appsettings.json"],
            "--write",
            "--senders",
            folder["m365smtp.senders.json"]
        );
        Assert.Equal(Settings.Replace("ALIAS@contoso.com", "app@contoso.com"), folder.Text("appsettings.json"));
    }

    [Fact]
    public async Task Without_write_the_change_is_shown_and_the_file_stays()
    {
        const string Text = "{ \"Smtp\": {\n  \"Host\": \"smtp.office365.com\",\n  \"Port\": 465\n} }";
        using var folder = new Folder(("appsettings.json", Text));
        var run = await ToolRun.OfAsync("fix", folder.Path);
        Assert.Equal(
            $"--- {folder["appsettings.json"]}\n+++ {folder["appsettings.json"]}\n@@ -3 +3 @@\n-  \"Port\": 465\n+  \"Port\": 587\n",
            run.Out.ReplaceLineEndings("\n")
        );
        Assert.Equal((1, Text), (run.ExitCode, folder.Text("appsettings.json")));
    }

    [Theory]
    [InlineData(
        "a.json",
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "Password": "Hazel-Condor-85" }, "ApiKey": "Hazel-Condor-86" }"""
    )]
    [InlineData(
        "a.config",
        """<configuration><system.net><mailSettings><smtp><network host="smtp.office365.com" port="465" password="Hazel-Condor-85"/></smtp></mailSettings></system.net></configuration>"""
    )]
    [InlineData(
        "a.yml",
        """mail: { host: smtp.office365.com, port: 465, password: Hazel-Condor-85, token: "Hazel-Condor-86" }"""
    )]
    [InlineData(
        "b.json",
        """{ "MailKit": { "Client": { "Endpoint": "smtp://app%40contoso.com:Hazel-Condor-85@smtp.office365.com:465/?starttls=always" } } }"""
    )]
    [InlineData(
        "c.json",
        "{ \"Smtp\": { \"Host\": \"smtp.office365.com\", \"Port\": 465, // the password was Hazel-Condor-85\n \"Pin\": \"1234\" /* Hazel */ } }"
    )]
    [InlineData(
        "d.json",
        """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465, "Hook": { "Url": "https://hooks.example.com/Hazel" } } } // Hazel"""
    )]
    [InlineData(
        "e.json",
        "{ \"Smtp\": { \"Host\": \"smtp.office365.com\", /* Hazel\n Hazel */ \"Port\": 465, \"Encryption\": \"Hazel\" } }"
    )]
    [InlineData(
        "f.json",
        """{ "Smtp": { "Host": "smtp://smtp.office365.com:465", "Login": "app@contoso.com", "Password": "Hazel-Condor-85", "Password": "Hazel-Condor-86" } }"""
    )]
    [InlineData(
        "b.config",
        "<configuration><appSettings><add key=\"SmtpHost\" value=\"smtp.office365.com\"/><!-- Hazel\nHazel --><add key=\"SmtpPort\" value=\"465\">Hazel</add><!-- pwd=Hazel --></appSettings></configuration>"
    )]
    [InlineData(
        ".env",
        "SMTP_HOST=smtp.office365.com\nexport SMTP_PORT=\"465\" Hazel # password=Hazel\nSMTP_PASSWORD='Hazel-Condor\n85'\n"
    )]
    [InlineData(
        "c.yml",
        "mail:\n  host: smtp.office365.com\n  port: 465 # Hazel: Hazel\n  password: \"Hazel\n    Condor\"\n"
    )]
    [InlineData(
        "d.yml",
        "services: { a: { environment: [ SMTP_HOST=smtp.office365.com, SMTP_PORT=465, Hazel ], command: Hazel } }\n"
    )]
    [InlineData("e.yml", "mail: { host: smtp.office365.com, port: 465, password: &a Hazel }\n")]
    public async Task The_shown_change_holds_no_secret(string name, string text)
    {
        using var folder = new Folder((name, text));
        var run = await ToolRun.OfAsync("fix", folder.Path, "--diff");
        Assert.Contains("587", run.Out);
        Assert.DoesNotContain("Hazel", run.Out + run.Error);
        Assert.DoesNotContain("1234", run.Out + run.Error);
    }

    public static TheoryData<string, string, string> Shown =>
        new()
        {
            {
                "a.json",
                """{ "Mail": { "Host": "smtp.office365.com", "Port": 465, "UseTls": true, "User": "app@contoso.com", "Password": "Hazel" } } // old""",
                """{ "Mail": { "Host": "smtp.office365.com", "Port": 587, "UseTls": true, "User": "app@contoso.com", "Password": "***" } } // ***"""
            },
            {
                "b.json",
                """{ "Mail": { "Smtp": "smtp://app%40contoso.com:Hazel@smtp.live.com/" } }""",
                """{ "Mail": { "Smtp": "***smtp-mail.outlook.com***" } }"""
            },
            {
                "web.config",
                """<configuration><appSettings><add key="SmtpHost" value="smtp.office365.com" /><add key="SmtpPort" value="465" /> <!-- was 25 --></appSettings></configuration>""",
                """<configuration><appSettings><add key="SmtpHost" value="smtp.office365.com" /><add key="SmtpPort" value="587" /> <!-- *** --></appSettings></configuration>"""
            },
            { ".env", "export Smtp__Host=smtp.office.com # the relay", "export Smtp__Host=smtp.office365.com # ***" },
            {
                "a.yml",
                "env: [ { name: SMTP_HOST, value: 'smtp.office365.com' }, { name: SMTP_PORT, value: \"465\" } ] # ports",
                "env: [ { name: SMTP_HOST, value: 'smtp.office365.com' }, { name: SMTP_PORT, value: \"587\" } ] # ***"
            },
        };

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task The_shown_line_reads_like_the_file(string name, string text, string line)
    {
        using var folder = new Folder((name, text));
        Assert.Contains("\n+" + line + "\n", (await ToolRun.OfAsync("fix", folder.Path)).Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Of_a_file_in_one_line_the_change_is_shown()
    {
        var others = string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"Feature{i}\":true"));
        using var folder = new Folder(
            (
                "a.json",
                "{\"F\":{"
                    + others
                    + "},\"Smtp\":{\"Host\":\"smtp.office365.com\",\"Port\":465},\"G\":{"
                    + others
                    + "}}"
            )
        );
        var shown = (await ToolRun.OfAsync("fix", folder.Path))
            .Out.Split('\n')
            .Single(line => line.StartsWith("+…", StringComparison.Ordinal));
        Assert.Contains("\"Host\":\"smtp.office365.com\",\"Port\":587}", shown);
        Assert.InRange(shown.Length, 100, 200);
    }

    [Fact]
    public async Task A_sender_that_may_be_right_is_not_changed()
    {
        const string Text =
            """{ "Smtp": { "Host": "smtp.office365.com", "Port": 587, "User": "app@contoso.com", "From": "shop@contoso.com" } }""";
        using var folder = new Folder(("a.json", Text));
        var run = await ToolRun.OfAsync("fix", folder.Path, "--write");
        Assert.Contains("info SMTP3003", run.Out);
        Assert.Equal((1, Text), (run.ExitCode, folder.Text("a.json")));
        Assert.EndsWith("0 of 1 file written, 1 finding left to you.", run.Error.TrimEnd());
    }

    [Fact]
    public async Task Fixing_an_environment_does_not_change_the_base_file()
    {
        using var folder = new Folder(
            ("appsettings.json", """{ "Smtp": { "Host": "smtp.gmail.com", "Port": 465 } }"""),
            ("appsettings.Production.json", """{ "Smtp": { "Host": "smtp.office365.com" } }""")
        );
        var run = await ToolRun.OfAsync("fix", folder.Path, "--write");
        Assert.Contains("info SMTP1004", run.Out);
        Assert.Equal(
            (1, """{ "Smtp": { "Host": "smtp.gmail.com", "Port": 465 } }"""),
            (run.ExitCode, folder.Text("appsettings.json"))
        );
    }

    [Theory]
    [InlineData("a.json", """{ "Smtp": { "Host": "smtp.office.com", "Port": 465 """)]
    [InlineData("a.yml", "smtp: { host: smtp.office.com, port: 465\n")]
    public async Task A_broken_file_is_refused_and_stays_as_it_is(string name, string text)
    {
        using var folder = new Folder((name, text));
        var run = await ToolRun.OfAsync("fix", folder.Path, "--write");
        Assert.Equal((2, text), (run.ExitCode, folder.Text(name)));
        Assert.Contains(name, run.Error);
    }

    [Fact]
    public async Task A_file_of_an_unknown_encoding_keeps_every_byte_but_the_fixed_ones()
    {
        using var folder = new Folder();
        File.WriteAllBytes(
            folder["a.env"],
            [.. Encoding.Latin1.GetBytes("NAME=Müller\nSMTP_HOST=smtp.office365.com\nSMTP_PORT=465\n")]
        );
        await ToolRun.OfAsync("fix", folder.Path, "--write");
        Assert.Equal(
            Encoding.Latin1.GetBytes("NAME=Müller\nSMTP_HOST=smtp.office365.com\nSMTP_PORT=587\n"),
            File.ReadAllBytes(folder["a.env"])
        );
    }

    [Fact]
    public async Task A_link_stays_a_link_and_a_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new Folder(("real/a.json", """{ "Smtp": { "Host": "smtp.office365.com", "Port": 465 } }"""));
        File.SetUnixFileMode(
            folder["real/a.json"],
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        );
        File.CreateSymbolicLink(folder["a.json"], folder["real/a.json"]);

        await ToolRun.OfAsync("fix", folder["a.json"], "--write");

        Assert.NotNull(new FileInfo(folder["a.json"]).LinkTarget);
        Assert.Contains("587", folder.Text("real/a.json"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
            File.GetUnixFileMode(folder["real/a.json"])
        );
    }

    [Fact]
    public async Task Both_modes_at_once_are_wrong_usage() =>
        Assert.Equal(3, (await ToolRun.OfAsync("fix", "--diff", "--write")).ExitCode);
}
