using M365Smtp.Analyzers.Rules;
using M365Smtp.CodeFixes.Tests.Harness;
using Xunit.Sdk;

namespace M365Smtp.CodeFixes.Tests;

/// <summary>The harness can fail: it detects every way in which a fix can be bad.</summary>
public class HarnessTests
{
    const string Before = "var port = [|465|]; // implicit TLS\n",
        After = "var port = 587; // implicit TLS\n";

    static string Right(string text) => text.Replace("465", "587");

    [Fact]
    public Task A_right_fix_passes() => Verify(new BadFix(Right));

    [Fact]
    public Task A_fix_that_does_nothing_fails() => Fails("clears its finding", new BadFix(text => text));

    [Fact]
    public Task A_fix_that_breaks_the_build_fails() =>
        Fails("compiles after", new BadFix(_ => "var port = \"\"; port++;"), after: "var port = \"\"; port++;");

    [Fact]
    public Task A_fix_that_loses_a_comment_fails() => Fails("// implicit TLS", new BadFix(_ => "var port = 587;\n"));

    [Fact]
    public Task A_fix_that_leaves_the_finding_elsewhere_fails() =>
        Fails(
            "clears its finding",
            new BadFix(_ => "var port = 587; port = 465;"),
            after: "var port = 587; port = 465;"
        );

    [Fact]
    public Task A_Fix_All_that_is_missing_fails() =>
        Fails("Fix All in Document", new BadFix(Right) { FixAllChange = null });

    [Fact]
    public Task A_Fix_All_that_does_something_else_fails() =>
        Fails("Fix All in Document", new BadFix(Right) { FixAllChange = text => text.Replace("465", "25") });

    [Fact]
    public Task A_mark_where_nothing_is_found_fails() =>
        Fails("exactly at the marks", new BadFix(Right), before: "var [|port|] = 465; // implicit TLS\n");

    [Fact]
    public Task A_finding_without_a_mark_fails() =>
        Fails("exactly at the marks", new BadFix(Right), before: "var port = 465; // implicit TLS\n");

    [Fact]
    public Task Code_that_did_not_compile_before_fails() =>
        Fails("compiles before", new BadFix(Right), before: "int port = [|465|]; // implicit TLS\nx");

    [Fact]
    public Task A_title_that_says_something_else_fails() =>
        Fails("Use port 25", new BadFix(Right), title: "Use port 25");

    static Task Verify(BadFix fix, string before = Before, string after = After, string title = "Use port 587") =>
        new Fix(FixKeys.Of(nameof(RuleId.SMTP1004)), title)
        {
            Provider = fix,
            Analyzer = new LiteralAnalyzer("465"),
        }.VerifyAsync(before, after);

    static async Task Fails(
        string reason,
        BadFix fix,
        string before = Before,
        string after = After,
        string title = "Use port 587"
    ) =>
        Assert.Contains(
            reason,
            (await Assert.ThrowsAnyAsync<XunitException>(() => Verify(fix, before, after, title))).Message
        );
}
