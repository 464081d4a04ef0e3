namespace M365Smtp.Tool.Tests.Lint;

/// <summary>The team's options in .globalconfig and .editorconfig also apply to files outside any project.</summary>
public class TeamConfigTests
{
    const string Port25 = """{ "Smtp": { "Host": "smtp.office365.com", "Port": 25 } }""";
    const string Relay = """{ "Smtp": { "Host": "relay.contoso.com", "Port": 465, "User": "CONTOSO\\app" } }""";

    public static TheoryData<string, string, string[]> Words =>
        new()
        {
            { ".globalconfig", "is_global = true\n", ["SMTP1005 deploy/a.json:1"] },
            { ".globalconfig", "is_global = true\nm365smtp.allow_port_25 = true\n", [] },
            { ".editorconfig", "[*.json]\nm365smtp.allow_port_25 = true\n", [] },
            { ".editorconfig", "[*.cs]\nm365smtp.allow_port_25 = true\n", ["SMTP1005 deploy/a.json:1"] },
            { ".editorconfig", "[*.json]\nm365smtp.allowed_hosts = mail.contoso.com, SMTP.office365.com\n", [] },
            {
                ".globalconfig",
                "is_global = true\nm365smtp.additional_hosts = relay.contoso.com\n",
                ["SMTP1004 deploy/relay.json:1", "SMTP1005 deploy/a.json:1", "SMTP3001 deploy/relay.json:1"]
            },
            { ".globalconfig", "is_global = true\ndotnet_diagnostic.SMTP1005.severity = none\n", [] },
            { ".editorconfig", "[*.json]\ndotnet_diagnostic.SMTP1005.severity = none\n", ["SMTP1005 deploy/a.json:1"] },
        };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_file_above_is_heeded(string name, string text, string[] findings)
    {
        using var folder = new Folder((name, text), ("deploy/a.json", Port25), ("deploy/relay.json", Relay));
        Assert.Equal(findings, (await folder.FindingsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_nearest_file_wins()
    {
        using var folder = new Folder(
            (".editorconfig", "root = true\n[*.json]\nm365smtp.allow_port_25 = true\n"),
            ("strict/.editorconfig", "[*.json]\nm365smtp.allow_port_25 = false\n"),
            ("a.json", Port25),
            ("strict/b.json", Port25)
        );
        Assert.Equal(["SMTP1005 strict/b.json:1"], await folder.FindingsAsync());
    }

    [Theory]
    [InlineData("m365smtp.allow_port_25 = true\n")]
    [InlineData("is_global = true\nm365smtp.allow_port_25 = true\n")]
    [InlineData("[*.json]\nm365smtp.allow_port_25 = true\n")]
    public async Task A_named_file_counts_for_all_and_alone(string text)
    {
        using var folder = new Folder(
            ("ci/mail.globalconfig", text),
            ("deploy/.editorconfig", "[*.json]\nm365smtp.allow_port_25 = false\n"),
            ("deploy/a.json", Port25)
        );

        Assert.Equal((0, ""), await Run("lint", folder.Path, "--config", folder["ci/mail.globalconfig"]));
        Assert.Equal((0, ""), await Run("fix", folder.Path, "--config", folder["ci/mail.globalconfig"]));
    }

    [Fact]
    public async Task A_severity_changes_what_is_printed()
    {
        using var folder = new Folder(
            (".globalconfig", "is_global = true\ndotnet_diagnostic.SMTP1005.severity = error\n"),
            ("a.json", Port25)
        );
        Assert.Contains("warning SMTP1005", (await ToolRun.OfAsync("lint", folder.Path)).Out);
    }

    [Theory]
    [InlineData(
        ".globalconfig",
        "is_global = true\nm365smtp.allow_port_25 = maybe\n",
        ".globalconfig(2): 'm365smtp.allow_port_25 = maybe' is ignored: use true or false"
    )]
    [InlineData(
        ".editorconfig",
        "[*.json]\n\nm365smtp.allowed_hosts = a b\n",
        ".editorconfig(3): 'm365smtp.allowed_hosts = a b' is ignored: use host names, separated by commas"
    )]
    [InlineData(
        ".editorconfig",
        "[*.json]\n\nm365smtp.allow_port25 = true\n",
        ".editorconfig(3): 'm365smtp.allow_port25' is ignored: no such option; did you mean 'm365smtp.allow_port_25'?"
    )]
    public async Task An_invalid_option_is_named_once_at_its_line(string name, string text, string message)
    {
        using var folder = new Folder((name, text), ("a.json", Port25), ("b.json", Port25));
        var run = await ToolRun.OfAsync("lint", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{folder[message]}\n2 findings in 2 files.\n", run.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_line_in_a_named_file_is_its_own()
    {
        using var folder = new Folder(("mail.config.txt", "m365smtp.allow_port_25 = maybe\n"), ("a.json", Port25));
        Assert.Contains(
            "mail.config.txt(1): ",
            (await ToolRun.OfAsync("lint", folder.Path, "--config", folder["mail.config.txt"])).Error
        );
    }

    [Fact]
    public async Task A_named_file_that_is_not_there_is_wrong_usage()
    {
        using var folder = new Folder(("a.json", Port25));
        var run = await ToolRun.OfAsync("lint", folder.Path, "--config", folder["none"]);

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
        Assert.Contains("--config: ", run.Error);
    }

    static async Task<(int, string)> Run(params string[] arguments) =>
        await ToolRun.OfAsync(arguments) is var run ? (run.ExitCode, run.Out) : default;
}
