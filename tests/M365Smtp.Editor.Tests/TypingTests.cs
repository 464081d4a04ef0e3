using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.Editor.Tests;

/// <summary>Two projects open in an editor, where the second sees the first as source.</summary>
public sealed class TypingTests
{
    const string Lib = """
        public static class MailDefaults
        {
            public const string Host = "smtp.office" + "365.com";
            public const string Key = nameof(MailDefaults) + ":Port";
        }

        public class MailOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 465;
        }
        """;

    const string Program = """
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        var configuration = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();
        using var client = new SmtpClient();
        client.Connect(MailDefaults.Host, 465, SecureSocketOptions.StartTls);
        client.Disconnect(true);
        client.Connect(configuration["Smtp:Host"], int.Parse(configuration["Smtp:Port"]!), SecureSocketOptions.StartTls);
        """;

    const string Settings = """{ "Smtp": { "Host": "smtp.office365.com", "Port": "2525" } }""";

    [Fact]
    public async Task Squiggles_come_and_go_while_somebody_types()
    {
        using var editor = new EditedSolution(
            [("Program.cs", Program), ("appsettings.json", Settings)],
            ("MailDefaults.cs", Lib)
        );
        Assert.Contains("SMTP1004 465", await editor.SquigglesAsync("Program.cs"));
        await editor.TypeAsync("Program.cs", "465, Sec", "46, Sec", "4, Sec", ", Sec", "5, Sec", "58, Sec", "587, Sec");
        Assert.DoesNotContain(
            await editor.SquigglesAsync("Program.cs"),
            squiggle => squiggle.Contains("587", StringComparison.Ordinal)
        );
        await editor.TypeAsync(
            "Program.cs",
            "587, SecureSocketOptions.StartTls",
            "587, SecureSocketOptions.",
            "587, Secu",
            "587",
            "465, SecureSocketOptions.StartTls"
        );
        Assert.Contains("SMTP1004 465", await editor.SquigglesAsync("Program.cs"));
    }

    [Fact]
    public async Task What_somebody_types_in_the_other_project_counts_at_once()
    {
        using var editor = new EditedSolution(
            [("Program.cs", Program), ("appsettings.json", Settings)],
            ("MailDefaults.cs", Lib)
        );
        await editor.TypeAsync("MailDefaults.cs", "\"365.com\"", "\"365.", "\"3", "\"\"", "\".example.org\"");
        Assert.DoesNotContain("SMTP1004 465", await editor.SquigglesAsync("Program.cs"));
        await editor.TypeAsync("MailDefaults.cs", "\".example.org\"", "\"365.com\"");
        Assert.Contains("SMTP1004 465", await editor.SquigglesAsync("Program.cs"));
    }

    [Fact]
    public async Task An_incomplete_settings_file_causes_no_exception()
    {
        using var editor = new EditedSolution([("Program.cs", Program), ("appsettings.json", Settings)]);
        await editor.TypeAsync("appsettings.json", "\"2525\" } }", "\"2525\"", "\"252", "\"587", "\"587\" } }");
        Assert.Empty(await editor.SquigglesAsync("appsettings.json"));
    }

    [Fact]
    public async Task Code_that_reads_a_setting_offers_to_change_it()
    {
        using var editor = new EditedSolution([
            ("Program.cs", Program),
            ("appsettings.json", "{ \"Smtp\": { \"Port\": \"2525\" } }"),
        ]);
        editor.Write(
            "Program.cs",
            Program
                .Replace("configuration[\"Smtp:Host\"]", "\"smtp.office365.com\"")
                .Replace("MailDefaults.Host, 465", "\"smtp.office365.com\", 587")
        );
        Assert.NotEmpty(await editor.SquigglesAsync("Program.cs"));
        await editor.ApplyAsync("Program.cs", "configuration[\"Smtp:Port\"]", "Use port 587");
        Assert.Equal("{ \"Smtp\": { \"Port\": \"587\" } }", editor.TextOf("appsettings.json"));
    }

    [Fact]
    public async Task Fix_All_changes_every_file_of_the_solution_alike()
    {
        const string Other = """
            public static class Other
            {
                public static void Open(MailKit.Net.Smtp.SmtpClient client) => client.Connect("smtp.office365.com", 2525, MailKit.Security.SecureSocketOptions.StartTls);
            }
            """;
        using var editor = new EditedSolution(
            [("Program.cs", Program), ("appsettings.json", Settings)],
            ("MailDefaults.cs", Lib),
            ("Other.cs", Other)
        );
        await editor.FixAllAsync("Program.cs", "465", "Use port 587", FixAllScope.Solution);
        Assert.Equal(Program.Replace("465", "587"), editor.TextOf("Program.cs"));
        Assert.Equal(Other.Replace("2525", "587"), editor.TextOf("Other.cs"));
    }
}
