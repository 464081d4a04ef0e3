namespace M365Smtp.Analyzers.Tests.Settings.Projects;

/// <summary>Code and settings together: each project in a correct and a wrong version.</summary>
public class ProjectTests
{
    static readonly MiniatureProject[] All =
    [
        .. ConfigurationProjects.All,
        .. OptionsProjects.All,
        .. RegisteredProjects.All,
        .. AbsentKeyProjects.All,
        .. LayeredProjects.All,
        .. PassedOnProjects.All,
        .. ClassicProjects.All,
    ];

    public static TheoryData<string> Names => [.. All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_wrong_project_gets_exactly_its_findings(string name)
    {
        var project = All.Single(project => project.Name == name);
        Assert.NotEmpty(project.Expected(wrong: true));
        Assert.Equal(project.Expected(wrong: true), await project.Findings(wrong: true));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_right_project_is_silent(string name) =>
        Assert.Empty(await All.Single(project => project.Name == name).Findings(wrong: false));

    [Fact]
    public void There_are_sixty_wrong_ones_and_as_many_right_ones() => Assert.InRange(All.Length, 60, int.MaxValue);
}
