using static M365Smtp.Analyzers.Tests.Settings.Projects.Code;

namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>
/// <c>lookup ?? "default"</c>: the default counts if the file has the section but not the key, and it may not be what
/// only stands in for a value from elsewhere.
/// </summary>
public class AbsentOrDefaultTests
{
    [Theory]
    [InlineData("no such key", "", "config[\"Smtp:User\"] ?? \"CONTOSO\\\\app\"", true)]
    [InlineData("the key", ", \"User\": \"app@contoso.com\"", "config[\"Smtp:User\"] ?? \"CONTOSO\\\\app\"", false)]
    [InlineData("the key, wrong itself", ", \"User\": \"CONTOSO\\\\app\"", "config[\"Smtp:User\"] ?? \"\"", true)]
    [InlineData("no such key, another default", "", "config[\"Smtp:User\"] ?? \"app@contoso.com\"", false)]
    [InlineData("no such key, nothing instead", "", "config[\"Smtp:User\"] ?? \"\"", false)]
    [InlineData("no such section", "", "config[\"Mail:User\"] ?? \"CONTOSO\\\\app\"", false)]
    [InlineData("no such key, by GetValue", "", "config.GetValue(\"Smtp:User\", \"CONTOSO\\\\app\")", true)]
    [InlineData("no such section, by GetValue", "", "config.GetValue(\"Mail:User\", \"CONTOSO\\\\app\")", false)]
    public async Task The_user_of_a_file_with(string name, string more, string user, bool found)
    {
        var project = new MiniatureProject(
            name,
            Json(Host + more),
            Mailer(Net("config[\"Smtp:Host\"]", "587", user: user))
        );

        var findings = await project.Findings(wrong: true);

        Assert.Equal((name, found), (name, findings.Any(one => one.StartsWith("SMTP3001", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("config[\"Smtp:Port\"] ?? \"465\"", true)]
    [InlineData("config.GetValue<string>(\"Smtp:Port\") ?? \"465\"", true)]
    [InlineData("config.GetSection(\"Smtp\")[\"Port\"] ?? \"465\"", true)]
    [InlineData("config.GetSection(\"Smtp\").GetValue<string>(\"Port\") ?? \"465\"", true)]
    [InlineData("AppConfig.AppSettings[\"SmtpPort\"] ?? \"465\"", true)]
    [InlineData("Environment.GetEnvironmentVariable(\"SMTP_PORT\") ?? \"465\"", true)]
    [InlineData("Console.ReadLine() ?? \"465\"", false)]
    [InlineData("token ?? \"465\"", false)]
    [InlineData("config[\"Smtp:Port\"] ?? token", false)]
    public async Task A_port_without_a_file(string port, bool found)
    {
        var project = new MiniatureProject(
            port,
            Mailer(Net("\"smtp.office365.com\"", $"int.Parse({port})"), "IConfiguration config")
        );

        var findings = await project.Findings(wrong: true);

        Assert.Equal((port, found), (port, findings.Any(one => one.StartsWith("SMTP1004", StringComparison.Ordinal))));
    }
}
