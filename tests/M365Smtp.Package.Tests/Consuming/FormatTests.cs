using M365Smtp.Package.Tests.Docs;
using M365Smtp.Package.Tests.Packing;

namespace M365Smtp.Package.Tests.Consuming;

/// <summary>The effect of 'dotnet format' on projects that install the package, with the command in the README and with
/// others.</summary>
[Collection(nameof(PackedPackage))]
public sealed class FormatTests(PackedPackage package)
{
    const string SignInTwice = "Net10/Reminder.cs",
        VisualBasic = "VisualBasic/Reminder.vb",
        VisualBasicFixed = "New SmtpClient(\"smtp-mail.outlook.com\", 587) With {.EnableSsl = True}";

    [Fact]
    public async Task The_command_of_the_readme_fixes_what_is_no_sign_in_and_is_soon_done()
    {
        var solution = await RestoredAsync("formatted");
        var before = solution.Sources();
        await FormatAsync(solution);
        var once = solution.Sources();
        await FormatAsync(solution);
        var twice = solution.Sources();
        // A run reaches one language of a solution: 'dotnet format' gives the findings of one only to a fix.
        foreach (var file in twice.Keys.Where(IsCSharp))
            Assert.Equal((file, once[file]), (file, twice[file]));
        await FormatAsync(solution);
        foreach (var (file, text) in solution.Sources())
            Assert.Equal((file, twice[file]), (file, text));

        Assert.Contains(VisualBasicFixed, twice[VisualBasic]);
        Assert.Contains("// The port the old server had.", once["Net10/Newsletter.cs"]);
        Assert.Equal(before[SignInTwice], once[SignInTwice]);
        Assert.Contains("using System.Net.Mail;", once["Net10/Alert.cs"]);
        await solution.SucceedAsync("build", "Consumers.slnx", "--no-restore", "--nologo", "-v", "q");
        Assert.Equal(["SMTP4001", "SMTP4001", "SMTP4001", "SMTP4002", "SMTP4003"], RuleIds(solution, "Net10"));
        // These two do not reference MailKit.
        Assert.Equal(["SMTP3001", "SMTP4001", "SMTP4002"], RuleIds(solution, "Net8"));
        // The port in app.config stays: format changes C# only.
        Assert.Equal(["SMTP1004", "SMTP4001", "SMTP4002"], RuleIds(solution, "Net472"));
    }

    [Fact]
    public async Task A_Visual_Basic_project_is_fixed_in_one_run()
    {
        var solution = await RestoredAsync("formatted-visual-basic");
        await FormatAsync(solution, "VisualBasic/VisualBasic.vbproj");
        var once = solution.Sources();
        Assert.Contains(VisualBasicFixed, once[VisualBasic]);
        await FormatAsync(solution, "VisualBasic/VisualBasic.vbproj");
        Assert.Equal(once, solution.Sources());
    }

    [Fact]
    public async Task A_plain_format_changes_no_sign_in()
    {
        var solution = await RestoredAsync("formatted-plainly");
        var before = solution.Sources();
        var output = await solution.SucceedAsync("format", "Consumers.slnx", "--no-restore");
        Assert.Equal(before[SignInTwice], solution.Sources()[SignInTwice]);
        Assert.Contains(
            "new NetworkCredential(\"alerts@contoso.com\", password)",
            solution.Sources()["Net10/Alert.cs"]
        );
        // The other fixes are applied as usual, and the formatter reports nothing.
        Assert.Contains("SecureSocketOptions.StartTls", solution.Sources()["Net10/Newsletter.cs"]);
        Assert.DoesNotContain("Unable to fix", output);
    }

    [Fact]
    public async Task A_team_that_says_so_once_has_its_sign_ins_changed()
    {
        var solution = await RestoredAsync("formatted-with-sign-ins");
        File.WriteAllText(
            Path.Combine(solution.Folder, "Net10", ".globalconfig"),
            "is_global = true\nm365smtp.allow_sign_in_changes = true\n"
        );
        await FormatAsync(solution);
        Assert.Contains("new SaslMechanismOAuth2(\"reminders@contoso.com\", ", solution.Sources()[SignInTwice]);
        Assert.Contains("using MailKit.Net.Smtp;", solution.Sources()["Net10/Alert.cs"]);
        await solution.SucceedAsync("build", "Consumers.slnx", "--no-restore", "--nologo", "-v", "q");
        // These two leave the source of the token to their callers.
        Assert.Equal(["SMTP4001", "SMTP4001"], RuleIds(solution, "Net10"));
    }

    static Task FormatAsync(ConsumerSolution solution, string of = "Consumers.slnx") =>
        solution.SucceedAsync(
            ["format", "analyzers", of, .. RuleTexts.FormatCommand.Split(' ').Skip(3), "--no-restore"]
        );

    static bool IsCSharp(string file) => file.EndsWith(".cs", StringComparison.Ordinal);

    async Task<ConsumerSolution> RestoredAsync(string name)
    {
        var solution = new ConsumerSolution(package, name);
        await solution.SucceedAsync("restore", "Consumers.slnx", "-v", "q");
        return solution;
    }

    static IEnumerable<string> RuleIds(ConsumerSolution solution, string project) =>
        solution.Findings(project).Select(finding => finding[^8..]).Order(StringComparer.Ordinal);
}
