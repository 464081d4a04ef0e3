using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Samples;

/// <summary>The commands in the README are the ones that the repo's own scripts and samples run.</summary>
public sealed class CommandTests
{
    static readonly string Readme = File.ReadAllText(Repo.Path("README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_set_up_is_two_commands()
    {
        Assert.Contains("```sh\ndotnet build samples/LegacyMailer\n```", Readme);
        Assert.Contains("```sh\ndotnet test M365SmtpAnalyzers.sln\n```", Readme);
    }

    [Fact]
    public void CI_runs_the_test_command_of_the_readme() =>
        Assert.Contains(
            "test_command=$(grep -m1 '^dotnet test ' README.md)\n$test_command\n",
            File.ReadAllText(Repo.Path(".ci/run"))
        );

    [Theory]
    [InlineData("github-actions.yml")]
    [InlineData("azure-pipelines.yml")]
    public void A_pipeline_fails_as_the_readme_says(string file)
    {
        const string Build = "dotnet build -p:M365SmtpAnalysisMode=Strict";
        Assert.Contains($"```sh\n{Build}\n```", Readme);
        Assert.Contains($": {Build}", File.ReadAllText(Repo.Path($"samples/pipelines/{file}")));
    }
}
