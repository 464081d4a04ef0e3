using M365Smtp.Analyzers.Model;
using M365Smtp.Analyzers.Rules;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis.CodeFixes;

namespace M365Smtp.CodeFixes.Tests;

public class FixAllTests
{
    static readonly Fix Port = new(FixKeys.Of(nameof(RuleId.SMTP1004)), "Use port 587")
    {
        Analyzer = new LiteralAnalyzer("465"),
    };

    [Fact]
    public Task Findings_side_by_side_and_in_other_files_are_all_fixed() =>
        Port.VerifyAsync(
            """
            int[] ports = [[|465|],[|465|] /* again */, 25, [|465|]];
            // file: Cfg.cs
            static class Cfg { public const int Port =[|465|]; } // the one
            """,
            """
            int[] ports = [587,587 /* again */, 25, 587];
            // file: Cfg.cs
            static class Cfg { public const int Port =587; } // the one
            """
        );

    [Fact]
    public async Task A_const_that_two_findings_share_is_edited_once()
    {
        var code = MarkedCode.Parse(
            """
            var a = "465 one"; var b = "465 two";
            // file: Cfg.cs
            static class Cfg { public const int Port = [|25|]; }
            """
        );
        var cfg = EditStory.OriginAt(code.Files[1], code.Files[1].Marks[0]);
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var fix = Port with
            {
                Analyzer = new LiteralAnalyzer("var") { Edits = _ => [Edit.Replace(cfg, "587 + 0")] },
            };
            var changed = await fix.FixAllAsync(MailProject.Create(code.Files), scope);
            Assert.EndsWith("Port = 587 + 0; }", await changed.TextAsync(code));
        }
    }

    [Fact]
    public async Task With_the_clients_key_a_finding_that_stands_alone_is_fixed_by_its_own_edits()
    {
        // 'dotnet format' requests one rule's fixes with the key of the first finding of any rule.
        var code = MarkedCode.Parse("var a = 465;");
        var fix = new Fix(FixKeys.Client, FixKeys.ClientTitle) { Analyzer = new LiteralAnalyzer("465") };
        Assert.Equal(
            "var a = 587;",
            await (await fix.FixAllAsync(MailProject.Create(code.Files), FixAllScope.Solution)).TextAsync(code)
        );
    }

    [Fact]
    public async Task Two_findings_can_remove_the_same_statement()
    {
        var code = MarkedCode.Parse("var a = 465; [|a++|]; var b = 465;");
        var statement = EditStory.OriginAt(code.Files[0], code.Files[0].Marks[0]);
        var fix = Port with
        {
            Analyzer = new LiteralAnalyzer("465") { Edits = at => [Edit.Remove(statement), Edit.Replace(at, "587")] },
        };
        Assert.Equal(
            "var a = 587; var b = 587;",
            await (await fix.FixAllAsync(MailProject.Create(code.Files), FixAllScope.Solution)).TextAsync(code)
        );
    }

    [Fact]
    public async Task A_file_that_two_projects_share_is_changed_in_both()
    {
        var file = MarkedFile.Parse("Mail.cs", "class Mail { int port = 465; }");
        var shared = MailProject.Add(MailProject.Create([file]), "Other", [file]);
        var finding = (await shared.FindingsAsync(Port.Analyzer)).Single();
        var changed = await Fix.ResultAsync(
            (await Port.ActionsAsync(shared.Solution, finding)).Single(),
            shared.Solution
        );
        var projects = changed.GetChanges(shared.Solution).GetProjectChanges().Select(project => project.ProjectId);
        Assert.Equivalent(shared.Solution.ProjectIds, projects, strict: true);
    }

    [Fact]
    public async Task A_finding_is_fixed_wholly_or_not_at_all()
    {
        var code = MarkedCode.Parse("var port = 465; var stale = [|false|];");
        var stale = EditStory.OriginAt(code.Files[0], code.Files[0].Marks[0]) with { Text = "no longer there" };
        var fix = Port with
        {
            Analyzer = new LiteralAnalyzer("465")
            {
                Edits = at => [Edit.Replace(at, "587"), Edit.Replace(stale, "true")],
            },
        };
        var solution = MailProject.Create(code.Files);
        Assert.Empty(
            await fix.ActionsAsync(solution, [.. await solution.Projects.Single().FindingsAsync(fix.Analyzer)])
        );
        Assert.Equal(solution, await fix.FixAllAsync(solution, FixAllScope.Solution));
    }

    [Fact]
    public async Task Solution_means_every_project()
    {
        var file = MarkedFile.Parse("Mail.cs", "class Mail { int port = 465; }");
        var one = MailProject.Create([file]);
        var two = MailProject.Add(one, "Other", [file with { Path = "/other/Mail.cs" }]).Solution;
        Assert.Equal(2, await Fixed(FixAllScope.Solution));
        Assert.Equal(1, await Fixed(FixAllScope.Project));

        async Task<int> Fixed(FixAllScope scope)
        {
            var documents = (await Port.FixAllAsync(two, scope)).Projects.SelectMany(project => project.Documents);
            return (await Task.WhenAll(documents.Select(document => document.GetTextAsync()))).Count(text =>
                text.ToString().Contains("587")
            );
        }
    }

    [Fact]
    public async Task Without_a_key_each_finding_gets_its_own_fix()
    {
        var code = MarkedCode.Parse("var port = 465;");
        var changed = await (Port with { Key = null! }).FixAllAsync(
            MailProject.Create(code.Files),
            FixAllScope.Solution
        );
        Assert.Equal("var port = 587;", await changed.TextAsync(code));
    }

    // Like 'dotnet format'.
    [Fact]
    public async Task Asked_for_one_rule_with_the_key_of_another_it_fixes_the_one_rule()
    {
        var code = MarkedCode.Parse("var port = 465;");
        var fix = Port with { Key = FixKeys.Of(nameof(RuleId.SMTP2001)), RuleIds = [nameof(RuleId.SMTP1004)] };
        Assert.Equal(
            "var port = 587;",
            await (await fix.FixAllAsync(MailProject.Create(code.Files), FixAllScope.Solution)).TextAsync(code)
        );
    }

    [Fact]
    public async Task The_fix_of_another_rule_is_left_out()
    {
        var code = MarkedCode.Parse("var port = 465;");
        var solution = MailProject.Create(code.Files);
        Assert.Equal(
            solution,
            await (Port with { Key = FixKeys.Of(nameof(RuleId.SMTP2001)) }).FixAllAsync(solution, FixAllScope.Solution)
        );
    }
}
