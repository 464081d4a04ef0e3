using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>What code and settings together decide.</summary>
public class VerdictTests
{
    const string Host = "config[\"Smtp:Host\"]", Port = "config.GetValue<int>(\"Smtp:Port\")", UseSsl = "config.GetValue<bool>(\"Smtp:UseSsl\")";

    static readonly (string, string) File = Json(Code.Host + ", \"Port\": 587, \"UseSsl\": true");

    [Fact]
    public async Task One_key_and_value_is_right_for_one_library_and_wrong_for_another()
    {
        Assert.Empty(await new MiniatureProject("System.Net.Mail", File, Mailer(Net(Host, Port, UseSsl))).Findings(wrong: true));
        Assert.Equal(["SMTP2002 Mailer.cs:3"], await new MiniatureProject("MailKit", File, Mailer(Kit(Host, Port, UseSsl))).Findings(wrong: true));
    }

    [Fact]
    public async Task What_takes_two_layers_is_one_level_milder()
    {
        var code = Mailer(Net(Host, Port, UseSsl));
        var oneFile = new MiniatureProject("one file", Json(Code.Host + ", \"Port\": 587, \"UseSsl\": false"), code);
        var twoFiles = new MiniatureProject("two files", Json(Code.Host + ", \"Port\": 587"), Json("\"UseSsl\": false", "appsettings.Production.json"), code);

        Assert.Equal(["Warning SMTP2001"], await oneFile.Severities());
        Assert.Equal(["Info SMTP2001"], await twoFiles.Severities());
    }
}
