using M365Smtp.Package.Tests.Packing;

namespace M365Smtp.Package.Tests.Consuming;

/// <summary>A solution for .NET and .NET Framework with a file in both projects, migrated by the real 'dotnet
/// format'.</summary>
[Collection(nameof(PackedPackage))]
public sealed class TwoFrameworksTests(PackedPackage package)
{
    const string Solution = "TwoFrameworks.slnx";

    static readonly string[] Format =
    [
        "format",
        "analyzers",
        Solution,
        "--no-restore",
        "--severity",
        "info",
        "--diagnostics",
        "SMTP1005",
        "SMTP4001",
        "SMTP4002",
        "SMTP4003",
    ];

    [Fact]
    public async Task A_migrated_solution_builds_with_warnings_as_errors_and_a_second_run_changes_nothing()
    {
        var solution = new ConsumerSolution(package, "two-frameworks", from: "TwoFrameworks");
        await solution.SucceedAsync("restore", Solution, "-v", "q");
        await solution.SucceedAsync(Format);
        var once = solution.Sources();
        Assert.All(once, file => Assert.DoesNotContain("new NetworkCredential", file.Value));
        // In C# 7.3 syntax, the latest that one of the two projects supports.
        Assert.Contains("using (var client = new SmtpClient())", once["Shared/SharedMailer.cs"]);
        Assert.Contains("mimeMessage.Prepare(EncodingConstraint.SevenBit);", once["Legacy/Invoices.cs"]);
        Assert.Contains("using var mail = new MimeMessage();", once["App/Newsletter.cs"]);
        await solution.SucceedAsync("build", Solution, "--no-restore", "--nologo", "-v", "q");
        await solution.SucceedAsync(Format);
        Assert.Equal(once, solution.Sources());
    }
}
