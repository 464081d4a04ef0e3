using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace M365Smtp.Audit.Tests;

/// <summary>Everything a build with the analyzers reports is in the rows of audit.</summary>
public class BuildTests
{
    [Theory]
    [InlineData("LegacyMailer")]
    [InlineData("LegacyMailer.Fixed")]
    public async Task Rows_contain_every_finding_of_a_build(string sample)
    {
        using var folder = AuditedFolder.CopyOf(Path.Combine(AuditedFolder.Repository, "samples", sample));
        File.Delete(folder[$"{sample}.csproj"]);
        folder.Write(
            "Sample.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <ErrorLog>build.sarif,version=2.1</ErrorLog>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MailKit" Version="{VersionOf("MailKit")}" />
                <PackageReference Include="Azure.Identity" Version="{VersionOf("Azure.Identity")}" />
                <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "M365Smtp.Analyzers.dll")}" />
              </ItemGroup>
            </Project>
            """
        );

        var build = await Sdk.RunAsync(folder.Path, "build", "-v", "q", "--nologo");
        Assert.True(build.ExitCode == 0, build.Output);
        var audit = await folder.AuditAsync("--json");

        var ofBuild = OfBuild(File.ReadAllText(folder["build.sarif"]));
        var ofAudit = audit
            .Json.GetProperty("rows")
            .EnumerateArray()
            .SelectMany(row => row.GetProperty("findings").EnumerateArray())
            .Where(finding => AuditRunResult.Text(finding, "source") == "Build")
            .Select(finding => (Rule: AuditRunResult.Text(finding, "rule"), Place: finding.GetProperty("place")))
            .Select(finding =>
                $"{finding.Rule} {finding.Place.GetProperty("path")}:{finding.Place.GetProperty("line")}"
            );
        Assert.Equal(ofBuild, ofAudit.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(sample == "LegacyMailer", ofBuild.Count > 20);
    }

    static List<string> OfBuild(string sarif) =>
        [
            .. JsonDocument
                .Parse(sarif)
                .RootElement.GetProperty("runs")[0]
                .GetProperty("results")
                .EnumerateArray()
                .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("SMTP", StringComparison.Ordinal))
                .Where(result =>
                    !result.TryGetProperty("suppressions", out var suppressed) || suppressed.GetArrayLength() == 0
                )
                .Select(result =>
                    (
                        Rule: result.GetProperty("ruleId").GetString(),
                        Place: result.GetProperty("locations")[0].GetProperty("physicalLocation")
                    )
                )
                .Select(result =>
                    $"{result.Rule} {FileOf(result.Place)}:{result.Place.GetProperty("region").GetProperty("startLine").GetInt32()}"
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    static string? FileOf(JsonElement place) =>
        Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString());

    static string VersionOf(string package) =>
        Regex
            .Match(
                File.ReadAllText(Path.Combine(AuditedFolder.Repository, "Directory.Packages.props")),
                $"Include=\"{Regex.Escape(package)}\" Version=\"([^\"]+)\""
            )
            .Groups[1]
            .Value;
}

/// <summary>The SDK's command.</summary>
static class Sdk
{
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] args)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", args)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, texts[0] + texts[1]);
    }
}
