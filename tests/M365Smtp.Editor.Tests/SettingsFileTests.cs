using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.Editor.Tests;

/// <summary>The light bulb appears where the squiggle is, in settings files too.</summary>
public sealed class SettingsFileTests
{
    const string Settings = """
        {
          "Smtp": {
            "Host": "smtp.office365.com",
            "Port": 465
          }
        }
        """;

    const string Program = """
        using MailKit.Net.Smtp;
        using MailKit.Security;

        using var client = new SmtpClient();
        client.Connect("smtp.office365.com", 2525, SecureSocketOptions.StartTls);
        """;

    [Fact]
    public async Task A_value_in_a_settings_file_is_fixed_where_it_is_underlined()
    {
        using var editor = new EditedSolution([("Program.cs", Program), ("appsettings.json", Settings)]);
        Assert.Equal(["SMTP1004 465"], await editor.SquigglesAsync("appsettings.json"));
        await editor.ApplyAsync("appsettings.json", "465", "Use port 587");
        Assert.Equal(Settings.Replace("465", "587"), editor.TextOf("appsettings.json"));
        Assert.Empty(await editor.SquigglesAsync("appsettings.json"));
    }

    [Fact]
    public async Task An_xml_file_too()
    {
        const string Config = """
            <configuration>
              <appSettings>
                <add key="SmtpHost" value="smtp.office.com" />
                <add key="SmtpPort" value="587" />
              </appSettings>
            </configuration>
            """;
        using var editor = new EditedSolution([("Program.cs", Program), ("web.config", Config)]);
        await editor.ApplyAsync("web.config", "smtp.office.com", "Use smtp.office365.com");
        Assert.Equal(Config.Replace("smtp.office.com", "smtp.office365.com"), editor.TextOf("web.config"));
    }

    [Fact]
    public async Task One_finding_offers_one_action_once_though_another_file_has_the_same_at_the_same_place()
    {
        using var editor = new EditedSolution([
            ("Program.cs", Program),
            ("appsettings.json", Settings),
            ("appsettings.Production.json", Settings),
            ("web.json", Settings),
        ]);
        foreach (var file in new[] { "appsettings.json", "web.json" })
            Assert.Equal(["Use port 587"], await editor.TitlesAsync(file, "465"));
        await editor.ApplyAsync("web.json", "465", "Use port 587");
        Assert.Equal(Settings, editor.TextOf("appsettings.json"));
    }

    [Fact]
    public async Task The_settings_of_an_environment_do_not_change_the_base_file_under_all_others()
    {
        const string Production = """{ "Smtp": { "Host": "smtp.office365.com" } }""";
        using var editor = new EditedSolution([
            ("Program.cs", Program),
            ("appsettings.json", Settings.Replace("smtp.office365.com", "localhost")),
            ("appsettings.Production.json", Production),
        ]);
        Assert.NotEmpty(await editor.SquigglesAsync("appsettings.Production.json"));
        Assert.Empty(await editor.TitlesAsync("appsettings.Production.json", "smtp.office365.com"));
    }

    [Theory]
    [InlineData("appsettings.json", "465", "Program.cs", "2525")]
    [InlineData("Program.cs", "2525", "appsettings.json", "465")]
    public async Task Whichever_file_the_editor_asks_about_first(string first, string at, string second, string there)
    {
        using var editor = new EditedSolution([("Program.cs", Program), ("appsettings.json", Settings)]);
        Assert.Equal(["Use port 587"], await editor.TitlesAsync(first, at));
        Assert.Equal(["Use port 587"], await editor.TitlesAsync(second, there));
    }

    [Fact]
    public async Task Fix_All_changes_only_code()
    {
        using var editor = new EditedSolution([("Program.cs", Program), ("appsettings.json", Settings)]);
        await editor.FixAllAsync("Program.cs", "2525", "Use port 587", FixAllScope.Solution);
        Assert.Equal(Program.Replace("2525", "587"), editor.TextOf("Program.cs"));
        Assert.Equal(Settings, editor.TextOf("appsettings.json"));
    }
}
