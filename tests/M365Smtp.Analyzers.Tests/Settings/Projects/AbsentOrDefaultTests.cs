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
}
