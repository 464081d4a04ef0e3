using M365Smtp.CodeFixes.Imports;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>The first using directives of a file go below its header and above its first declaration.</summary>
public class FirstUsingsTests
{
    /// <summary>A bar stands for a line break.</summary>
    static string Inserted(string file)
    {
        var text = SourceText.From(file.Replace('|', '\n'));
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text).GetRoot();
        var inserted = FirstUsings.Inserted(root, ["using A;", "using B;"], text);
        return text.WithChanges(inserted).ToString().Replace('\n', '|');
    }

    [Theory]
    [InlineData("class C { }", "using A;|using B;||class C { }")]
    [InlineData("|class C { }", "using A;|using B;||class C { }")]
    [InlineData("namespace N;||class C { }", "using A;|using B;||namespace N;||class C { }")]
    [InlineData("// Ours.|// Use it.||class C { }", "// Ours.|// Use it.||using A;|using B;||class C { }")]
    [InlineData("// Ours.|namespace N;", "// Ours.||using A;|using B;||namespace N;")]
    [InlineData("/* Ours. */||class C { }", "/* Ours. */||using A;|using B;||class C { }")]
    [InlineData(
        "// Copyright Contoso.|// Use it.|class C { }",
        "// Copyright Contoso.|// Use it.||using A;|using B;||class C { }"
    )]
    [InlineData("// Ours.||// Sends.|class C { }", "// Ours.||using A;|using B;||// Sends.|class C { }")]
    [InlineData("// Sends.|class C { }", "using A;|using B;||// Sends.|class C { }")]
    [InlineData(
        "/// <summary>Sends.</summary>|class C { }",
        "using A;|using B;||/// <summary>Sends.</summary>|class C { }"
    )]
    [InlineData("/* Sends. */ class C { }", "using A;|using B;||/* Sends. */ class C { }")]
    [InlineData("// Ours.||[assembly: X]|class C { }", "// Ours.||using A;|using B;||[assembly: X]|class C { }")]
    [InlineData("// Ours.||var x = 1;", "// Ours.||using A;|using B;||var x = 1;")]
    public void It_is_set_off(string file, string result) => Assert.Equal(result, Inserted(file));

    [Theory]
    [InlineData("#nullable enable|class C { }", "#nullable enable||using A;|using B;||class C { }")]
    [InlineData("#nullable enable||class C { }", "#nullable enable||using A;|using B;||class C { }")]
    [InlineData(
        "// Ours.||#pragma warning disable X||class C { }",
        "// Ours.||#pragma warning disable X||using A;|using B;||class C { }"
    )]
    [InlineData("#define X|// Sends.|class C { }", "#define X||using A;|using B;||// Sends.|class C { }")]
    [InlineData(
        "#!/usr/bin/env dotnet|#:package MailKit@4.9.0||Run();",
        "#!/usr/bin/env dotnet|#:package MailKit@4.9.0||using A;|using B;||Run();"
    )]
    [InlineData(
        "#region Ours|// All rights.|#endregion|class C { }",
        "#region Ours|// All rights.|#endregion||using A;|using B;||class C { }"
    )]
    [InlineData(
        "#region Mail|// Sends.||class C { }|#endregion",
        "using A;|using B;||#region Mail|// Sends.||class C { }|#endregion"
    )]
    [InlineData("#if X|// Sends.||class C { }|#endif", "using A;|using B;||#if X|// Sends.||class C { }|#endif")]
    [InlineData("extern alias X;|class C { }", "extern alias X;|using A;|using B;||class C { }")]
    [InlineData("// Ours.||extern alias X;||class C { }", "// Ours.||extern alias X;|using A;|using B;||class C { }")]
    public void It_leaves_directives_and_aliases_above(string file, string result) =>
        Assert.Equal(result, Inserted(file));

    [Fact]
    public void The_line_ends_of_the_file_are_kept()
    {
        var text = SourceText.From("// Ours.\r\n\r\nclass C { }");
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text).GetRoot();
        Assert.Equal(
            "// Ours.\r\n\r\nusing A;\r\n\r\nclass C { }",
            text.WithChanges(FirstUsings.Inserted(root, ["using A;"], text)).ToString()
        );
    }
}
