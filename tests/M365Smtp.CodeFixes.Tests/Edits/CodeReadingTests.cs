using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Edits;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis.CSharp;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>What an edit checks before it writes: directives in between, the indentation, assigned values.</summary>
public class CodeReadingTests
{
    [Theory]
    [InlineData("#if A", true)]
    [InlineData("#elif B", true)]
    [InlineData("#else", true)]
    [InlineData("#endif", true)]
    [InlineData("#region x", false)]
    [InlineData("#pragma warning disable", false)]
    [InlineData("// #if A", false)]
    [InlineData("", false)]
    public void A_condition_stands_between(string line, bool isBetween)
    {
        var text = $"#if X\nint a;\n{line}\nint b;\n#endif";
        var root = CSharpSyntaxTree.ParseText(text, new(preprocessorSymbols: ["X"])).GetRoot();
        var (start, end) = (text.IndexOf("int a", StringComparison.Ordinal), text.IndexOf("int b", StringComparison.Ordinal));

        Assert.Equal(isBetween, ConditionalCode.IsBetween(root, start, Math.Max(start, end)));
    }

    [Fact]
    public void A_condition_before_or_behind_is_not_between()
    {
        const string text = "#if X\nint a;\nint b;\n#endif\nint c;";
        var root = CSharpSyntaxTree.ParseText(text, new(preprocessorSymbols: ["X"])).GetRoot();
        int At(string code) => text.IndexOf(code, StringComparison.Ordinal);

        Assert.False(ConditionalCode.IsBetween(root, At("int a"), At("int b")));
        Assert.True(ConditionalCode.IsBetween(root, At("int a"), At("int c")));
        Assert.True(ConditionalCode.IsBetween(root, 0, At("int b")));
        Assert.True(ConditionalCode.IsBetween(root, At("#endif"), At("int c")));
        Assert.False(ConditionalCode.IsBetween(root, At("int b"), At("#endif")));
        Assert.False(ConditionalCode.IsBetween(root, At("int c"), At("int a")));
    }

    [Theory]
    [InlineData("x", "x")]
    [InlineData("   x", "   x")]
    [InlineData("    x", "\tx")]
    [InlineData("      x", "\t  x")]
    [InlineData("        x    y", "\t\tx    y")]
    public void A_line_gets_the_indentation_of_the_file(string line, string written) =>
        Assert.Equal(written, line.InUnits("\t"));

    [Theory]
    [InlineData("class C\n{\n\tint a;\n}", "\t")]
    [InlineData("class C\n{\n  int a;\n}", "  ")]
    [InlineData("class C\n{\n  void M()\n  {\n    int a;\n  }\n  void N() { int b; }\n}", "  ")]
    [InlineData(
        "class C\n{\n    void M()\n    {\n      int a;\n    }\n    void N()\n    {\n      int b;\n    }\n}",
        "  "
    )]
    [InlineData("class C { int a; }", "    ")]
    [InlineData("class C\n{\nint a;\n}", "    ")]
    public void The_step_is_the_one_that_the_file_takes_most(string text, string step) =>
        Assert.Equal(step, CSharpSyntaxTree.ParseText(text).GetRoot().IndentationUnit());

    [Theory]
    [InlineData("Port = 1", "1")]
    [InlineData("Port = 1, Host = h, Port = 2", "2")]
    [InlineData("this.Port = 1", "1")]
    [InlineData("base.Port = 1", "1")]
    [InlineData("other.Port = 1", null)]
    [InlineData("Port += 1", null)]
    [InlineData("Host = h", null)]
    public void What_is_assigned_last_counts(string assignments, string? value) =>
        Assert.Equal(
            value,
            assignments
                .Split(", ")
                .Select(one => SyntaxFactory.ParseExpression(one))
                .Assigned("Port")
                ?.ToString()
        );
}
